import type {
  BoardStore,
  Clock,
  CommandStore,
  EvaluationQueue,
  EvidenceLinks,
  GroupStore,
  Ledger,
  Log,
  NoteStore,
  OutageStore,
  ReceiptStore,
  ResultStore,
  RollupStore,
  TokenStore,
  UpdateStore,
  WithheldStore,
} from '#core/ports';
import type { Configuration } from '#core/watch/configuration';

/** What the history API works with. It can read, put what people write and ask for an evaluation, no more. */
export interface HistoryPorts {
  readonly clock: Clock;
  /** Tokens expire in real time, also while `clock` shows another day. */
  readonly tokenClock: Pick<Clock, 'now'>;
  readonly log: Log;
  readonly configuration: Configuration;
  readonly results: Pick<ResultStore, 'list' | 'get'>;
  readonly outages: Pick<OutageStore, 'list' | 'get'>;
  readonly ledger: Pick<Ledger, 'ofOutage'>;
  readonly rollups: Pick<RollupStore, 'range'>;
  readonly board: Pick<BoardStore, 'get'>;
  readonly withheld: Pick<WithheldStore, 'range'>;
  /** For the hours that are still being counted. */
  readonly groups: Pick<GroupStore, 'load'>;
  readonly commands: Omit<CommandStore, 'putOutcome'>;
  readonly notes: NoteStore;
  readonly updates: UpdateStore;
  readonly receipts: ReceiptStore;
  readonly evaluations: EvaluationQueue;
  readonly evidence: EvidenceLinks;
  readonly tokens: Pick<TokenStore, 'list'>;
}
