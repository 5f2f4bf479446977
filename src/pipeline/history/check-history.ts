import { completedState } from '#core/detection/completed-state';
import type { GroupState } from '#core/detection/group-state';
import { type Unwritten, unwrittenOf } from '#core/detection/unwritten';
import { VersionConflictError } from '#core/errors';
import type { Rollup } from '#core/history/rollup';
import type { Period } from '#core/time/calendar';
import { HOME_ZONE, nextBucket } from '#core/time/calendar';
import { DAY, HOUR, type Instant } from '#core/time/time';
import type { Service } from '#core/watch/catalogue';
import type { HistoryPorts } from './history-ports.ts';
import { readRollups } from './rollup-source.ts';

/** Ports for figures over time. */
export type CheckHistoryPorts = Pick<
  HistoryPorts,
  'clock' | 'configuration' | 'rollups' | 'groups'
>;

export interface HistoryQuery {
  readonly service: Service;
  readonly checks: readonly string[];
  readonly interval: Period;
  readonly zone: string;
  /** Edges of whole buckets. */
  readonly from: Instant;
  readonly to: Instant;
  /** With what was counted by layer. */
  readonly layers?: boolean;
}

/** Facts of one check in a window. */
export interface CheckHistory {
  readonly check: string;
  /** None covers the time of another. */
  readonly rollups: readonly Rollup[];
  /** Up to here, time without a rollup is unknown; after it, not yet told. */
  readonly toldTo: Instant;
  /** From here on figures may still grow. */
  readonly runningFrom: Instant;
}

/** An hour is written once it is over and its last runs are in; longer than this is no delay. */
const TOLD_WITHIN = 2 * HOUR;

/** Older windows hold no hours that are still being counted. */
const RECENT = DAY;

/** Rollups of a service's checks, with the hours that the evaluator still counts. */
export async function readHistories(
  query: HistoryQuery,
  ports: CheckHistoryPorts,
): Promise<readonly CheckHistory[]> {
  // Before the rollups: an hour that is written in between is then found twice rather than missed.
  const state = await recentState(query, ports);
  return Promise.all(
    query.checks.map(async (check) => {
      const stored = await readRollups({ ...query, check }, ports);
      return joined({ check, stored, query, now: ports.clock.now() }, state);
    }),
  );
}

async function recentState(
  { service, to }: HistoryQuery,
  { groups, clock }: CheckHistoryPorts,
): Promise<GroupState | undefined> {
  if (to <= clock.now() - RECENT) return undefined;
  try {
    const state = await groups.load(service.group);
    return state && completedState(state);
  } catch (error) {
    // Too busy a group to be read whole: the hours that are over are still told.
    if (error instanceof VersionConflictError) return undefined;
    throw error;
  }
}

/** For a question about many services: the state of their group is read once. */
export function readingStatesOnce<Ports extends Pick<CheckHistoryPorts, 'groups'>>(
  ports: Ports,
): Ports {
  const reads = new Map<string, Promise<GroupState | undefined>>();
  const load = (group: string) => {
    const read = reads.get(group) ?? ports.groups.load(group);
    reads.set(group, read);
    return read;
  };
  return { ...ports, groups: { load } };
}

interface Stored {
  readonly check: string;
  readonly stored: readonly Rollup[];
  readonly query: HistoryQuery;
  readonly now: Instant;
}

function joined({ check, stored, query, now }: Stored, state: GroupState | undefined) {
  const { closed, running, countedTo }: Unwritten = state
    ? unwrittenOf(state, check)
    : { closed: [], running: [], countedTo: null };
  const missing = (rollup: Rollup) =>
    rollup.start >= query.from && rollup.start < query.to && !isCovered(rollup.start, stored);
  const counting = running.filter(missing);
  const newest = stored.reduce((latest, rollup) => Math.max(latest, endOf(rollup)), 0);
  return {
    check,
    rollups: [...stored, ...closed.filter(missing), ...counting],
    toldTo: Math.max(newest, countedTo ?? 0, now - TOLD_WITHIN),
    runningFrom: counting[0]?.start ?? Number.POSITIVE_INFINITY,
  };
}

function isCovered(at: Instant, rollups: readonly Rollup[]): boolean {
  return rollups.some((rollup) => rollup.start <= at && at < endOf(rollup));
}

function endOf({ start, period }: Rollup): Instant {
  if (period === 'month') return nextBucket(start, 'month', HOME_ZONE);
  return start + (period === 'day' ? DAY : HOUR);
}
