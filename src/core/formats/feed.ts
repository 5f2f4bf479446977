import { escapeXml } from '#core/formats/markup';
import type { Outage } from '#core/outage/outage';
import type { Language } from '#core/time/duration';
import { kstDate, kstMinute } from '#core/time/kst';
import type { Instant } from '#core/time/time';

export interface FeedInput {
  readonly outages: readonly Outage[];
  readonly language: Language;
  /** Names by service id, in the language of the feed. */
  readonly names: Readonly<Record<string, string>>;
  /** The common name of all services, in the language of the feed. */
  readonly servicesName: string;
  /** Address of the page that people read. */
  readonly statusUrl: string;
  /** Address of this feed. */
  readonly selfUrl: string;
  /** Addresses of one outage, for people and for programs. */
  readonly addressesOf: (outage: string) => { readonly page: string; readonly data: string };
  /** Updates about an outage, oldest first. They renew its entry. */
  readonly toldOf?: (outage: string) => readonly { readonly at: Instant; readonly text: string }[];
  readonly now: Instant;
}

const WORDS = {
  ko: {
    title: '장애 알림',
    author: '봉화',
    open: '장애',
    over: '복구',
    began: '시작',
    ended: '복구',
    goesOn: '진행 중',
  },
  en: {
    title: 'outages',
    author: 'Bonghwa',
    open: 'Outage',
    over: 'Recovered',
    began: 'began',
    ended: 'recovered',
    goesOn: 'goes on',
  },
} as const;

/** Outages as an Atom feed (RFC 4287), newest first. Each outage is one entry that is updated. */
export function toAtom(input: FeedInput): string {
  const updated = Math.max(0, ...input.outages.map((outage) => updatedAt(outage, input)));
  const say = WORDS[input.language];
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${input.language}">`,
    '<id>urn:bonghwa:outages</id>',
    `<title>${escapeXml(input.servicesName)} ${say.title}</title>`,
    `<updated>${new Date(updated || input.now).toISOString()}</updated>`,
    `<author><name>${say.author}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(input.selfUrl)}"/>`,
    `<link rel="alternate" href="${escapeXml(input.statusUrl)}"/>`,
    ...input.outages.map((outage) => entry(outage, input)),
    '</feed>\n',
  ].join('\n');
}

function updatedAt(outage: Outage, { toldOf }: FeedInput): Instant {
  const told = toldOf?.(outage.id).at(-1)?.at ?? 0;
  return Math.max(outage.openedAt, outage.closedAt ?? 0, outage.timeline.at(-1)?.at ?? 0, told);
}

function entry(outage: Outage, input: FeedInput): string {
  const { names, addressesOf, toldOf, language } = input;
  const say = WORDS[language];
  const told = toldOf?.(outage.id).map(
    ({ at, text }) => `${kstDate(at)} ${kstMinute(at)} KST ${text}`,
  );
  const services = [...new Set(outage.incidents.map(({ service }) => names[service] ?? service))];
  const over = outage.state === 'closed';
  const { page, data } = addressesOf(outage.id);
  const title = `[${over ? say.over : say.open}] ${services.join(', ')}`;
  return [
    '<entry>',
    `<id>urn:bonghwa:outage:${escapeXml(outage.id)}</id>`,
    `<title>${escapeXml(title)}</title>`,
    `<published>${new Date(outage.openedAt).toISOString()}</published>`,
    `<updated>${new Date(updatedAt(outage, input)).toISOString()}</updated>`,
    `<link rel="alternate" href="${escapeXml(page)}"/>`,
    `<link rel="related" type="application/json" href="${escapeXml(data)}"/>`,
    `<content type="text">${escapeXml([title, span(outage, say), ...(told ?? [])].join('\n'))}</content>`,
    '</entry>',
  ].join('');
}

/** `2024-07-18 09:15 KST 시작, 11:57 KST 복구`. */
function span({ startedBetween, endedBetween }: Outage, say: (typeof WORDS)[Language]): string {
  const began = `${kstDate(startedBetween.by)} ${kstMinute(startedBetween.by)} KST ${say.began}`;
  if (!endedBetween) return `${began}, ${say.goesOn}`;
  const sameDay = kstDate(endedBetween.by) === kstDate(startedBetween.by);
  const day = sameDay ? '' : `${kstDate(endedBetween.by)} `;
  return `${began}, ${day}${kstMinute(endedBetween.by)} KST ${say.ended}`;
}
