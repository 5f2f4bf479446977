import { SMS_UNITS, smsUnits } from '#core/notice/sms';
import type { Summary } from '#core/scenario/summary';
import { formatDuration } from '#core/time/duration';
import { kstMinute } from '#core/time/kst';
import type { Catalogue } from '#core/watch/catalogue';
import { checkedWith } from '#core/watch/shared-checks';
import { audienceOf, type Delivered, type Posted } from '#local/replay/inbox';
import { table } from '#local/terminal';

export interface Printable {
  readonly summary: Summary;
  readonly messages: readonly Delivered[];
  readonly posts: readonly Posted[];
  readonly catalogue: Catalogue;
  readonly displayName: string;
  /** Results by service. */
  readonly counts: ReadonlyMap<string, number>;
}

/** The table of the news reports, from our own measurements. */
export function printTable({ summary, catalogue, counts }: Printable): string {
  const rows = catalogue.services.map(({ id, name }) => {
    const outage = summary.outages.find(({ services }) => services.includes(id));
    const { availability = null, downSeconds = 0 } = summary.services[id] ?? {};
    return [
      name,
      between(outage?.startedBetween),
      between(outage?.endedBetween ?? undefined),
      outage ? formatDuration(downSeconds, 'ko') : '-',
      String(counts.get(checkedWith(catalogue, id) ?? id) ?? 0),
      availability === null ? '-' : `${(availability * 100).toFixed(2)} %`,
    ];
  });
  return table([['서비스', '시작 (KST)', '복구 (KST)', '지속 시간', '횟수', '가용률'], ...rows]);
}

function between(span: readonly [string | null, string] | undefined): string {
  if (!span) return '-';
  const [after, by] = span;
  return `${after === null ? '?' : time(after)}~${time(by)}`;
}

function time(iso: string): string {
  return kstMinute(Date.parse(iso));
}

/** Every message that on-call would have received, the SMS exactly as sent with its length. */
export function printMessages({
  messages,
  posts,
  displayName,
}: Pick<Printable, 'messages' | 'posts' | 'displayName'>): string {
  if (messages.length === 0) return '보낸 알림 없음';
  return [
    ...messages.map((message) => printMessage(message, displayName)),
    ...posts.map(({ to, body }) => `── ${to}\n${JSON.stringify(body, null, 2)}`),
  ].join('\n\n');
}

function printMessage(message: Delivered, displayName: string): string {
  const sms = message.sms
    ? `SMS    ${message.sms}\n       (${smsUnits(message.sms, displayName)}/${SMS_UNITS}자, 통신사·발신 표시 포함)\n`
    : '';
  const body = message.email.replace(/^/gm, '       | ').trimStart();
  return `── ${message.notice} · ${message.type}${audienceOf(message)}\n${sms}메일   ${message.subject}\n       ${body}`;
}
