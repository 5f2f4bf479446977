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

/**
 * Ports of the history API. It can read, store what people write and request an evaluation, no
 * more.
 */
export interface HistoryPorts {
  readonly clock: Clock;
  /** Tokens expire in real time, even if `clock` shows another day. */
  readonly tokenClock: Pick<Clock, 'now'>;
  readonly log: Log;
  readonly configuration: Configuration;
  readonly results: Pick<ResultStore, 'list' | 'get'>;
  readonly outages: Pick<OutageStore, 'list' | 'get'>;
  readonly ledger: Pick<Ledger, 'ofOutage'>;
  readonly rollups: Pick<RollupStore, 'range' | 'withLayers' | 'totals'>;
  readonly board: Pick<BoardStore, 'get'>;
  readonly withheld: Pick<WithheldStore, 'range'>;
  /** For hours that are still counted. */
  readonly groups: Pick<GroupStore, 'load'>;
  readonly commands: Omit<CommandStore, 'putOutcome'>;
  readonly notes: NoteStore;
  readonly updates: UpdateStore;
  readonly receipts: ReceiptStore;
  readonly arrivals: Pick<ArrivalStore, 'isOpen' | 'put'>;
  readonly evaluations: EvaluationQueue;
  readonly evidence: EvidenceLinks;
  readonly tokens: Pick<TokenStore, 'list'>;
  /** Absent: no limit for a token. */
  readonly paces?: Paces | undefined;
}
