import { BonghwaError } from '#core/errors';
import { type Instant, SECOND } from '#core/time/time';

export interface Pace {
  /** Requests per second. */
  readonly rate: number;
  /** Requests at once after a pause. */
  readonly burst: number;
}

/** One token sends requests faster than it may. */
export class TooManyRequestsError extends BonghwaError {
  readonly name = 'TooManyRequestsError';
  readonly retryAfterSeconds: number;

  constructor({ rate, burst }: Pace, waitMs: number) {
    const seconds = Math.max(1, Math.ceil(waitMs / SECOND));
    super(
      `A token asks at most ${rate} times a second, ${burst} times at once.`,
      `Try again in ${seconds} s.`,
    );
    this.retryAfterSeconds = seconds;
  }
}

/**
 * The remaining requests of each token. It lives in one container and does not know the others, so
 * a token may send as many times the pace as there are containers. This is enough to keep one token
 * from starving others.
 */
export class Paces {
  readonly #pace: Pace;
  /** By the token's name. Only valid tokens get here, so the map stays small. */
  readonly #left = new Map<string, { readonly requests: number; readonly at: Instant }>();

  constructor(pace: Pace) {
    this.#pace = pace;
  }

  /** Counts a request. Throws TooManyRequestsError. A refused request does not count. */
  take(token: string, now: Instant): void {
    const { rate, burst } = this.#pace;
    const before = this.#left.get(token) ?? { requests: burst, at: now };
    // A clock that was set back changes nothing.
    const passed = Math.max(0, now - before.at);
    const requests = Math.min(burst, before.requests + (passed / SECOND) * rate);
    if (requests < 1) throw new TooManyRequestsError(this.#pace, ((1 - requests) / rate) * SECOND);
    this.#left.set(token, { requests: requests - 1, at: now });
  }
}
