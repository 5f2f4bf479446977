import type { Subscriber } from '#core/notice/subscriber';
import type { Incident, Outage } from '#core/outage/outage';
import type { ShownState } from '#core/outage/shown-state';
import type { WithheldService } from '#core/outage/withheld';
import type { Report, ReportSection } from '#core/report/document';
import { type Speech, speechOf } from '#core/report/speech';
import { sayEntry } from '#core/report/timeline-rows';
import {
  carrierLines,
  mailedOf,
  reasonLines,
  refusedLines,
  toldLines,
  unheardOf,
  type WhyNotice,
} from '#core/report/why-notices';
import type { Language } from '#core/time/duration';
import { type Between, type Instant, SECOND } from '#core/time/time';
import type { Catalogue } from '#core/watch/catalogue';

export interface WhyOutage {
  readonly outage: Outage;
  readonly notices: readonly WhyNotice[];
}

interface WhyInput {
  readonly catalogue: Pick<Catalogue, 'services'>;
  readonly language: Language;
  /** Subscribers, if known. */
  readonly subscribers?: readonly Subscriber[] | undefined;
}

/** What the monitor says of a service at the moment. */
export interface StateNow {
  readonly state: ShownState;
  /** Latest run of any of its checks. Absent: none yet. */
  readonly lastResultAt?: Instant;
}

export interface WhyServiceInput extends WhyInput {
  readonly service: string;
  /** Absent if the question is about the past, or the source does not know. */
  readonly now?: StateNow | undefined;
  /** The examined period. */
  readonly from: Instant;
  readonly to: Instant;
  readonly withheld: readonly WithheldService[];
  readonly outages: readonly WhyOutage[];
}

/** The outage as it was at a moment. */
export function until(at: Instant, { outage, notices }: WhyOutage): WhyOutage {
  const incidents = outage.incidents
    .filter(({ startedBetween }) => startedBetween.by <= at)
    .map(({ endedBetween, ...rest }): Incident => {
      return endedBetween && endedBetween.by <= at ? { ...rest, endedBetween } : rest;
    });
  const timeline = outage.timeline.filter((entry) => entry.at <= at);
  return {
    outage: { ...outage, incidents, timeline },
    notices: notices.filter((notice) => notice.at <= at),
  };
}

/** An outage: observations, decisions, who got notices, who did not, and why. */
export function whyOutage(why: WhyOutage, input: WhyInput): Report {
  const speech = speechOf(input.language, input.catalogue);
  return {
    language: input.language,
    title: speech.say.why.title(nameOfOutage(why.outage, speech)),
    subtitle: speech.say.why.subtitle,
    sections: outageSections(why, input, speech),
  };
}

/** The same for a service: its failures without an outage, and its outages. */
export function whyService(input: WhyServiceInput): Report {
  const speech = speechOf(input.language, input.catalogue);
  const { why } = speech.say;
  const name = speech.name(input.service);
  const lines = input.withheld.map((one) => withheldLine(one, speech));
  const calm = lines.length + input.outages.length === 0;
  const nothing = why.nothing(name, speech.time(input.from), speech.time(input.to));
  const now = input.now && nowLine(input.now, speech);
  return {
    language: input.language,
    title: why.title(name),
    subtitle: why.subtitle,
    sections: [
      ...(lines.length > 0 ? [section(why.noOutage, lines, speech)] : []),
      ...(calm ? [section(why.sections.seen, [nothing, now ?? why.unsure], speech)] : []),
      ...input.outages.flatMap((outage) => [
        section(why.outage, [nameOfOutage(outage.outage, speech)], speech),
        ...outageSections(outage, input, speech),
      ]),
    ],
  };
}

/** A drill is named as one, because its notices read like those of an outage. */
function nameOfOutage({ id, drill }: Outage, { say }: Speech): string {
  return drill ? `${say.drillMark} ${id}` : id;
}

function nowLine({ state, lastResultAt }: StateNow, { say, words, time }: Speech): string {
  return say.why.now(
    words.states[state],
    lastResultAt === undefined ? undefined : time(lastResultAt),
  );
}

function section(title: string, lines: readonly string[], { say }: Speech): ReportSection {
  return {
    title,
    blocks: [{ type: 'list', items: lines.length > 0 ? lines : [say.why.none] }],
  };
}

function withheldLine(withheld: WithheldService, speech: Speech): string {
  const { at, reason, layer, kind, startedBetween, endedBetween } = withheld;
  const { say, words } = speech;
  if (startedBetween && endedBetween && layer && kind) {
    const began = say.why.began(
      speech.between(startedBetween),
      words.layers[layer],
      words.kinds[kind],
    );
    const ended = say.why.ended(speech.between(endedBetween));
    return `${say.reasons[reason]}: ${began} ${ended}`;
  }
  const seen = layer && kind ? ` (${words.layers[layer]} / ${words.kinds[kind]})` : '';
  return `${say.why.held(speech.time(at), say.reasons[reason])}${seen}`;
}

function outageSections(
  { outage, notices }: WhyOutage,
  { subscribers }: WhyInput,
  speech: Speech,
): readonly ReportSection[] {
  const { sections } = speech.say.why;
  const told = notices.flatMap((notice) => [
    ...toldLines(notice, speech),
    ...carrierLines(notice, ['delivered', 'awaited'], speech),
  ]);
  const withheld = [
    ...timelineLines(outage, ['silenced', 'silence-lifted', 'withheld'], speech),
    ...notices.flatMap((notice) => refusedLines(notice, speech)),
    ...notices.flatMap((notice) => carrierLines(notice, ['failed', 'unknown'], speech)),
    ...reasonLines('no-subscriber', unheardOf(notices, subscribers), speech),
    ...reasonLines('not-for-phones', mailedOf(notices, subscribers), speech),
  ];
  return [
    section(sections.seen, seenLines(outage, speech), speech),
    section(sections.decided, timelineLines(outage, DECIDED, speech), speech),
    section(sections.told, told, speech),
    section(sections.withheld, withheld, speech),
  ];
}

type EntryType = Outage['timeline'][number]['type'];

const DECIDED: readonly EntryType[] = [
  'opened',
  'cause',
  'reopened',
  'closed',
  'acknowledged',
  'maintenance-declared',
  'maintenance-withdrawn',
  'drill',
  'written',
];

function timelineLines(
  { timeline }: Outage,
  types: readonly EntryType[],
  speech: Speech,
): readonly string[] {
  return timeline
    .filter(({ type }) => types.includes(type))
    .toSorted((a, b) => a.at - b.at)
    .map((entry) => `${speech.time(entry.at)} ${sayEntry(entry, speech)}`);
}

function seenLines({ incidents }: Outage, speech: Speech): readonly string[] {
  const { why } = speech.say;
  const { layers, kinds } = speech.words;
  // Grouped by facts, not by wording.
  const seen = Map.groupBy(incidents, ({ startedBetween, endedBetween, layer, kind }) =>
    JSON.stringify([
      inSeconds(startedBetween),
      endedBetween && inSeconds(endedBetween),
      layer,
      kind,
    ]),
  );
  return [...seen.values()].map((alike) => {
    const { startedBetween, endedBetween, layer, kind } = alike[0] as Incident;
    const began = why.began(speech.between(startedBetween), layers[layer], kinds[kind]);
    const ended = endedBetween ? ` ${why.ended(speech.between(endedBetween))}` : '';
    return `${alike.map(({ service }) => speech.name(service)).join(', ')}: ${began}${ended}`;
  });
}

/** In the precision that is shown. */
function inSeconds({ after, by }: Between): readonly (number | null)[] {
  return [after, by].map((at) => (at === null ? null : Math.floor(at / SECOND)));
}
