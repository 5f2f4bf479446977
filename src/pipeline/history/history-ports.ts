import type { Paces } from '#core/history/pace';
import type { Clock, Log } from '#core/ports/ambient';
import type { Ledger } from '#core/ports/notices';
import type { OutageStore, WithheldStore } from '#core/ports/outage-records';
import type {
  ArrivalStore,
  CommandStore,
  NoteStore,
  ReceiptStore,
  TokenStore,
  UpdateStore,
} from '#core/ports/people';
import type { EvaluationQueue } from '#core/ports/queues';
import type { EvidenceLinks, ResultStore } from '#core/ports/results';
import type { BoardStore, GroupStore, RollupStore } from '#core/ports/states';
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
  readonly rollups: Pick<RollupStore, 'range' | 'withLayers'>;
  readonly board: Pick<BoardStore, 'get'>;
  readonly withheld: Pick<WithheldStore, 'range'>;
  /** For the hours that are still being counted. */
  readonly groups: Pick<GroupStore, 'load'>;
  readonly commands: Omit<CommandStore, 'putOutcome'>;
  readonly notes: NoteStore;
  readonly updates: UpdateStore;
  readonly receipts: ReceiptStore;
  readonly arrivals: Pick<ArrivalStore, 'isOpen' | 'put'>;
  readonly evaluations: EvaluationQueue;
  readonly evidence: EvidenceLinks;
  readonly tokens: Pick<TokenStore, 'list'>;
  /** Absent: a token may ask as often as it likes. */
  readonly paces?: Paces | undefined;
}
