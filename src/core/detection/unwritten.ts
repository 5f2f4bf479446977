import type { GroupState } from '#core/detection/group-state';
import type { Rollup } from '#core/history/rollup';
import { hourHeader, toRollup } from '#core/history/rollup-math';
import type { Instant } from '#core/time/time';

/** Counts of a check that the store of rollups may not have yet. */
export interface Unwritten {
  /** Hours that are closed: final, but perhaps still on their way. Oldest first. */
  readonly closed: readonly Rollup[];
  /** The running hour, and hours before it whose last runs may come in: more is added. Oldest first. */
  readonly running: readonly Rollup[];
  /** Up to here it is known what the time was; null before the first run. */
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
