import type { Message } from '#core/notice/chat-message';
import type { NoticeEvent } from '#core/notice/event';
import type { Notice } from '#core/notice/notice';

/** Placeholders of a template, written `{name}`. */
export const PLACEHOLDERS = [
  'title',
  'text',
  'sms',
  'type',
  'severity',
  'notice',
  'outage',
  'group',
  'services',
  'at',
  'since',
  'until',
  'status',
  'record',
] as const;

export type Placeholder = (typeof PLACEHOLDERS)[number];

const PLACEHOLDER = /\{(\w+)\}/g;

type Filling = Readonly<Record<Placeholder, string>>;

/** Names in a template that are not placeholders. */
export function unknownPlaceholders(template: unknown): readonly string[] {
  const known: readonly string[] = PLACEHOLDERS;
  return [...JSON.stringify(template).matchAll(PLACEHOLDER)]
    .map(([, name = '']) => name)
    .filter((name) => !known.includes(name));
}

/** Returns the configured JSON with its placeholders filled in. */
export function fillTemplate(
  template: Readonly<Record<string, unknown>>,
  filling: Filling,
): Readonly<Record<string, unknown>> {
  const fill = ([key, value]: readonly [string, unknown]) => [key, filled(value, filling)];
  return Object.fromEntries(Object.entries(template).map(fill));
}

function filled(value: unknown, filling: Filling): unknown {
  if (typeof value === 'string') {
    return value.replace(PLACEHOLDER, (whole, name: string) =>
      Object.hasOwn(filling, name) ? filling[name as Placeholder] : whole,
    );
  }
  if (Array.isArray(value)) return value.map((each: unknown) => filled(each, filling));
  if (typeof value !== 'object' || value === null) return value;
  return fillTemplate(value as Readonly<Record<string, unknown>>, filling);
}

/** `sms` is the text for phones. A notice without one uses its title. */
export function fillingOf(notice: Notice, event: NoticeEvent, message: Message): Filling {
  const { outage, blip, links } = event;
  const span = outage ?? blip;
  return {
    title: message.title,
    text: notice.text,
    sms: notice.sms ?? message.title,
    type: notice.type,
    severity: notice.severity,
    notice: notice.id,
    outage: notice.outage,
    group: event.group.name,
    services: event.services.map(({ name }) => name).join(', '),
    at: event.at,
    since: span?.startedBetween.by ?? '',
    until: span?.endedBetween?.by ?? '',
    status: links.status ?? '',
    record: links.record ?? '',
  };
}
