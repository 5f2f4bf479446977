import type { Words } from '#core/notice/texts/words';
import type { Outage } from '#core/outage/outage';
import type { TimelineEntry } from '#core/outage/timeline';
import type { ReportWords } from '#core/report/texts/words';
import { kstDate, kstSecond } from '#core/time/kst';

export interface TimelineContext {
  readonly words: Words;
  readonly say: ReportWords;
  name(service: string): string;
}

/** Time in KST and event, in the reader's language. */
export function timelineRows(
  outage: Outage,
  context: TimelineContext,
): readonly (readonly string[])[] {
  return [...outage.timeline]
    .sort((a, b) => a.at - b.at)
    .map((entry) => [`${kstDate(entry.at)} ${kstSecond(entry.at)}`, sayEntry(entry, context)]);
}

/** `고용24: 장애 확인: 데이터 조회 / 제한 시간 안에 응답이 없었습니다.` */
export function sayEntry(entry: TimelineEntry, context: TimelineContext): string {
  const { say, name } = context;
  const type = entry.type === 'written' ? entry.was : entry.type;
  const what = Object.entries(say.timeline).find(([known]) => known === type)?.[1];
  const service = 'service' in entry ? entry.service : undefined;
  const parts = [service === undefined ? undefined : name(service), what, detailOf(entry, context)];
  const whole = parts.filter(Boolean).join(': ');
  return 'by' in entry && entry.by !== undefined ? `${whole} (${entry.by})` : whole;
}

function detailOf(entry: TimelineEntry, { words, say }: TimelineContext): string {
  switch (entry.type) {
    case 'suspect':
    case 'service-down':
    case 'cause':
      return `${words.layers[entry.layer]} / ${words.kinds[entry.kind]}`;
    case 'notice':
      return `#${entry.seq} ${words.tags[entry.as]}`;
    case 'withheld':
      return `[${words.tags[entry.as]}] ${say.reasons[entry.reason]}`;
    case 'silenced':
      return entry.until === undefined
        ? entry.text
        : say.silencedUntil(entry.text, `${kstDate(entry.until)} ${kstSecond(entry.until)}`);
    case 'note':
    case 'maintenance-declared':
    case 'written':
      return entry.text;
    default:
      return '';
  }
}
