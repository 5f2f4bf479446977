import type { Clock } from '#core/ports/ambient';
import type { Instant } from '#core/time/time';

/**
 * A clock that jumps when nothing is under way and otherwise runs `pace` times as fast as real time,
 * so that a shortened time-out still takes its time on this clock (local/system/limits.ts).
 * It stands still until `holdAt` is first called: no time goes by while the system starts.
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

  /** Runs up to `at` and stands still there: a slow machine must not make anything late. */
  holdAt(at: Instant): void {
    this.jumpTo(this.now());
    this.#limit = Math.max(at, this.#base);
  }

  /** Runs `pace` times as fast as real time from here on. */
  setPace(pace: number): void {
    this.jumpTo(this.now());
    this.#pace = pace;
  }

  /** Queues deliver at once. The event loop holds messages back until they are due. */
  secondsUntil(): number {
    return 0;
  }

  /** Never backwards. */
  jumpTo(at: Instant): void {
    this.#base = Math.max(at, this.now());
    this.#since = this.#real();
  }

  realMsUntil(at: Instant): number {
    return Math.max(0, (at - this.now()) / this.#pace);
  }
}
