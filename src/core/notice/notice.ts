import type { Carriers, CarrierView } from '#core/notice/carriers';
import type { NoticeFacts } from '#core/notice/facts';
import type { Audience } from '#core/outage/hearing';
import type { NoticeType, WithheldReason } from '#core/outage/telling';
import type { Instant } from '#core/time/time';

/** SNS filter policies use these; `attention` never goes to a phone. */
export type Severity = 'critical' | 'warning' | 'attention' | 'info';

/** One message about an outage (or one attention), ready to send. */
export interface Notice {
  /** `<outage>#<seq>`; attention: `<group>-attention-…#<seq>`. Deterministic. */
  readonly id: string;
  readonly outage: string;
  readonly seq: number;
  readonly type: NoticeType;
  readonly group: string;
  readonly services: readonly string[];
  readonly severity: Severity;
  /** Where the begin was told with more than one: all of them, so that all hear the rest. */
  readonly severities?: readonly Severity[];
  /** Only for phones that asked to ring again after so long. */
  readonly remindAfterSeconds?: number;
  /** Absent: all who subscribed to one of `services`, and those without a choice. */
  readonly to?: Audience;
  readonly at: Instant;
  /** The one channel that it is for: a rehearsal of that channel. */
  readonly only?: string;
  /** It failed again after its end was told; absent otherwise. */
  readonly again?: true;
  /** What it tells, as data. A notice that an older version ordered has none. */
  readonly facts?: NoticeFacts;
  /** Body as handed to SNS, without the carrier's and topic's prefixes. Absent: not for phones. */
  readonly sms?: string;
  readonly subject: string;
  readonly text: string;
}

/** It goes only to subscribers of its services: the others hear of the whole outage. */
export function isOwn({ to }: Pick<Notice, 'to'>): boolean {
  return to?.whole === false;
}

const REMINDER_MARK = 'remind-';

/** As filter policies ask for it. */
export function reminderMark(seconds: number): string {
  return `${REMINDER_MARK}${seconds}`;
}

/** For filter policies: whatever is no reminder to a phone. */
export const NO_PHONE_REMINDER = [{ 'anything-but': { prefix: REMINDER_MARK } }] as const;

/** `sent`: the channel accepted it. What carriers do with an SMS is in `carriers`. */
export const DELIVERY_STATES = ['pending', 'sent', 'failed', 'withheld'] as const;

export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** By which of its ways a channel sends. Only some channels have a fallback. */
export type Route = 'primary' | 'fallback';

/** A notice on one channel and its delivery: written before sending, marked after. */
export interface LedgerRow {
  readonly schema: 1;
  readonly notice: Notice;
  /** Name of the channel. */
  readonly channel: string;
  readonly state: DeliveryState;
  /** Sends tried so far. */
  readonly attempts: number;
  /** Time of the latest try. */
  readonly attemptedAt?: Instant;
  readonly nextTryAt?: Instant;
  readonly sentAt?: Instant;
  readonly messageId?: string;
  /** `primary` until `maxAttempts`, then the fallback where the channel has one. */
  readonly route: Route;
  readonly lastError?: string;
  /** Why it is never sent. */
  readonly withheld?: WithheldReason;
  /** Absent where nobody reads what carriers answer. */
  readonly carriers?: Carriers;
}

/** The delivery of a notice on one channel, as people see it. */
export type Delivery = Pick<
  LedgerRow,
  'channel' | 'state' | 'attempts' | 'sentAt' | 'messageId' | 'lastError'
> & { readonly carrier?: CarrierView };
