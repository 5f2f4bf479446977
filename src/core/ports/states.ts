import type { GroupState } from '#core/detection/group-state';
import type { BoardGroup } from '#core/history/board';
import type { Rollup, Totals } from '#core/history/rollup';
import type { Period } from '#core/time/calendar';
import type { Instant } from '#core/time/time';

export interface GroupStore {
  load(group: string): Promise<GroupState | undefined>;
  /** Writes `state` if the stored version is `state.version - 1`. Throws VersionConflictError. */
  commit(state: GroupState): Promise<void>;
}

export interface BoardStore {
  put(group: BoardGroup): Promise<void>;
  /** The parts of all groups, in one read. */
  get(): Promise<readonly BoardGroup[]>;
}

export interface RollupStore {
  /** Replaces the stored rollup unless that is frozen. */
  put(rollup: Rollup): Promise<void>;
  /** Start inclusive, end exclusive, oldest first. */
  range(check: string, period: Period, from: Instant, to: Instant): Promise<readonly Rollup[]>;
  /** The same with the figures by layer, at twice the cost. */
  withLayers(check: string, period: Period, from: Instant, to: Instant): Promise<readonly Rollup[]>;
  /** `withLayers` as a consistent read, at twice its cost, for sums that are then frozen. */
  exactRange(check: string, period: Period, from: Instant, to: Instant): Promise<readonly Rollup[]>;
  /**
   * Stores the totals of these rollups in their group's item of each period, over those of the same
   * checks. Throws VersionConflictError if another writer changed an item meanwhile.
   */
  addTotals(group: string, rollups: readonly Totals[]): Promise<void>;
  /** Totals of all checks of a group. Start inclusive, end exclusive, oldest first. */
  totals(group: string, period: Period, from: Instant, to: Instant): Promise<readonly Totals[]>;
}
