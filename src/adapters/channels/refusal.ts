import { errorCode, PublishError } from '#core/errors';
import type { Notice } from '#core/notice/notice';

/** Why a channel did not accept a notice. `why` contains no address and no key. */
export function refusal(
  channel: string,
  notice: Notice,
  why: string,
  cause?: unknown,
): PublishError {
  return new PublishError(
    `${channel} did not take notice ${notice.id}: ${why}`,
    'It stays pending in the ledger and is sent again by the next evaluation.',
    // Only the code, because messages of network errors contain addresses.
    { cause: codeOf(cause) },
  );
}

/**
 * `ECONNREFUSED`, `CERT_HAS_EXPIRED`, `TimeoutError` …, or the code of the error's cause if that says
 * more.
 */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'error';
  // nodemailer replaces the code of the network by one of its own.
  if ('originalCode' in error && typeof error.originalCode === 'string') return error.originalCode;
  const code = errorCode(error);
  if (code !== undefined) return code;
  return error.cause instanceof Error ? codeOf(error.cause) : error.name;
}
