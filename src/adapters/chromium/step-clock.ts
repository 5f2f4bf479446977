/**
 * Time left for one step. Waiting rooms and our own looks extend it, and the run's end limits it.
 * All in ms since the run began.
 */
export class StepClock {
  readonly #now: () => number;
  readonly #runEnd: number;
  #end: number;

  constructor(now: () => number, budgetMs: number, runEnd: number) {
    this.#now = now;
    this.#runEnd = runEnd;
    this.#end = now() + budgetMs;
  }

  left(): number {
    return Math.max(0, Math.min(this.#end, this.#runEnd) - this.#now());
  }

  /** True if the run's end came first, not the step's own time-out. */
  cutShort(): boolean {
    return this.#runEnd < this.#end && this.#now() >= this.#runEnd;
  }

  extend(ms: number): void {
    this.#end += ms;
  }

  /** Does our own work that the step has not requested, and returns the time to the step. */
  async aside<T>(ours: () => Promise<T>): Promise<T> {
    const before = this.#now();
    try {
      return await ours();
    } finally {
      this.extend(this.#now() - before);
    }
  }
}
