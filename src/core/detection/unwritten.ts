import type { GroupState } from '#core/detection/group-state';
import type { Rollup } from '#core/history/rollup';
import { hourHeader, toRollup } from '#core/history/rollup-math';
import type { Instant } from '#core/time/time';

/** Counts of a check that may be missing in the store of rollups. */
export interface Unwritten {
  /** Closed hours, oldest first. They are final, but their write may not have arrived. */
  readonly closed: readonly Rollup[];
  /** The current hour, and earlier hours that may still get results. Oldest first. */
  readonly running: readonly Rollup[];
  /** The state of the time is known up to here. null before the first run. */
  readonly countedTo: Instant | null;
}

export function unwrittenOf(state: GroupState, check: string): Unwritten {
  const { hours = [], settledTo = null } = state.checks[check] ?? {};
  const service = check.slice(0, check.indexOf('/'));
  const header = hourHeader(check, service);
  return {
    closed: state.outbox.flatMap((effect) =>
      effect.type === 'rollup' && effect.rollup.check === check ? [effect.rollup] : [],
    ),
    running: hours.map((hour) => toRollup(hour, header)),
    countedTo: settledTo,
  };
}
