import type { Severity } from '#core/notice/notice';
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
