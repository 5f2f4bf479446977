import type { Ledger } from '#core/ports/notices';
import type { OutageStore, WithheldStore } from '#core/ports/outage-records';
import type { CommandStore } from '#core/ports/people';
import type { ResultStore } from '#core/ports/results';
import type { BoardStore, GroupStore, RollupStore } from '#core/ports/states';

/** Days that results stay in the stores under test. */
export const CONTRACT_RETENTION = { passed: 35, others: 400 };

/** The stores under test. Each test gets a fresh, empty set. */
export interface StoresUnderTest {
  readonly results: ResultStore;
  readonly groups: GroupStore;
  readonly commands: CommandStore;
  readonly outages: OutageStore;
  readonly ledger: Ledger;
  readonly rollups: RollupStore;
  readonly board: BoardStore;
  readonly withheld: WithheldStore;
  /** Sets the stores' current time. */
  setNow(at: number): void;
}
