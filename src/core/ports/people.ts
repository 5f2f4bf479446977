import type { Command, CommandOutcome } from '#core/detection/command';
import type { TokenRecord } from '#core/history/access';
import type { Arrival } from '#core/notice/drill-arrival';
import type { NumberedNote } from '#core/outage/outage';
import type { OutageUpdate } from '#core/outage/update';
import type { Instant } from '#core/time/time';
import type { ListPage } from './list-page.ts';

export interface CommandStore {
  put(command: Command): Promise<void>;
  /** Commands with an id greater than `after`, oldest first. */
  after(group: string, after: string): Promise<readonly Command[]>;
  get(group: string, id: string): Promise<Command | undefined>;
  outcome(group: string, id: string): Promise<CommandOutcome | undefined>;
  putOutcome(group: string, outcome: CommandOutcome): Promise<void>;
}

/** Updates about outages. */
export interface UpdateStore {
  add(update: OutageUpdate): Promise<void>;
  /** Updates of all outages from `from` on, oldest first. */
  since(from: Instant): Promise<readonly OutageUpdate[]>;
}

export interface NoteStore {
  /** Returns false if the outage already has a note with that number. */
  add(outage: string, note: NumberedNote): Promise<boolean>;
  replace(outage: string, note: NumberedNote): Promise<void>;
  get(outage: string, number: number): Promise<NumberedNote | undefined>;
  /** Newest first. Throws InvalidCursorError. */
  list(query: NoteQuery): Promise<ListPage<NumberedNote>>;
}

export interface NoteQuery {
  readonly outage: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A request that may be repeated, with its answer. Kept for a day. */
export interface Receipt {
  /** Digest of the request. */
  readonly request: string;
  readonly at: Instant;
  /** Absent while the request runs, or if it was interrupted. */
  readonly answer?: unknown;
}

export interface ReceiptStore {
  /** Writes the receipt unless `key` has one that was begun after `staleBefore`, or answered. */
  claim(key: string, receipt: Receipt, staleBefore: Instant): Promise<boolean>;
  get(key: string): Promise<Receipt | undefined>;
  put(key: string, receipt: Receipt): Promise<void>;
}

/** The links of drills, and who said that one arrived. */
export interface ArrivalStore {
  /** The link works from `at` for as long as `LINK_LASTS_MS` says. */
  open(code: string, at: Instant): Promise<void>;
  isOpen(code: string): Promise<boolean>;
  /** The last one of each label counts. */
  put(arrival: Arrival): Promise<void>;
  list(): Promise<readonly Arrival[]>;
}

/** Bearer tokens of the history API. */
export interface TokenStore {
  /** Every valid record. At most a minute old, or seconds with `fresh`. */
  list(options?: { readonly fresh: boolean }): Promise<readonly TokenRecord[]>;
  /** Replaces all records. */
  save(records: readonly TokenRecord[]): Promise<void>;
}
