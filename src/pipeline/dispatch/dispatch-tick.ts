import { METRICS } from '#contract/metrics';
import type { GroupState } from '#core/detection/group-state';
import { dueRuns } from '#core/detection/schedule';
import type { Clock, Log, Metrics } from '#core/ports/ambient';
import type { CheckQueue, EvaluationQueue } from '#core/ports/queues';
import type { BoardStore, GroupStore } from '#core/ports/states';
import { kstTimeOfDay } from '#core/time/kst';
import { HOUR, type Instant, MINUTE, SECOND } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';

/**
 * Runs that were due longer ago than this are not sent. A checker drops runs that start 180 s late,
 * and the queue takes time too. The scheduler may be a minute late and then retries.
 */
const WORTH_ASKING_MS = 150 * SECOND;

/** Time of day in KST. */
const PROOF_AT = 9 * HOUR;

export interface DispatchPorts {
  readonly clock: Clock;
  readonly groups: GroupStore;
  readonly board: Pick<BoardStore, 'get'>;
  readonly checkQueue: CheckQueue;
  readonly evaluations: EvaluationQueue;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly configuration: Configuration;
}

/**
 * Sends the checks that are due in the minute of `tick`, unless the tick is too late for them.
 * Always requests an evaluation of every group, and of removed groups that still have notices to
 * send, perhaps after a silence.
 */
export async function dispatchTick(
  tick: Instant,
  ports: DispatchPorts,
): Promise<{ readonly sent: number }> {
  const minute = Math.floor(tick / MINUTE) * MINUTE;
  const now = ports.clock.now();
  const due = dueRuns(minute, ports.configuration, await statesOf(ports));
  const requests = due.filter(({ scheduledAt }) => now - scheduledAt <= WORTH_ASKING_MS);
  if (requests.length < due.length) {
    ports.log.warn('runs dropped: the tick is too late', { minute, lateMs: now - minute });
    ports.metrics.count(METRICS.runsDropped, due.length - requests.length, {});
  }
  const sent = await Promise.allSettled([
    ports.checkQueue.send(requests),
    ...(await groupsToEvaluate(ports)).map((group) =>
      ports.evaluations.send({ v: 1, group, at: minute, reason: 'tick' }),
    ),
    ...proofs(minute, ports),
  ]);
  const lost = sent.find((outcome) => outcome.status === 'rejected');
  if (lost) throw lost.reason;
  return { sent: requests.length };
}

async function groupsToEvaluate(ports: DispatchPorts): Promise<readonly string[]> {
  const known = ports.configuration.catalogue.groups.map(({ id }) => id);
  try {
    const board = await ports.board.get();
    const removed = board.filter(
      ({ group, openOutages, unsentNotices = 0, silences = [] }) =>
        !known.includes(group) && openOutages.length + unsentNotices + silences.length > 0,
    );
    return [...known, ...removed.map(({ group }) => group)];
  } catch (error) {
    ports.log.error('board not read', { error: String(error) });
    return known;
  }
}

/** Once a day at 09:00 KST, when people are there to read the outcome. */
function proofs(minute: Instant, { configuration, evaluations, clock }: DispatchPorts) {
  if (kstTimeOfDay(minute) !== PROOF_AT) return [];
  return configuration.catalogue.groups.map(({ id }) =>
    evaluations.send({ v: 1, group: id, at: clock.now(), reason: 'end-to-end' }),
  );
}

/** If a group's state cannot be read, only its slower pace is lost, not its checks. */
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
