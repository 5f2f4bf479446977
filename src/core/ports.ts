import type { CheckRequest, EvaluationRequest } from '#contract/messages';
import type { Command, CommandOutcome } from '#core/detection/command';
import type { GroupState } from '#core/detection/group-state';
import type { TokenRecord } from '#core/history/access';
import type { BoardGroup } from '#core/history/board';
import type { Rollup } from '#core/history/rollup';
import type { LedgerRow, Notice, Route } from '#core/notice/notice';
import type { NumberedNote, Outage } from '#core/outage/outage';
import type { OutageUpdate } from '#core/outage/update';
import type { WithheldService } from '#core/outage/withheld';
import type { SiteFile } from '#core/page/public-page';
import type { Layer } from '#core/run/layer';
import type { Evidence, Result } from '#core/run/result';
import type { Artefact, RunRecord } from '#core/run/run-record';
import type { Credentials } from '#core/run/secret';
import type { Period } from '#core/time/calendar';
import type { Instant } from '#core/time/time';
import type { Target } from '#core/watch/catalogue';
import type { Limits } from '#core/watch/configuration';

/** The only source of "now". Virtual in replays. */
export interface Clock {
  now(): Instant;
  /** Real seconds, whole, until this clock shows `at`: 0 for a clock that jumps. */
  secondsUntil(at: Instant): number;
}

export interface ListPage<T> {
  readonly items: readonly T[];
  /** Opaque to callers; absent on the last page. */
  readonly next?: string;
}

export interface ResultQuery {
  readonly service: string;
  /** Scheduled time, inclusive. */
  readonly from: Instant;
  /** Exclusive. */
  readonly to: Instant;
  readonly check?: string;
  readonly result?: Result['result'];
  readonly kind?: string;
  readonly limit: number;
  readonly cursor?: string;
}

export interface ResultStore {
  /** Idempotent by run id. */
  put(result: Result): Promise<'stored' | 'duplicate'>;
  /** Results of one service scheduled at or after `since`, oldest first, consistent. */
  since(service: string, since: Instant): Promise<readonly Result[]>;
  /** Newest first. Throws InvalidCursorError. */
  list(query: ResultQuery): Promise<ListPage<Result>>;
  get(service: string, run: string): Promise<Result | undefined>;
}

export interface GroupStore {
  load(group: string): Promise<GroupState | undefined>;
  /** Writes `state` if the stored version is `state.version - 1`. Throws VersionConflictError. */
  commit(state: GroupState): Promise<void>;
}

export interface CommandStore {
  put(command: Command): Promise<void>;
  /** Commands with an id greater than `after`, oldest first. */
  after(group: string, after: string): Promise<readonly Command[]>;
  get(group: string, id: string): Promise<Command | undefined>;
  outcome(group: string, id: string): Promise<CommandOutcome | undefined>;
  putOutcome(group: string, outcome: CommandOutcome): Promise<void>;
}

/** What people tell about outages. */
export interface UpdateStore {
  add(update: OutageUpdate): Promise<void>;
  /** Of all outages, given at `from` or later, oldest first. */
  since(from: Instant): Promise<readonly OutageUpdate[]>;
}

export interface NoteStore {
  /** False when the outage has a note of that number. */
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

/** A request that may be sent again, and what was answered; kept for a day. */
export interface Receipt {
  /** Digest of the request. */
  readonly request: string;
  readonly at: Instant;
  /** Absent while it is under way, or when it was cut off. */
  readonly answer?: unknown;
}

export interface ReceiptStore {
  /** Writes the receipt unless there is one under `key` that was begun after `staleBefore`, or answered. */
  claim(key: string, receipt: Receipt, staleBefore: Instant): Promise<boolean>;
  get(key: string): Promise<Receipt | undefined>;
  put(key: string, receipt: Receipt): Promise<void>;
}

export interface OutageQuery {
  readonly from?: Instant;
  readonly to?: Instant;
  readonly state?: Outage['state'];
  readonly service?: string;
  readonly limit: number;
  readonly cursor?: string;
}

export interface OutageStore {
  /** Replaces unless the stored one has a higher revision: an evaluator that was overtaken writes late. */
  put(outage: Outage): Promise<void>;
  get(id: string): Promise<Outage | undefined>;
  /** Newest first. Throws InvalidCursorError. */
  list(query: OutageQuery): Promise<ListPage<Outage>>;
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
  /** In the order of the notices, then of the channels' names. */
  ofOutage(outage: string): Promise<readonly LedgerRow[]>;
}

/** Why no notice was sent about services that failed without an outage. Kept for 90 days. */
export interface WithheldStore {
  /** Idempotent by service and time. */
  put(withheld: WithheldService): Promise<void>;
  /** From inclusive, to exclusive, oldest first. */
  range(service: string, from: Instant, to: Instant): Promise<readonly WithheldService[]>;
}

export interface RollupStore {
  /** Replaces unless the stored one is frozen. */
  put(rollup: Rollup): Promise<void>;
  /** Start inclusive, end exclusive, oldest first. */
  range(check: string, period: Period, from: Instant, to: Instant): Promise<readonly Rollup[]>;
  /** The same, with every write before it seen: at twice the cost, for sums that are then frozen. */
  exactRange(check: string, period: Period, from: Instant, to: Instant): Promise<readonly Rollup[]>;
}

export interface BoardStore {
  put(group: BoardGroup): Promise<void>;
  /** Every group's part, one read. */
  get(): Promise<readonly BoardGroup[]>;
}

/** Where the public page is kept. */
export interface Site {
  /** What is there now. */
  open(): Promise<OpenSite>;
  /** The text of one file; undefined when it is not there. */
  read(path: string): Promise<string | undefined>;
}

export interface OpenSite {
  readonly paths: readonly string[];
  /** Whether it holds exactly these bytes under this path. */
  holds(file: SiteFile): boolean;
  /**
   * Replaces one file as a whole: readers get the old one or the new one. Throws SiteOvertakenError when
   * another writer changed it since `open`.
   */
  put(file: SiteFile): Promise<void>;
  remove(path: string): Promise<void>;
}

/** The page as everybody gets it. */
export interface PublicPage {
  /** When what is served there was written. Throws MonitorFaultError when it cannot be read. */
  writtenAt(): Promise<Instant>;
}

export interface CheckQueue {
  /** Sends each request so that it becomes visible at its `scheduledAt`. */
  send(requests: readonly CheckRequest[]): Promise<void>;
}

/** Asks for the public page to be written now, because something changed that everybody may see. */
export interface PageCaller {
  changed(group: string): Promise<void>;
}

export interface EvaluationQueue {
  send(request: EvaluationRequest): Promise<void>;
}

export interface MessageReturn {
  /**
   * Lets a queue message that failed come back within seconds. `receiveCount`: deliveries so far.
   * Never throws.
   */
  soon(message: { readonly receiptHandle: string; readonly receiveCount: number }): Promise<void>;
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
  /**
   * Returns the provider's message id. Throws PublishError when the notice is not known to be sent; it
   * is then sent again under the same id. Gives up by itself within 20 s.
   */
  send(notice: Notice, route: Route): Promise<string>;
}

export interface Secrets {
  /** Throws SecretMissingError. */
  credentials(service: string): Promise<Credentials>;
}

/** Bearer tokens of the history API. */
export interface TokenStore {
  /** Every record that was not revoked; a minute old at most, seconds where `fresh`. */
  list(options?: { readonly fresh: boolean }): Promise<readonly TokenRecord[]>;
  /** Replaces all records. */
  save(records: readonly TokenRecord[]): Promise<void>;
}

export interface EvidenceStore {
  /** Content-addressed: the same bytes twice are one object. */
  put(artefact: Artefact, retention: 'passed' | 'failed'): Promise<Evidence>;
}

export interface EvidenceLinks {
  /** A link valid for `seconds`. */
  link(key: string, seconds: number): Promise<string>;
}

export interface JourneyOrder {
  readonly target: Target;
  /** Name of the journey, e.g. `login`. */
  readonly journey: string;
  readonly depth: Layer;
  readonly credentials?: Credentials;
  readonly limits: Limits;
  readonly userAgentContact: string;
  readonly blockedHosts: readonly string[];
  /** Keep a picture of each step that ends well. `at`: when the run was due. */
  readonly pictures?: { readonly at: Instant };
  /** Record a trace of the run, kept with its other evidence. */
  readonly trace?: boolean;
  /** Called as steps end, for a person who watches. */
  readonly onStep?: (step: RunRecord['steps'][number]) => void;
}

export interface JourneyRunner {
  /** Always returns a record within its deadline; a fault of ours is in the record, not thrown. */
  run(order: JourneyOrder): Promise<RunRecord>;
}

export interface ProbeOrder {
  readonly target: Target;
  readonly limits: Limits;
  readonly userAgentContact: string;
}

export interface Prober {
  probe(order: ProbeOrder): Promise<RunRecord>;
}

export interface Metrics {
  count(name: string, value: number, dimensions: Readonly<Record<string, string>>): void;
}

export interface Log {
  info(event: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(event: string, fields?: Readonly<Record<string, unknown>>): void;
  error(event: string, fields?: Readonly<Record<string, unknown>>): void;
}
