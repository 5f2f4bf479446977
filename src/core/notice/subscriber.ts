import type { Notice, Severity } from '#core/notice/notice';
import type { NoticeType } from '#core/outage/telling';
import type { Service } from '#core/watch/catalogue';

/** Where notices go. A filter that is absent lets everything through. */
export interface Subscriber {
  readonly protocol: 'email' | 'sms' | 'https';
  readonly endpoint: string;
  readonly severities?: readonly Severity[];
  readonly services?: readonly Service['id'][];
  readonly types?: readonly NoticeType[];
}

/** What the filters of a subscription look at. */
interface Filtered extends Pick<Notice, 'type' | 'services' | 'to'> {
  readonly severity: string;
  /** It has a text for phones. */
  readonly phone: boolean;
}

/** Whether a subscription lets a notice through; `lib/topic.ts` deploys the same as a filter policy. */
export function hears(subscriber: Subscriber, { type, severity, phone, ...rest }: Filtered) {
  const { protocol, severities, types } = subscriber;
  return (
    (protocol !== 'sms' || phone) &&
    (severities?.some((one) => one === severity) ?? true) &&
    (types?.includes(type) ?? true) &&
    concerns(subscriber, rest)
  );
}

function concerns(
  { services: about }: Subscriber,
  { services, to }: Pick<Filtered, 'services' | 'to'>,
): boolean {
  if (!about) return to?.whole ?? true;
  const concerned = (about.length === 1 ? to?.alone : to?.several) ?? services;
  return about.some((service) => concerned.includes(service));
}
