/** The tried steps, their length and outcome. Printed as they happen and at the end. */
export class Report {
  readonly #lines: string[] = [];
  #failed = false;

  get failed(): boolean {
    return this.#failed;
  }

  async step<T>(name: string, run: () => Promise<T>, say: (result: T) => string): Promise<T> {
    const started = performance.now();
    try {
      const result = await run();
      this.note(`ok      ${name} (${seconds(started)} s): ${say(result)}`);
      return result;
    } catch (error) {
      this.#failed = true;
      this.note(`FAILED  ${name} (${seconds(started)} s)`);
      throw error;
    }
  }

  note(line: string): void {
    this.#lines.push(line);
    console.log(line);
  }
}

function seconds(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(1);
}
