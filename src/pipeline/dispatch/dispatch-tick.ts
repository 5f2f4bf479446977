import type { GroupState } from '#core/detection/group-state';
import { dueRuns } from '#core/detection/schedule';
import type { CheckQueue, Clock, EvaluationQueue, GroupStore, Log, Metrics } from '#core/ports';
import { type Instant, MINUTE } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';

/** A tick that comes later than this is of no use: its runs would speak of another minute. */
export const LATE_TICK_MS = MINUTE;

export interface DispatchPorts {
  readonly clock: Clock;
  readonly groups: GroupStore;
  readonly checkQueue: CheckQueue;
  readonly evaluations: EvaluationQueue;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly configuration: Configuration;
}

/** Sends what is due in the minute of `tick`, and asks for an evaluation of every group. */
export async function dispatchTick(
  tick: Instant,
  ports: DispatchPorts,
): Promise<{ readonly sent: number }> {
  const minute = Math.floor(tick / MINUTE) * MINUTE;
  if (ports.clock.now() - minute > LATE_TICK_MS) {
    ports.log.warn('tick dropped: too late', { minute });
    return { sent: 0 };
  }
  const requests = dueRuns(minute, ports.configuration, await statesOf(ports));
  const sent = await Promise.allSettled([
    ports.checkQueue.send(requests),
    ...ports.configuration.catalogue.groups.map(({ id }) =>
      ports.evaluations.send({ v: 1, group: id, at: minute, reason: 'tick' }),
    ),
  ]);
  const lost = sent.find((outcome) => outcome.status === 'rejected');
  if (lost) throw lost.reason;
  return { sent: requests.length };
}

/** A state that cannot be read costs only its group's slower pace, not its checks. */
async function statesOf(ports: DispatchPorts): Promise<ReadonlyMap<string, GroupState>> {
  const states = new Map<string, GroupState>();
  await Promise.all(
    ports.configuration.catalogue.groups.map(async ({ id }) => {
      try {
        const state = await ports.groups.load(id);
        if (state) states.set(id, state);
      } catch (error) {
        ports.log.error('group state not read', { group: id, error: String(error) });
      }
    }),
  );
  return states;
}
