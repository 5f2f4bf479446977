import { serviceName } from '#core/notice/email';
import { SMS_UNITS, smsUnits } from '#core/notice/sms';
import { wordsOf } from '#core/notice/texts/languages';
import type { Summary } from '#core/scenario/summary';
import { formatDuration, type Language } from '#core/time/duration';
import { kstMinute } from '#core/time/kst';
import type { Catalogue } from '#core/watch/catalogue';
import { checkedWith } from '#core/watch/shared-checks';
import { audienceOf, type Delivered, type Posted } from '#local/replay/inbox';
import { REPLAY_WORDS } from '#local/replay/replay-words';
import { table } from '#local/terminal';

export interface Printable {
  readonly summary: Summary;
  readonly messages: readonly Delivered[];
  readonly posts: readonly Posted[];
  readonly catalogue: Catalogue;
  readonly displayName: string;
  /** Results by service. */
  readonly counts: ReadonlyMap<string, number>;
  readonly language: Language;
}

/** The table used in news reports, from our own measurements. */
export function printTable({ summary, catalogue, counts, language }: Printable): string {
  const rows = catalogue.services.map(({ id }) => {
    const outage = summary.outages.find(({ services }) => services.includes(id));
    const { availability = null, downSeconds = 0 } = summary.services[id] ?? {};
    return [
      serviceName(catalogue, id, wordsOf(language)),
      between(outage?.startedBetween),
      between(outage?.endedBetween ?? undefined),
      outage ? formatDuration(downSeconds, language) : '-',
      String(counts.get(checkedWith(catalogue, id) ?? id) ?? 0),
      availability === null ? '-' : `${(availability * 100).toFixed(2)} %`,
    ];
  });
  return table([REPLAY_WORDS[language].columns, ...rows]);
}

function between(span: readonly [string | null, string] | undefined): string {
  if (!span) return '-';
  const [after, by] = span;
  return `${after === null ? '?' : time(after)}~${time(by)}`;
}

function time(iso: string): string {
  return kstMinute(Date.parse(iso));
}

/** Every message that on-call would have received. SMS exactly as sent, with their length. */
export function printMessages({
  messages,
  posts,
  displayName,
  language,
}: Pick<Printable, 'messages' | 'posts' | 'displayName' | 'language'>): string {
  if (messages.length === 0) return REPLAY_WORDS[language].noMessages;
  return [
    ...messages.map((message) => printMessage(message, displayName, language)),
    ...posts.map(({ to, body }) => `── ${to}\n${JSON.stringify(body, null, 2)}`),
  ].join('\n\n');
}

function printMessage(message: Delivered, displayName: string, language: Language): string {
  const { smsLabel, smsLength, mailLabel } = REPLAY_WORDS[language];
  const { sms, subject, email, notice, type } = message;
  const indent = '       ';
  return [
    `── ${notice} · ${type}${audienceOf(message, language)}`,
    ...(sms
      ? [`${smsLabel} ${sms}`, `${indent}${smsLength(smsUnits(sms, displayName), SMS_UNITS)}`]
      : []),
    `${mailLabel} ${subject}`,
    email.replace(/^/gm, `${indent}| `),
  ].join('\n');
}
