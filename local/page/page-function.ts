import { loadHandler } from '#local/cloud/handlers';

/** Calls the page writer as AWS does: without waiting. Failures are in its log. */
export class PageFunction {
  #running: Promise<void> | undefined;
  #again: unknown;

  /**
   * While it works, further calls become one, because a replay's minutes are faster than the
   * writer.
   */
  call(event: unknown): void {
    if (this.#running) {
      this.#again = event;
      return;
    }
    this.#running = this.#run(event);
  }

  /** Resolves when everything requested is written. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #run(event: unknown): Promise<void> {
    try {
      await (await loadHandler('page'))(event);
    } catch {
      // The next minute tries again.
    }
    this.#running = undefined;
    const again = this.#again;
    this.#again = undefined;
    if (again !== undefined) this.call(again);
  }
}
