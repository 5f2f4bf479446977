import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import type { RunRecord } from '#core/run/run-record';
import type { Instant } from '#core/time/time';
import type { OwnMachine } from '#pipeline/check/run-check';

/** Real ms between two looks at the machine. */
const PULSE_MS = 500;
/** Some 20 ms of work on a core that has nothing else to do. */
const ROUNDS = 20_000;
/** So many looks in a row have to agree: one may have met a moment of our own. */
const AGREEING = 3;
/** The replay's own browsers slow the machine down; limits leave room for that much. */
const OUR_OWN = 4;
/** Of all runs; beyond it the rest says too little. */
const MOST_UNCOUNTED = 0.05;

export interface MachineOptions {
  /** Runs asked for before belong to a replay that was killed: nobody made them in time. */
  readonly startedAt: Instant;
  /** How long the work takes now, ms. */
  readonly work?: () => Promise<number>;
  /** Called when the machine has become so many times slower than at the start. */
  readonly onSlower: (times: number) => void;
}

/**
 * Looks at this machine again and again while a replay runs. A run that ran out of time while the machine
 * was slower than its limits allow is a fault of the monitor, and limits grow from then on.
 */
export class WatchedMachine implements OwnMachine {
  /** Runs whose failure was ours, and runs that began too late. */
  withheld = 0;
  dropped = 0;
  readonly #startedAt: Instant;
  readonly #work: () => Promise<number>;
  readonly #onSlower: MachineOptions['onSlower'];
  #reference = Number.POSITIVE_INFINITY;
  #latest: readonly number[] = [];
  /** Times slower than at the start that the limits in force allow for. */
  #allowed = 1;
  #timer: NodeJS.Timeout | undefined;

  constructor({ startedAt, work = timedWork, onSlower }: MachineOptions) {
    this.#startedAt = startedAt;
    this.#work = work;
    this.#onSlower = onSlower;
  }

  /** Measures what is usual now, then goes on looking. */
  async start(): Promise<void> {
    for (let index = 0; index < 5; index += 1) {
      this.#reference = Math.min(this.#reference, await this.#work());
    }
    this.#next();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  judge(record: RunRecord): RunRecord {
    if (!ranOutOfTime(record)) return record;
    const times = this.#times();
    if (times <= this.#allowed * OUR_OWN) return record;
    this.withheld += 1;
    this.#allowed = times / OUR_OWN;
    this.#onSlower(this.#allowed);
    const message =
      `This machine, not the portal: it is ${times.toFixed(0)} times slower than at the start. ` +
      'Remedy: end other programs.';
    const fault = { phase: 'monitor', code: 'OWN_MACHINE', message, timedOut: false } as const;
    return { ...record, observation: { ...record.observation, fault } };
  }

  late(scheduledAt: Instant): void {
    if (scheduledAt >= this.#startedAt) this.dropped += 1;
  }

  /** Too many runs do not count for the rest to be a result. */
  isTooBusy(checks: number): boolean {
    const lost = this.withheld + this.dropped;
    return lost > MOST_UNCOUNTED * (checks + this.dropped);
  }

  /** One look; public for tests. */
  async look(): Promise<void> {
    this.#latest = [...this.#latest, await this.#work()].slice(-AGREEING);
  }

  #times(): number {
    if (this.#latest.length < AGREEING) return 1;
    return Math.min(...this.#latest) / this.#reference;
  }

  #next(): void {
    this.#timer = setTimeout(async () => {
      await this.look();
      if (this.#timer) this.#next();
    }, PULSE_MS).unref();
  }
}

/** An answer is an answer, however slow we are; only the lack of one may be ours. */
function ranOutOfTime({ observation }: RunRecord): boolean {
  const { fault, elapsedMs, slowAfterMs = Number.POSITIVE_INFINITY } = observation;
  return fault === undefined ? elapsedMs > slowAfterMs : fault.timedOut;
}

const work = promisify(pbkdf2);

async function timedWork(): Promise<number> {
  const begun = performance.now();
  await work('bonghwa', 'machine', ROUNDS, 32, 'sha256');
  return performance.now() - begun;
}
