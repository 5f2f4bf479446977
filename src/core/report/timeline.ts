import { kstDate, kstSecond } from '#core/kst';
import type { Outage, TimelineEntry } from '#core/outage';
import type { ReportWords } from '#core/texts/report-words';

/** Time in KST, what happened: in the report's language, not the record's. */
export function timelineRows(
  outage: Outage,
  say: ReportWords,
  name: (service: string) => string,
): readonly (readonly string[])[] {
  return [...outage.timeline]
    .sort((a, b) => a.at - b.at)
    .map((entry) => [`${kstDate(entry.at)} ${kstSecond(entry.at)}`, sentence(entry, say, name)]);
}

function sentence(
  entry: TimelineEntry,
  say: ReportWords,
  name: (service: string) => string,
): string {
  const what = say.timeline[entry.type];
  const who = entry.service === undefined ? what : `${name(entry.service)}: ${what}`;
  const by = entry.by === undefined ? who : `${who} (${entry.by})`;
  return ['note', 'notice', 'cause'].includes(entry.type) ? `${by}: ${entry.text}` : by;
}
