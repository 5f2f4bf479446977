import type { Words } from '#core/notice/texts/words';
import type { Outage, TimelineEntry } from '#core/outage/outage';
import type { ReportWords } from '#core/report/words';
import { LAYERS } from '#core/run/layer';
import { KINDS } from '#core/run/verdict';
import { kstDate, kstSecond } from '#core/time/kst';

export interface TimelineContext {
  readonly words: Words;
  readonly say: ReportWords;
  name(service: string): string;
}

/** Time in KST, what happened: in the report's language, not the record's. */
export function timelineRows(
  outage: Outage,
  context: TimelineContext,
): readonly (readonly string[])[] {
  return [...outage.timeline]
    .sort((a, b) => a.at - b.at)
    .map((entry) => [`${kstDate(entry.at)} ${kstSecond(entry.at)}`, sentence(entry, context)]);
}

function sentence(entry: TimelineEntry, context: TimelineContext): string {
  const what = context.say.timeline[entry.type];
  const who = entry.service === undefined ? what : `${context.name(entry.service)}: ${what}`;
  const detail = detailOf(entry, context);
  const whole = detail === '' ? who : `${who}: ${detail}`;
  return entry.by === undefined ? whole : `${whole} (${entry.by})`;
}

/** What the record's English sentence holds besides its type. */
function detailOf({ type, text }: TimelineEntry, { words }: TimelineContext): string {
  if (type === 'note') return text;
  if (type === 'notice') {
    const [, seq, notice = ''] = /#(\d+): (\w+)/.exec(text) ?? [];
    const tag = Object.entries(words.tags).find(([key]) => key === notice)?.[1];
    return tag === undefined ? text : `#${seq} ${tag}`;
  }
  if (type !== 'cause') return '';
  const kind = KINDS.find((one) => text.includes(` ${one} at `));
  const layer = LAYERS.find((one) => text.endsWith(` at ${one}.`));
  return kind && layer ? `${words.layers[layer]} / ${words.kinds[kind]}` : text;
}
