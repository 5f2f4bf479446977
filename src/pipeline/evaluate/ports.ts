import type { Clock, Log, Metrics } from '#core/ports/ambient';
import type { Channel, Ledger } from '#core/ports/notices';
import type { OutageStore, WithheldStore } from '#core/ports/outage-records';
import type { CommandStore } from '#core/ports/people';
import type { PageCaller } from '#core/ports/public-site';
import type { CheckQueue } from '#core/ports/queues';
import type { ResultStore } from '#core/ports/results';
import type { BoardStore, GroupStore, RollupStore } from '#core/ports/states';
import type { Configuration } from '#core/watch/configuration';

export interface EvaluatePorts {
  readonly clock: Clock;
  readonly groups: GroupStore;
  readonly results: ResultStore;
  readonly commands: CommandStore;
  readonly outages: OutageStore;
  readonly ledger: Ledger;
  readonly rollups: RollupStore;
  readonly board: BoardStore;
  readonly withheld: Pick<WithheldStore, 'put'>;
  /** A notice is finished when every channel that accepts it has sent it. */
  readonly channels: readonly Channel[];
  readonly checkQueue: CheckQueue;
  /** Absent if no page is published. */
  readonly pageCaller?: PageCaller;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly configuration: Configuration;
  readonly stage: string;
}
