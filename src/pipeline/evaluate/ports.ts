import type {
  BoardStore,
  Channel,
  CheckQueue,
  Clock,
  CommandStore,
  GroupStore,
  Ledger,
  Log,
  Metrics,
  OutageStore,
  PageCaller,
  ResultStore,
  RollupStore,
  WithheldStore,
} from '#core/ports';
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
  /** A notice is done when every channel that accepts it has sent it. */
  readonly channels: readonly Channel[];
  readonly checkQueue: CheckQueue;
  /** Absent where no page is published. */
  readonly pageCaller?: PageCaller;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly configuration: Configuration;
  readonly stage: string;
}
