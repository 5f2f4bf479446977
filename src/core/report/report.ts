import { causePhrase, sayBetween, serviceName } from '#core/notice/email';
import { saySymptom } from '#core/notice/say-symptom';
import { wordsOf } from '#core/notice/texts/languages';
import type { Words } from '#core/notice/texts/words';
import type { Incident, Outage } from '#core/outage/outage';
import type { Block, Report, ReportSection } from '#core/report/document';
import { reportWordsOf } from '#core/report/texts/languages';
import type { ReportWords } from '#core/report/texts/words';
import { timelineRows } from '#core/report/timeline-rows';
import { LAYERS } from '#core/run/layer';
import {
  durationBetween,
  formatAtLeast,
  formatDurationBetween,
  type Language,
} from '#core/time/duration';
import { kstDate, kstMinute, kstSecond } from '#core/time/kst';
import type { Instant } from '#core/time/time';
import type { Catalogue } from '#core/watch/catalogue';

/** Evidence that a document can show. */
export interface ReportEvidence {
  readonly key: string;
  /** Text of the page, already redacted. */
  readonly excerpt?: string;
  /** Screenshot as a data URI. */
  readonly image?: string;
}

export interface ReportInput {
  readonly outage: Outage;
  readonly catalogue: Pick<Catalogue, 'groups' | 'services' | 'targets'>;
  /** In addition to the keys in the outage. */
  readonly evidence: readonly ReportEvidence[];
  readonly writtenAt: Instant;
  readonly language: Language;
}

interface Context extends ReportInput {
  readonly words: Words;
  readonly say: ReportWords;
  name(service: string): string;
}

/** The outage as a document. Every figure is an interval, and every inference is marked. */
export function composeReport(input: ReportInput): Report {
  const words = wordsOf(input.language);
  const context: Context = {
    ...input,
    words,
    say: reportWordsOf(input.language),
    name: (service) => serviceName(input.catalogue, service, words),
  };
  return {
    language: input.language,
    title: title(context),
    subtitle: context.say.subtitle(input.outage.id, stamp(input.writtenAt)),
    sections: [
      overview(context),
      causeSection(context),
      timelineSection(context),
      evidenceSection(context),
      unseenSection(context),
      ...notesSection(context),
    ],
  };
}

function stamp(at: Instant): string {
  return `${kstDate(at)} ${kstSecond(at)} KST`;
}

function title({ outage, catalogue, words, say, name }: Context): string {
  const group = catalogue.groups.find(({ id }) => id === outage.group);
  const groupName = (words.language === 'ko' ? group?.name : group?.nameEn) ?? outage.group;
  const services = [...new Set(outage.incidents.map((incident) => incident.service))];
  const [first] = services;
  const who = services.length === 1 && first !== undefined ? name(first) : groupName;
  return say.title(who, `${kstDate(outage.startedBetween.by)}`, outage.drill === true);
}

/** 사이트, 장애 발생 시간, 지속 시간: the table used in news reports. */
function overview(context: Context): ReportSection {
  const { outage, words, say, name } = context;
  const order = context.catalogue.services.map(({ id }) => id);
  const incidents = [...outage.incidents].sort(
    (a, b) =>
      order.indexOf(a.service) - order.indexOf(b.service) ||
      a.startedBetween.by - b.startedBetween.by,
  );
  const rows = incidents.map((incident) => [
    name(incident.service),
    sayBetween(incident.startedBetween, words),
    lengthOf(incident, words, say),
    incident.endedBetween ? sayBetween(incident.endedBetween, words) : say.ongoing,
  ]);
  const fine = outage.unaffected.map(name).join(', ') || words.labels.none;
  return {
    title: say.sections.overview,
    blocks: [
      { type: 'table', head: say.overviewHead, rows },
      {
        type: 'list',
        items: [
          `${words.labels.what}: ${saySymptom(outage.cause, words)}`,
          `${outage.state === 'closed' ? words.labels.unaffected : words.labels.fine}: ${fine}`,
          ...(outage.recurrences > 0 ? [words.recurred(outage.recurrences)] : []),
          `${words.labels.seenDown}: ${formatAtLeast(outage.downSeconds, words.language)}`,
          say.intervalNote,
        ],
      },
    ],
  };
}

function lengthOf(incident: Incident, words: Words, say: ReportWords): string {
  if (!incident.endedBetween) return say.ongoing;
  const between = durationBetween(incident.startedBetween, incident.endedBetween);
  return formatDurationBetween(between, words.language);
}

function causeSection({ outage, words, say }: Context): ReportSection {
  const { cause } = outage;
  const passing = LAYERS.filter((layer) =>
    outage.incidents.some((incident) => incident.passedLayers.includes(layer)),
  );
  return {
    title: say.sections.cause,
    blocks: [
      {
        type: 'list',
        items: [
          `${words.labels.cause}: ${causePhrase(cause, words)}`,
          `${say.confidence}: ${words.confidence[cause.confidence]}`,
          `${say.failedLayer}: ${words.layers[cause.layer]}`,
          `${words.labels.seen}: ${words.kinds[cause.kind]}`,
          ...(passing.length > 0
            ? [`${words.labels.passing}: ${passing.map((layer) => words.layers[layer]).join(', ')}`]
            : []),
          cause.databaseText ? say.databaseSeen : say.databaseNotSeen,
        ],
      },
      ...(cause.matched ? [{ type: 'quote', text: cause.matched } satisfies Block] : []),
    ],
  };
}

function timelineSection(context: Context): ReportSection {
  return {
    title: context.say.sections.timeline,
    blocks: [
      {
        type: 'table',
        head: context.say.timelineHead,
        rows: timelineRows(context.outage, context),
      },
    ],
  };
}

function evidenceSection(context: Context): ReportSection {
  const { outage, say, words, name } = context;
  const keys = new Set([
    ...context.evidence.map(({ key }) => key),
    ...outage.incidents.flatMap((incident) => incident.evidence),
  ]);
  const read = outage.incidents.flatMap(({ service, matched }): Block[] =>
    matched === undefined ? [] : [{ type: 'quote', text: `${name(service)}: ${matched}` }],
  );
  const shown = context.evidence.flatMap(({ key, excerpt, image }): Block[] => [
    ...(excerpt === undefined ? [] : [{ type: 'quote', text: excerpt } as const]),
    ...(image === undefined ? [] : [{ type: 'image', source: image, caption: key } as const]),
  ]);
  const list: Block[] = keys.size > 0 ? [{ type: 'list', items: [...keys] }] : [];
  const blocks = [...read, ...shown, ...list];
  const none: Block = { type: 'paragraph', text: words.labels.noEvidence };
  return { title: say.sections.evidence, blocks: blocks.length > 0 ? blocks : [none] };
}

/** The limits of these checks are part of the report. */
function unseenSection({ outage, catalogue, language, say, words }: Context): ReportSection {
  const services = new Set(outage.incidents.map(({ service }) => service));
  const unseen = catalogue.targets
    .filter((target) => services.has(target.service))
    .flatMap((target) => target.unseen);
  const items = [...new Set(unseen.map((one) => one[language]))];
  return {
    title: say.sections.unseen,
    blocks: [
      { type: 'list', items: items.length > 0 ? items : [words.labels.none] },
      { type: 'paragraph', text: say.unseenNote },
    ],
  };
}

function notesSection({ outage, say }: Context): ReportSection[] {
  if (outage.notes.length === 0) return [];
  const rows = outage.notes.map(({ at, by, text }) => [
    `${kstDate(at)} ${kstMinute(at)}`,
    by,
    text,
  ]);
  return [{ title: say.sections.notes, blocks: [{ type: 'table', head: say.notesHead, rows }] }];
}
