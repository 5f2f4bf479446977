import type { LedgerRow, Notice, Route } from '#core/notice/notice';

/** What a provider's message id refers to. */
export interface SentMessage extends Pick<LedgerRow, 'channel' | 'route'> {
  readonly notice: Pick<Notice, 'outage' | 'id' | 'group'>;
}

export interface LedgerKey {
  readonly notice: Pick<Notice, 'outage' | 'id'>;
  readonly channel: string;
}

/** One row per notice and channel, because one channel's failure says nothing about another. */
export interface Ledger {
  /** Writes the row unless the notice has one on that channel. */
  open(row: LedgerRow): Promise<'opened' | 'exists'>;
  get(key: LedgerKey): Promise<LedgerRow | undefined>;
  /**
   * Writes the row of the next try. Returns false if another writer wrote it first, or if the
   * notice is sent. `row.attempts` includes the try.
   */
  claim(row: LedgerRow): Promise<boolean>;
  /** Records the end of a try, unless the row is already sent. Returns the stored row. */
  update(row: LedgerRow): Promise<LedgerRow>;
  /** Replaces a sent row with what happened later. */
  amend(row: LedgerRow): Promise<void>;
  /** Remembers a message for as long as carriers may answer. */
  remember(messageId: string, sent: SentMessage): Promise<void>;
  /** Undefined for an unknown or expired message. */
  remembered(messageId: string): Promise<SentMessage | undefined>;
  /** In the order of notices, then of channel names. */
  ofOutage(outage: string): Promise<readonly LedgerRow[]>;
}

/**
 * A way for notices to leave, such as SNS. Each channel has its own rows in the ledger and its own
 * order, so several can run at once.
 */
export interface Channel {
  /** Part of the ledger's keys, so it never changes: a-z, 0-9 and `-`, starting with a letter. */
  readonly name: string;
  /** True if `send` has a second route after `maxAttempts` failures. */
  readonly hasFallback: boolean;
  /**
   * False: the channel ignores the notice, and no row is written. Always the same answer for a
   * notice.
   */
  accepts(notice: Notice): boolean;
  /** True: carriers' answers to the notice come back with its message id. Absent: never. */
  isAnswered?(notice: Notice): boolean;
  /**
   * Returns the provider's message id. Throws PublishError if the notice may not be sent; it is
   * then sent again under the same id. Gives up after 20 s.
   */
  send(notice: Notice, route: Route): Promise<string>;
}
