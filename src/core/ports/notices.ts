import type { LedgerRow, Notice, Route } from '#core/notice/notice';

/** What a provider's message id stands for. */
export interface SentMessage extends Pick<LedgerRow, 'channel' | 'route'> {
  readonly notice: Pick<Notice, 'outage' | 'id' | 'group'>;
}

export interface LedgerKey {
  readonly notice: Pick<Notice, 'outage' | 'id'>;
  readonly channel: string;
}

/** A row for each notice and channel: what one channel refuses says nothing about another. */
export interface Ledger {
  /** Writes the row unless the notice has one on that channel. */
  open(row: LedgerRow): Promise<'opened' | 'exists'>;
  get(key: LedgerKey): Promise<LedgerRow | undefined>;
  /**
   * Writes the row of a try about to be made, unless another writer made it: false then, and when the
   * notice is sent. `row.attempts` counts the try.
   */
  claim(row: LedgerRow): Promise<boolean>;
  /** Records how a try ended: only while the row is not yet sent. Returns the row as it stands after. */
  update(row: LedgerRow): Promise<LedgerRow>;
  /** Replaces a row that is sent: what became of it afterwards. */
  amend(row: LedgerRow): Promise<void>;
  /** Remembers a message for as long as carriers may answer to it. */
  remember(messageId: string, sent: SentMessage): Promise<void>;
  /** Undefined: not a message of ours, or one that is long gone. */
  remembered(messageId: string): Promise<SentMessage | undefined>;
  /** In the order of the notices, then of the channels' names. */
  ofOutage(outage: string): Promise<readonly LedgerRow[]>;
}

/**
 * A way on which notices leave, such as SNS. Each has its own rows in the ledger and its own order of
 * notices, so several can be in force at once.
 */
export interface Channel {
  /** Part of the ledger's keys, so it never changes: a-z, 0-9 and `-`, a letter first. */
  readonly name: string;
  /** Whether `send` knows a second route, to be tried after `maxAttempts` failures. */
  readonly hasFallback: boolean;
  /** False: the notice is none of its business, and no row is written. Always the same answer. */
  accepts(notice: Notice): boolean;
  /** True: what carriers answer to the notice comes back, by its message id. Absent: it never does. */
  isAnswered?(notice: Notice): boolean;
  /**
   * Returns the provider's message id. Throws PublishError when the notice is not known to be sent; it
   * is then sent again under the same id. Gives up by itself within 20 s.
   */
  send(notice: Notice, route: Route): Promise<string>;
}
