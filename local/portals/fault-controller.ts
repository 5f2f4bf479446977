import { defined } from '#core/defined';
import type { FaultMode } from '#core/scenario/scenario';
import { type AnswerMode, type Asked, SCOPE } from '#portals/simulated/fault-scope';

export interface PortalFault {
  readonly mode: FaultMode;
  /** Fraction of requests in the mode's scope that are hit, 0 to 1. Default 1. */
  readonly share?: number;
  /** Delay of `slow`, limit of `hang`, length of the `waiting-room`, ms. */
  readonly ms?: number;
}

/** The fault of one request. */
export interface MetFault {
  readonly mode: AnswerMode;
  readonly ms?: number;
}

/** Starts and ends faults of services (and of `control`). */
export interface FaultController {
  /** Replaces the service's fault. Resolves when it is active. Throws UnknownNameError. */
  set(service: string, fault: PortalFault): Promise<void>;
  /** Back to `ok`. */
  clear(service: string): Promise<void>;
}

/** Fractional part of the golden ratio: its multiples fill 0..1 evenly, without a short period. */
const GOLDEN = 0.618_033_988_749_894_9;

/**
 * Decides for each request whether it is hit: evenly spread, the same in every replay. A plain
 * "every second one" would always hit the same page of a check with two requests.
 */
export class ShareCounter {
  readonly #share: number;
  #count = 0;

  constructor(share: number) {
    this.#share = share;
  }

  next(): boolean {
    this.#count += 1;
    return (this.#count * GOLDEN) % 1 < this.#share;
  }
}

/** The current fault of one portal, read at every request. */
export class FaultSwitch {
  #fault: PortalFault = { mode: 'ok' };
  #counter = new ShareCounter(1);

  set(fault: PortalFault): void {
    this.#fault = fault;
    this.#counter = new ShareCounter(fault.share ?? 1);
  }

  /** The listener must be closed, so that connections are refused. */
  get closed(): boolean {
    return this.#fault.mode === 'refuse' && (this.#fault.share ?? 1) >= 1;
  }

  /** True if one connection must be cut: `refuse` with a share. */
  cutsConnection(): boolean {
    return this.#fault.mode === 'refuse' && this.#counter.next();
  }

  meet(asked: readonly Asked[]): MetFault | undefined {
    const { mode, ms } = this.#fault;
    if (mode === 'ok' || mode === 'refuse' || mode === 'monitor-crash' || mode === 'monitor-gap') {
      return undefined;
    }
    if (!asked.some((one) => SCOPE[mode].includes(one)) || !this.#counter.next()) return undefined;
    return { mode, ...defined({ ms }) };
  }
}
