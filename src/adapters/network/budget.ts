import { DeadlineError, within } from '#adapters/chromium/deadline';
import { defined } from '#core/defined';
import { errorCode } from '#core/errors';
import type { Fault, FaultPhase } from '#core/run/observation';

/** An interrupted exchange, with facts for the classifier. */
export class ExchangeError extends Error {
  override readonly name = 'ExchangeError';
  readonly fault: Fault;

  constructor(fault: Fault, options?: { cause?: unknown }) {
    super(fault.message, options);
    this.fault = fault;
  }
}

/** An encoding that cannot be decoded. */
export class UndecodableError extends Error {
  override readonly name = 'UndecodableError';
  readonly code = 'ERR_CONTENT_DECODING_FAILED';
}

/** The run's time: each phase has its own limit, and all together have another. */
export class Budget {
  readonly #endsAt: number;

  /** `ms`: limit of the whole run. */
  constructor(ms: number) {
    this.#endsAt = performance.now() + ms;
  }

  /** The work of one phase. Throws ExchangeError with the name of the phase. */
  async phase<T>(phase: FaultPhase, ms: number, work: Promise<T>): Promise<T> {
    const limit = Math.max(0, Math.min(ms, this.#endsAt - performance.now()));
    try {
      return await within(limit, work, phase);
    } catch (error) {
      throw new ExchangeError(faultOf(phase, Math.round(limit), error), { cause: error });
    }
  }
}

function faultOf(phase: FaultPhase, limitMs: number, error: unknown): Fault {
  if (error instanceof ExchangeError) return error.fault;
  if (error instanceof DeadlineError) {
    const message = `${phase}: nothing within ${limitMs} ms`;
    return { phase, code: 'ETIMEDOUT', message, timedOut: true };
  }
  const message = error instanceof Error ? error.message : String(error);
  const code = codeOf(error);
  return { phase, message, timedOut: code === 'ETIMEDOUT', ...defined({ code }) };
}

/** Node's zlib has its own error names. The classifier knows the browser's name for them. */
function codeOf(error: unknown): string | undefined {
  const code = errorCode(error);
  return code !== undefined && /^(Z_|ERR__?ERROR_FORMAT|ERR_BROTLI|ERR_ZSTD|ZSTD_)/i.test(code)
    ? 'ERR_CONTENT_DECODING_FAILED'
    : code;
}
