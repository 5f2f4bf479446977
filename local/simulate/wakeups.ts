import type { Instant } from '#core/time/time';

/** An evaluation that a result requested. */
export interface Wakeup {
  readonly group: string;
  readonly at: Instant;
}

/** Wakeups in order of time. An evaluation may add more during the iteration. */
export class Wakeups {
  readonly #waiting: Wakeup[] = [];

  add(wakeup: Wakeup): void {
    let index = this.#waiting.length;
    while (index > 0 && (this.#waiting[index - 1]?.at ?? 0) > wakeup.at) index -= 1;
    this.#waiting.splice(index, 0, wakeup);
  }

  *before(end: Instant): Generator<Wakeup> {
    for (let next = this.#waiting[0]; next && next.at < end; next = this.#waiting[0]) {
      this.#waiting.shift();
      yield next;
    }
  }
}
