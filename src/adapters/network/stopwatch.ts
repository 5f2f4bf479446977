import type { PhaseTimings } from '#core/run/result';

/** Times the phases of one exchange in whole ms. A failed phase has no time. */
export class Stopwatch {
  readonly #timings: { -readonly [Phase in keyof PhaseTimings]: number } = {};

  async time<T>(phase: keyof PhaseTimings, work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    const value = await work();
    this.#timings[phase] = Math.round(performance.now() - started);
    return value;
  }

  get timings(): PhaseTimings {
    return { ...this.#timings };
  }
}
