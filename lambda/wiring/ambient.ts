import { systemClock } from '#adapters/clock/system-clock';
import { createMetrics } from '#adapters/output/embedded-metrics';
import type { Write } from '#adapters/output/json-log';
import { createLog } from '#adapters/output/json-log';
import type { WayOut } from '#adapters/way-out/way-out';
import type { Clock, Log, Metrics } from '#core/ports/ambient';
import type { Channel } from '#core/ports/notices';
import { stage } from '#lambda/wiring/environment';
import type { OwnMachine } from '#pipeline/check/run-check';

/** The clock and the log sink of this process. A replay swaps both before the first event. */
interface Ambient {
  readonly clock: Clock;
  readonly write: Write;
  /** Channels of this process. Absent: those of a deployment. */
  readonly channels?: readonly Channel[];
  /** Set if runs share their machine with other programs. */
  readonly machine?: OwnMachine;
  readonly wayOut?: WayOut;
}

let ambient: Ambient = {
  clock: systemClock,
  // Not console.log: Lambda's JSON log format wraps it, and CloudWatch then finds no metric in it.
  write: (line) => {
    process.stdout.write(`${line}\n`);
  },
};

/** Direct, in a deployment. */
export function wayOutHere(): WayOut {
  return ambient.wayOut ?? {};
}

/** Undefined in a deployment. */
export function channelsHere(): readonly Channel[] | undefined {
  return ambient.channels;
}

export function useAmbient(replacement: Ambient): void {
  ambient = replacement;
}

/** Reads the ambient at each call, so that ports built once still follow a swap. */
export const clock: Clock = {
  now: () => ambient.clock.now(),
  secondsUntil: (at) => ambient.clock.secondsUntil(at),
};

const write: Write = (line) => ambient.write(line);

export const ownMachine: OwnMachine = {
  judge: (record) => ambient.machine?.judge(record) ?? record,
  late: (scheduledAt) => ambient.machine?.late(scheduledAt),
};

export const log: Log = createLog(write, clock);
export const metrics: Metrics = createMetrics(write, clock, stage());
