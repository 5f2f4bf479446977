import { serviceName } from '#core/notice/email';
import { SMS_UNITS, smsUnits } from '#core/notice/sms';
import { wordsOf } from '#core/notice/texts/languages';
import type { IsoBetween, Summary } from '#core/scenario/summary';
import { formatDuration, type Language } from '#core/time/duration';
import { kstDate, kstSecond } from '#core/time/kst';
import type { Catalogue } from '#core/watch/catalogue';
import { REPLAY_WORDS } from '#local/replay/replay-words';
import { padTo, table, wrapped } from '#local/terminal';

export interface Printable {
  readonly summary: Summary;
  readonly catalogue: Catalogue;
  readonly displayName: string;
  readonly language: Language;
}

/** The text that `simulate` prints: services, outages and SMS. */
export function printSummary(printable: Printable): string {
  const { summary, language } = printable;
  const { checks, noOutage, emails } = wordsFor(language);
  const attention = summary.notices.filter(({ type }) => type === 'attention').length;
  return [
    `${summary.scenario}: ${checks(summary.checks.toLocaleString('en-US'))}`,
    '',
    serviceTable(printable),
    '',
    summary.outages.length === 0 ? noOutage : outageLines(printable),
    '',
    ...smsLines(printable),
    emails(summary.notices.length, attention),
  ].join('\n');
}

function wordsFor(language: Language) {
  return REPLAY_WORDS[language].simulation;
}

function serviceTable({ summary, catalogue, language }: Printable): string {
  const rows = Object.entries(summary.services).map(([id, service]) => [
    serviceName(catalogue, id, wordsOf(language)),
    formatDuration(service.downSeconds, language),
    formatDuration(service.unknownSeconds, language),
    service.availability === null ? '-' : `${(service.availability * 100).toFixed(3)} %`,
  ]);
  return table([wordsFor(language).columns, ...rows]);
}

/** Names of many services fit into no column. */
function outageLines({ summary, catalogue, language }: Printable): string {
  const words = wordsOf(language);
  const own = wordsFor(language);
  const label = (text: string) => `  ${padTo(text, 10)}`;
  const blocks = summary.outages.map(({ id, services, cause, startedBetween, endedBetween }) =>
    [
      own.outage(id),
      `${label(own.services)}${services.map((one) => serviceName(catalogue, one, words)).join(', ')}`,
      `${label(own.cause)}[${words.layers[cause.layer]}] ${words.kinds[cause.kind]}`,
      `${label(own.began)}${between(startedBetween)} (KST)`,
      `${label(own.ended)}${endedBetween ? `${between(endedBetween)} (KST)` : own.goesOn}`,
    ].join('\n'),
  );
  return wrapped(blocks.join('\n\n'), 10);
}

function smsLines({ summary, displayName, language }: Printable): readonly string[] {
  const words = wordsFor(language);
  const lines = summary.notices.flatMap(({ at, sms, to }) => {
    if (!sms) return [];
    const who = to?.whole === false ? words.onlySubscribers : '';
    return [
      `${moment(at)}  ${words.smsUnits(smsUnits(sms, displayName), SMS_UNITS)}${who}\n  ${sms}`,
    ];
  });
  return lines.length === 0 ? [words.noSms, ''] : ['SMS (KST)', ...lines, ''];
}

function between([after, by]: IsoBetween): string {
  return `${after === null ? '?' : moment(after)}~${kstSecond(Date.parse(by))}`;
}

function moment(iso: string): string {
  const at = Date.parse(iso);
  return `${kstDate(at)} ${kstSecond(at)}`;
}
