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

/** Attributes that the filters of a subscription use. */
interface Filtered extends Pick<Notice, 'type' | 'services'> {
  readonly severity: string;
  /** It has a text for phones. */
  readonly phone: boolean;
}

/** Whether a subscription lets a notice through; `lib/topic.ts` deploys the same as a filter policy. */
export function hears(subscriber: Subscriber, { type, services, severity, phone }: Filtered) {
  const { protocol, severities, types, services: about } = subscriber;
  return (
    (protocol !== 'sms' || phone) &&
    (severities?.some((one) => one === severity) ?? true) &&
    (types?.includes(type) ?? true) &&
    (about?.some((service) => services.includes(service)) ?? true)
  );
}
