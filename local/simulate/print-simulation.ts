import { SMS_UNITS, smsUnits } from '#core/notice/sms';
import { wordsOf } from '#core/notice/texts/languages';
import type { IsoBetween, Summary } from '#core/scenario/summary';
import { formatDuration } from '#core/time/duration';
import { kstDate, kstSecond } from '#core/time/kst';
import type { Catalogue } from '#core/watch/catalogue';
import { table, wrapped } from '#local/terminal';

export interface Printable {
  readonly summary: Summary;
  readonly catalogue: Catalogue;
  readonly displayName: string;
}

/** The text that `simulate` prints: services, outages and SMS. */
export function printSummary(printable: Printable): string {
  const { summary } = printable;
  const attention = summary.notices.filter(({ type }) => type === 'attention').length;
  return [
    `${summary.scenario}: 모니터링 ${summary.checks.toLocaleString('en-US')}회`,
    '',
    serviceTable(printable),
    '',
    summary.outages.length === 0 ? '장애 없음' : outageLines(printable),
    '',
    ...smsLines(printable),
    `이메일 ${summary.notices.length}건 (그중 확인 필요 ${attention}건)`,
  ].join('\n');
}

function serviceTable({ summary, catalogue }: Printable): string {
  const rows = Object.entries(summary.services).map(([id, service]) => [
    nameOf(id, catalogue),
    formatDuration(service.downSeconds, 'ko'),
    formatDuration(service.unknownSeconds, 'ko'),
    service.availability === null ? '-' : `${(service.availability * 100).toFixed(3)} %`,
  ]);
  return table([['서비스', '장애 시간', '알 수 없는 시간', '가용률'], ...rows]);
}

/** Names of many services fit no column. */
function outageLines({ summary, catalogue }: Printable): string {
  const words = wordsOf('ko');
  const blocks = summary.outages.map(({ id, services, cause, startedBetween, endedBetween }) =>
    [
      `장애 ${id}`,
      `  서비스  ${services.map((one) => nameOf(one, catalogue)).join(', ')}`,
      `  원인    [${words.layers[cause.layer]}] ${words.kinds[cause.kind]}`,
      `  시작    ${between(startedBetween)} (KST)`,
      `  복구    ${endedBetween ? `${between(endedBetween)} (KST)` : '진행 중'}`,
    ].join('\n'),
  );
  return wrapped(blocks.join('\n\n'), 8);
}

function smsLines({ summary, displayName }: Printable): readonly string[] {
  const lines = summary.notices.flatMap(({ at, sms, to }) => {
    if (!sms) return [];
    const who = to?.whole === false ? '  → 해당 서비스 구독자만' : '';
    return [`${moment(at)}  (${smsUnits(sms, displayName)}/${SMS_UNITS}자)${who}\n  ${sms}`];
  });
  return lines.length === 0 ? ['SMS 없음', ''] : ['SMS (KST)', ...lines, ''];
}

function nameOf(id: string, { services }: Catalogue): string {
  return services.find((service) => service.id === id)?.name ?? id;
}

function between([after, by]: IsoBetween): string {
  return `${after === null ? '?' : moment(after)}~${kstSecond(Date.parse(by))}`;
}

function moment(iso: string): string {
  const at = Date.parse(iso);
  return `${kstDate(at)} ${kstSecond(at)}`;
}
