import type { Notice, Severity } from '#core/notice/notice';
import { selectionOf } from '#core/outage/hearing';
import type { NoticeType } from '#core/outage/telling';
import type { Service } from '#core/watch/catalogue';

/** Where notices go. A filter that is absent lets everything through. */
export interface Subscriber {
  readonly protocol: 'email' | 'sms' | 'https';
  readonly endpoint: string;
  /** What it is called where somebody says that a drill arrived. */
  readonly label?: string;
  readonly severities?: readonly Severity[];
  readonly services?: readonly Service['id'][];
  readonly types?: readonly NoticeType[];
  /** Of a phone: it rings again each time nobody has acknowledged for so long. */
  readonly remindAfterSeconds?: number;
}

/** Attributes that the filters of a subscription use. */
interface Filtered
  extends Pick<Notice, 'type' | 'services' | 'to' | 'severities' | 'remindAfterSeconds'> {
  readonly severity: string;
  /** It has a text for phones. */
  readonly phone: boolean;
}

/** Whether a subscription lets a notice through; `lib/topic.ts` deploys the same as a filter policy. */
export function hears(subscriber: Subscriber, notice: Filtered): boolean {
  const { severities, types } = subscriber;
  const { type, severity, severities: all = [] } = notice;
  return (
    isOnTheWay(subscriber, notice) &&
    (severities?.some((one) => one === severity || all.includes(one)) ?? true) &&
    (types?.includes(type) ?? true) &&
    concerns(subscriber.services, notice)
  );
}

/** A phone gets what has a text for it, and of the reminders to phones those that it asked for. */
function isOnTheWay(
  { protocol, remindAfterSeconds }: Subscriber,
  { phone, remindAfterSeconds: reminds }: Filtered,
): boolean {
  if (reminds !== undefined) return protocol === 'sms' && reminds === remindAfterSeconds;
  return protocol !== 'sms' || phone;
}

/** Whether a notice is for who subscribed to the services `about`; absent: to all. */
export function concerns(
  about: Subscriber['services'],
  { services, to }: Pick<Filtered, 'services' | 'to'>,
): boolean {
  if (!about) return to?.whole ?? true;
  if (to && about.length > 1) return to.several.includes(selectionOf(about));
  return about.some((service) => (to?.alone ?? services).includes(service));
}
