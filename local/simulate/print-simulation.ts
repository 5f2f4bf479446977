import { SMS_UNITS, smsUnits } from '#core/notice/sms';
import type { IsoBetween, Summary } from '#core/scenario/summary';
import { formatDuration } from '#core/time/duration';
import { kstDate, kstSecond } from '#core/time/kst';
import type { Catalogue } from '#core/watch/catalogue';
import { table } from '#local/terminal';

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
    summary.outages.length === 0 ? '장애 없음' : outageTable(printable),
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

function outageTable({ summary, catalogue }: Printable): string {
  const rows = summary.outages.map((outage) => [
    outage.id,
    outage.services.map((id) => nameOf(id, catalogue)).join(', '),
    `${outage.cause.layer}/${outage.cause.kind}`,
    between(outage.startedBetween),
    outage.endedBetween ? between(outage.endedBetween) : '진행 중',
  ]);
  return table([['장애', '서비스', '원인', '시작 (KST)', '복구 (KST)'], ...rows]);
}

function smsLines({ summary, displayName }: Printable): readonly string[] {
  const lines = summary.notices.flatMap(({ at, sms, to }) => {
    if (!sms) return [];
    const who = to?.whole === false ? '  → 해당 서비스 구독자만' : '';
    return [`${moment(at)}  ${sms}  (${smsUnits(sms, displayName)}/${SMS_UNITS})${who}`];
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
