import type { Notice, Severity } from '#core/notice/notice';
import { selectionOf } from '#core/outage/hearing';
import type { NoticeType } from '#core/outage/telling';
import type { Service } from '#core/watch/catalogue';

/** A recipient of notices. An absent filter lets everything through. */
export interface Subscriber {
  readonly protocol: 'email' | 'sms' | 'https';
  readonly endpoint: string;
  /** What it is called where somebody says that a drill arrived. */
  readonly label?: string;
  readonly severities?: readonly Severity[];
  readonly services?: readonly Service['id'][];
  readonly types?: readonly NoticeType[];
  /** For a phone: it rings again each time nobody has acknowledged for this long. */
  readonly remindAfterSeconds?: number;
}

/** Attributes of a notice that filters of a subscription use. */
interface Filtered
  extends Pick<Notice, 'type' | 'services' | 'to' | 'severities' | 'remindAfterSeconds'> {
  readonly severity: string;
  /** The notice has a text for phones. */
  readonly phone: boolean;
}

/**
 * True if a subscription accepts a notice. `lib/topic.ts` deploys the same rule as a filter policy.
 */
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

/** Phones get notices with a text for phones, and only the phone reminders that they asked for. */
function isOnTheWay(
  { protocol, remindAfterSeconds }: Subscriber,
  { phone, remindAfterSeconds: reminds }: Filtered,
): boolean {
  if (reminds !== undefined) return protocol === 'sms' && reminds === remindAfterSeconds;
  return protocol !== 'sms' || phone;
}

/** True if a notice is for subscribers of the services `about`. Absent `about`: all services. */
export function concerns(
  about: Subscriber['services'],
  { services, to }: Pick<Filtered, 'services' | 'to'>,
): boolean {
  if (!about) return to?.whole ?? true;
  if (to && about.length > 1) return to.several.includes(selectionOf(about));
  return about.some((service) => (to?.alone ?? services).includes(service));
}
