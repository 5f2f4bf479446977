import { defined } from '#core/defined';
import type { NoticeContext } from '#core/notice/compose-notice';
import { causePhrase, sayBetween, serviceName } from '#core/notice/email';
import type { NoticeFacts } from '#core/notice/facts';
import { linksOf } from '#core/notice/links';
import type { Notice } from '#core/notice/notice';
import { wordsOf } from '#core/notice/texts/languages';
import type { Label, Words } from '#core/notice/texts/words';
import { durationBetween, formatAtLeast, formatDurationBetween } from '#core/time/duration';

/** Content that each chat service shows in its own form: a title, facts, links. */
export interface Message {
  readonly title: string;
  readonly tone: Tone;
  /** A sentence under the title. */
  readonly lead?: string;
  readonly fields: readonly Field[];
  readonly links: readonly { readonly label: string; readonly url: string }[];
  /** Identifies the notice. */
  readonly footer: string;
}

export interface Field {
  readonly label: string;
  readonly value: string;
}

/** `bad`: it began · `warning`: it continues · `good`: it is over · `note`: no outage. */
export type Tone = 'bad' | 'warning' | 'good' | 'note';

interface Writing {
  readonly notice: Notice;
  readonly context: NoticeContext;
  readonly words: Words;
}

export function messageOf(notice: Notice, context: NoticeContext): Message {
  const words = wordsOf(context.texts.language);
  const writing = { notice, context, words };
  return {
    title: notice.subject,
    tone: toneOf(notice),
    ...defined({ lead: leadOf(writing) }),
    fields: fieldsOf(writing, notice.facts),
    links: linkList(writing),
    footer: `${words.labels.notice}: ${notice.id}`,
  };
}

function toneOf({ type, again }: Notice): Tone {
  if (type === 'attention' || type === 'blip') return 'note';
  if (type === 'closed') return 'good';
  return type === 'opened' || again ? 'bad' : 'warning';
}

function leadOf({ notice: { type, facts }, context, words }: Writing): string | undefined {
  const { labels } = words;
  if (facts?.about !== 'outage') return facts && labels.noOutage;
  if (facts.outage.drill) return labels.drillNote;
  if (type === 'reminder') return labels.stillDown;
  if (type === 'closed') return facts.outage.endedBetween ? labels.allWork : labels.endUnseen;
  return (type === 'opened' && context.texts.citizenAdvice[words.language]) || undefined;
}

function fieldsOf(writing: Writing, facts: NoticeFacts | undefined): readonly Field[] {
  const { notice, words } = writing;
  const field = (label: Label, value: string): Field => ({ label: words.labels[label], value });
  switch (facts?.about) {
    case undefined:
      return [field('concerned', names(writing, notice.services))];
    case 'outage':
      return outageFields(writing, facts);
    case 'attention':
      return [
        field('what', words.attention[facts.matter.kind].what),
        field('concerned', names(writing, notice.services)),
        field('detail', words.detail(facts.matter)),
        field('todo', words.attention[facts.matter.kind].todo),
      ];
    case 'blip':
      return [
        field('concerned', names(writing, notice.services)),
        field('since', sayBetween(facts.blip.startedBetween, words)),
        field('until', sayBetween(facts.blip.endedBetween, words)),
        field('seen', `[${words.layers[facts.blip.layer]}] ${words.kinds[facts.blip.kind]}`),
      ];
  }
}

function outageFields(
  writing: Writing,
  { outage, change }: Extract<NoticeFacts, { about: 'outage' }>,
): readonly Field[] {
  const { notice, words } = writing;
  const { cause, startedBetween, endedBetween, downSeconds } = outage;
  const field = (label: Label, value: string): Field => ({ label: words.labels[label], value });
  const length = endedBetween && durationBetween(startedBetween, endedBetween);
  const changed = (label: 'added' | 'removed') =>
    change && change[label].length > 0 && !notice.again
      ? [field(label, names(writing, change[label]))]
      : [];
  return [
    field(
      notice.type === 'closed' ? 'servicesWere' : 'services',
      `${names(writing, notice.services)} (${words.count(notice.services.length)})`,
    ),
    ...changed('added'),
    ...changed('removed'),
    field('since', sayBetween(startedBetween, words)),
    ...(endedBetween ? [field('until', sayBetween(endedBetween, words))] : []),
    ...(length ? [field('duration', formatDurationBetween(length, words.language))] : []),
    ...(!length && downSeconds > 0
      ? [field('seenDown', formatAtLeast(downSeconds, words.language))]
      : []),
    field('seen', `[${words.layers[cause.layer]}] ${words.kinds[cause.kind]}`),
    field('cause', causePhrase(cause, words)),
  ];
}

function names({ context, words }: Writing, services: readonly string[]): string {
  const said = services.map((id) => serviceName(context.catalogue, id, words));
  return said.join(', ') || words.labels.none;
}

function linkList({ notice, context, words: { labels } }: Writing): Message['links'] {
  const { status, record, runbook } = linksOf(notice, context);
  return [
    ...(status ? [{ label: labels.status, url: status }] : []),
    ...(record ? [{ label: labels.allOfIt, url: record }] : []),
    ...(runbook ? [{ label: labels.runbook, url: runbook }] : []),
  ];
}
