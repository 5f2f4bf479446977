import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { OWN_MACHINE } from '#adapters/own-machine/lost-time';
import type { RunRecord } from '#core/run/run-record';
import type { Instant } from '#core/time/time';
import type { OwnMachine } from '#pipeline/check/run-check';

/** Real ms between two measurements. */
const PULSE_MS = 500;
/** About 20 ms of work on an idle core. */
const ROUNDS = 20_000;
/** This many measurements in a row must agree, because our own work may disturb one. */
const AGREEING = 3;
/** The replay's own browsers slow the machine by up to this factor. The limits allow for it. */
const OUR_OWN = 4;
/** Share of all runs. With more uncounted runs, the rest says too little. */
const MOST_UNCOUNTED = 0.05;

export interface MachineOptions {
  /** Earlier requests belong to a killed replay, and nobody made those runs in time. */
  readonly startedAt: Instant;
  /** Measures how long the work takes now, ms. */
  readonly work?: () => Promise<number>;
  /** Called when the machine is this many times slower than at the start. */
  readonly onSlower: (times: number) => void;
}

/**
 * Measures the speed of this machine repeatedly during a replay. If a run timed out while the
 * machine was slower than its limits allow, the fault is the monitor's, and limits grow from then
 * on. Each run finds by itself when the machine stands still for a moment
 * (`src/adapters/own-machine/`).
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
  /** How many times slower than at the start the machine may be under the current limits. */
  #allowed = 1;
  #timer: NodeJS.Timeout | undefined;

  constructor({ startedAt, work = timedWork, onSlower }: MachineOptions) {
    this.#startedAt = startedAt;
    this.#work = work;
    this.#onSlower = onSlower;
  }

  /** Measures the normal speed, then continues measuring. */
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
    if (record.observation.fault?.code === OWN_MACHINE) this.withheld += 1;
    if (!ranOutOfTime(record)) return record;
    const times = this.#times();
    if (times <= this.#allowed * OUR_OWN) return record;
    this.withheld += 1;
    this.#allowed = times / OUR_OWN;
    this.#onSlower(this.#allowed);
    const message =
      `This machine, not the portal: it is ${times.toFixed(0)} times slower than at the start. ` +
      'Remedy: end other programs.';
    const fault = { phase: 'monitor', code: OWN_MACHINE, message, timedOut: false } as const;
    return { ...record, observation: { ...record.observation, fault } };
  }

  late(scheduledAt: Instant): void {
    if (scheduledAt >= this.#startedAt) this.dropped += 1;
  }

  /** True if too many runs are uncounted for a result. */
  isTooBusy(checks: number): boolean {
    const lost = this.withheld + this.dropped;
    return lost > MOST_UNCOUNTED * (checks + this.dropped);
  }

  /** One measurement. Public for tests. */
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

/** An answer counts, however slow we are. Only a missing answer may be our fault. */
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
