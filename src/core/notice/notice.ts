import type { Carriers, CarrierView } from '#core/notice/carriers';
import type { NoticeFacts } from '#core/notice/facts';
import type { Audience } from '#core/outage/hearing';
import type { NoticeType, WithheldReason } from '#core/outage/telling';
import type { Instant } from '#core/time/time';

/** SNS filter policies use these. `attention` never goes to a phone. */
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
  /**
   * Present if the opening had more than one severity: all of them, so that the same people get the
   * rest.
   */
  readonly severities?: readonly Severity[];
  /** Only for phones that asked to ring again after this time. */
  readonly remindAfterSeconds?: number;
  /** Absent: all who subscribed to one of `services`, and all who chose no services. */
  readonly to?: Audience;
  readonly at: Instant;
  /** The only channel of the notice: a drill of that channel. */
  readonly only?: string;
  /** It failed again after its closing notice. Absent otherwise. */
  readonly again?: true;
  /** Content as data. Absent in notices of an older version. */
  readonly facts?: NoticeFacts;
  /** Body as given to SNS, without the prefixes of carrier and topic. Absent: not for phones. */
  readonly sms?: string;
  readonly subject: string;
  readonly text: string;
}

/** The notice goes only to subscribers of its services. Others hear about the whole outage. */
export function isOwn({ to }: Pick<Notice, 'to'>): boolean {
  return to?.whole === false;
}

const REMINDER_MARK = 'remind-';

/** The value for filter policies. */
export function reminderMark(seconds: number): string {
  return `${REMINDER_MARK}${seconds}`;
}

/** For filter policies: everything except reminders to phones. */
export const NO_PHONE_REMINDER = [{ 'anything-but': { prefix: REMINDER_MARK } }] as const;

/** `sent`: the channel accepted it. What carriers do with an SMS is in `carriers`. */
export const DELIVERY_STATES = ['pending', 'sent', 'failed', 'withheld'] as const;

export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** The route of a channel. Only some channels have a fallback. */
export type Route = 'primary' | 'fallback';

/** A notice on one channel and its delivery. Written before sending, updated after. */
export interface LedgerRow {
  readonly schema: 1;
  readonly notice: Notice;
  /** Name of the channel. */
  readonly channel: string;
  readonly state: DeliveryState;
  /** Number of tries so far. */
  readonly attempts: number;
  /** Time of the latest try. */
  readonly attemptedAt?: Instant;
  readonly nextTryAt?: Instant;
  readonly sentAt?: Instant;
  readonly messageId?: string;
  /** `primary` until `maxAttempts`, then the fallback if the channel has one. */
  readonly route: Route;
  readonly lastError?: string;
  /** Why it is never sent. */
  readonly withheld?: WithheldReason;
  /** Absent if carriers' answers are not read. */
  readonly carriers?: Carriers;
}

/** The delivery of a notice on one channel, in the form that people see. */
export type Delivery = Pick<
  LedgerRow,
  'channel' | 'state' | 'attempts' | 'sentAt' | 'messageId' | 'lastError'
> & { readonly carrier?: CarrierView };
