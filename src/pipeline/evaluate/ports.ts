import type {
  BoardStore,
  CheckQueue,
  Clock,
  CommandStore,
  GroupStore,
  Ledger,
  Log,
  Metrics,
  OutageStore,
  Publisher,
  ResultStore,
  RollupStore,
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
  readonly publisher: Publisher;
  readonly checkQueue: CheckQueue;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly configuration: Configuration;
  readonly stage: string;
}
