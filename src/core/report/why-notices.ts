import type { CarrierState } from '#core/notice/carriers';
import { FIRST_CHANNEL } from '#core/notice/ledger';
import type { Delivery } from '#core/notice/notice';
import { hears, type Subscriber } from '#core/notice/subscriber';
import type { Audience } from '#core/outage/hearing';
import type { NoticeType, ToldAs } from '#core/outage/telling';
import type { Speech } from '#core/report/speech';
import type { Instant } from '#core/time/time';

/** A notice about an outage and its delivery. */
export interface WhyNotice {
  readonly seq: number;
  readonly type: NoticeType;
  readonly as: ToldAs;
  readonly at: Instant;
  readonly services: readonly string[];
  readonly severity: string;
  /** Absent if the source does not know it. */
  readonly to?: Audience;
  /** It had a text for phones. */
  readonly phone: boolean;
  /** On each channel. Absent if nothing was really sent. */
  readonly deliveries?: readonly Delivery[];
}

function nameOf({ seq, as }: WhyNotice, { words }: Speech): string {
  return `#${seq} [${words.tags[as]}]`;
}

/** On the channels that accepted it. */
export function toldLines(notice: WhyNotice, speech: Speech): readonly string[] {
  const { why } = speech.say;
  const name = nameOf(notice, speech);
  const by = notice.phone ? why.phoneAndEmail : why.emailOnly;
  if (!notice.deliveries) return [why.wouldBeSent(speech.time(notice.at), name, by)];
  return notice.deliveries.flatMap(({ channel, state, sentAt = notice.at, messageId = '' }) =>
    state === 'sent'
      ? [
          why.sent({
            time: speech.time(sentAt),
            name,
            // Only SNS has subscribers. Another channel is one recipient.
            by: channel === FIRST_CHANNEL ? by : undefined,
            channel,
            messageId,
          }),
        ]
      : [],
  );
}

/** Answers for notices that went to phones. */
export function carrierLines(
  notice: WhyNotice,
  states: readonly CarrierState[],
  speech: Speech,
): readonly string[] {
  const { why } = speech.say;
  const name = nameOf(notice, speech);
  return (notice.deliveries ?? []).flatMap(({ carrier }) => {
    if (!carrier || !states.includes(carrier.state)) return [];
    const { state, delivered, failures, fellBack } = carrier;
    const says = failures.map((one) => `${one.phone} (${one.says})`).join(', ');
    const line = why.carrier[state]({ name, delivered, says });
    return [fellBack ? `${line} ${why.fellBack}` : line];
  });
}

export function refusedLines(notice: WhyNotice, speech: Speech): readonly string[] {
  const name = nameOf(notice, speech);
  return (notice.deliveries ?? []).flatMap(({ channel, state, attempts, lastError = '' }) =>
    state === 'sent' ? [] : [speech.say.why.notTaken({ name, channel, attempts, lastError })],
  );
}

/** One line for all notices with the same reason. */
export function reasonLines(
  reason: 'no-subscriber' | 'not-for-phones',
  notices: readonly WhyNotice[],
  speech: Speech,
): readonly string[] {
  if (notices.length === 0) return [];
  const names = notices.map((notice) => nameOf(notice, speech)).join(', ');
  return [speech.say.why.reason(names, speech.say.reasons[reason])];
}

type Subscribers = readonly Subscriber[] | undefined;

/** Notices without any subscriber. Empty if the subscribers are unknown, or there is no SNS. */
export function unheardOf(
  notices: readonly WhyNotice[],
  subscribers: Subscribers,
): readonly WhyNotice[] {
  return notices.filter(
    (notice) => hasSubscribers(notice) && subscribers?.some((one) => hears(one, notice)) === false,
  );
}

/** False for a notice of `watch`, which reaches people by other channels. */
function hasSubscribers({ deliveries }: WhyNotice): boolean {
  return deliveries?.some(({ channel }) => channel === FIRST_CHANNEL) ?? true;
}

/** Notices that only went to mailboxes. */
export function mailedOf(
  notices: readonly WhyNotice[],
  subscribers: Subscribers,
): readonly WhyNotice[] {
  const unheard = unheardOf(notices, subscribers);
  return notices.filter(
    (notice) => hasSubscribers(notice) && !notice.phone && !unheard.includes(notice),
  );
}
