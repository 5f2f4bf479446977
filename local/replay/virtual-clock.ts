import type { Clock } from '#core/ports/ambient';
import type { Instant } from '#core/time/time';

/**
 * A clock that jumps when nothing runs, and otherwise runs `pace` times faster than real time, so
 * that a shortened time-out still takes its time on this clock (local/system/limits.ts). It stands
 * still until the first `holdAt`, so that the start of the system takes no time.
 */
export class VirtualClock implements Clock {
  #pace: number;
  readonly #real: () => number;
  #base: Instant;
  #since: number;
  #limit: Instant;

  constructor(start: Instant, pace: number, real: () => number = () => performance.now()) {
    this.#pace = pace;
    this.#real = real;
    this.#base = start;
    this.#limit = start;
    this.#since = real();
  }

  now(): Instant {
    return Math.min(this.#limit, this.#flowed());
  }

  #flowed(): Instant {
    return Math.round(this.#base + (this.#real() - this.#since) * this.#pace);
  }

  /** Runs up to `at` and stops there, because a slow machine must not make anything late. */
  holdAt(at: Instant): void {
    this.jumpTo(this.now());
    this.#limit = Math.max(at, this.#base);
  }

  /** Runs `pace` times faster than real time from now on. */
  setPace(pace: number): void {
    this.jumpTo(this.now());
    this.#pace = pace;
  }

  /** Queues deliver at once. The event loop holds messages until they are due. */
  secondsUntil(): number {
    return 0;
  }

  /** Never goes backwards. */
  jumpTo(at: Instant): void {
    this.#base = Math.max(at, this.now());
    this.#since = this.#real();
  }

  realMsUntil(at: Instant): number {
    return Math.max(0, (at - this.now()) / this.#pace);
  }
}
