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
  /** Include the figures by layer. */
  readonly layers?: boolean;
}

/** Facts of one check in a window. */
export interface CheckHistory {
  readonly check: string;
  /** Rollups that do not overlap in time. */
  readonly rollups: readonly Rollup[];
  /** Before this, time without a rollup is unknown. After it, the figures are not written yet. */
  readonly toldTo: Instant;
  /** Figures after this may still grow. */
  readonly runningFrom: Instant;
}

/**
 * An hour is written when it is over and its last runs are in. A longer wait is not just a delay.
 */
const TOLD_WITHIN = 2 * HOUR;

/** Older windows contain no hours that are still counted. */
const RECENT = DAY;

/** Rollups of a service's checks, including the hours that the evaluator still counts. */
export async function readHistories(
  query: HistoryQuery,
  ports: CheckHistoryPorts,
): Promise<readonly CheckHistory[]> {
  // Read before the rollups, so that an hour written in between appears twice instead of never.
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
    return state && completedOnce(state);
  } catch (error) {
    // The group is too busy to be read whole. Finished hours are still returned.
    if (error instanceof VersionConflictError) return undefined;
    throw error;
  }
}

/** Completing a large state takes long, and every service of the group asks for it. */
function completedOnce(state: GroupState): GroupState {
  const known = completed.get(state) ?? completedState(state);
  completed.set(state, known);
  return known;
}

const completed = new WeakMap<GroupState, GroupState>();

/** For requests about many services: reads the state of their group once. */
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
    rollup.start >= query.from && !isCovered(rollup.start, stored);
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
