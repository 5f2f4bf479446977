import type { Catalogue } from '#core/catalogue';
import type { Texts } from '#core/configuration';
import { durationBetween, formatDurationBetween } from '#core/duration';
import { kstDate, kstMinute, kstSecond } from '#core/kst';
import { LAYERS } from '#core/layer';
import type { NoticeType } from '#core/notice';
import type { Outage } from '#core/outage';
import { shortCause } from '#core/sms';
import { symptomOf } from '#core/symptom';
import type { Words } from '#core/texts/words';
import type { Between } from '#core/time';

/** SNS takes subjects of fewer than 100 characters, without line breaks. */
const SUBJECT_LENGTH = 99;

/** Evidence keys listed in one email; the report has them all. */
const EVIDENCE_LISTED = 6;

export interface EmailDraft {
  readonly id: string;
  readonly type: Exclude<NoticeType, 'attention'>;
  readonly outage: Outage;
  readonly services: readonly string[];
  readonly change?: { readonly added: readonly string[]; readonly removed: readonly string[] };
  readonly catalogue: Catalogue;
  readonly texts: Texts;
  readonly stage: string;
  readonly drill: boolean;
}

export function serviceName(
  catalogue: Pick<Catalogue, 'services'>,
  id: string,
  words: Words,
): string {
  const service = catalogue.services.find((candidate) => candidate.id === id);
  return (words.language === 'ko' ? service?.name : service?.nameEn) ?? id;
}

/** `2024-07-18 09:14:40~09:15:40 사이 (KST)`. The date is repeated when it differs. */
export function sayBetween(between: Between, words: Words): string {
  const by = `${kstDate(between.by)} ${kstSecond(between.by)}`;
  if (between.after === null) return `${words.notLaterThan(by)} (KST)`;
  const sameDay = kstDate(between.after) === kstDate(between.by);
  const after = `${kstDate(between.after)} ${kstSecond(between.after)}`;
  return `${words.between(after, sameDay ? kstSecond(between.by) : by)} (KST)`;
}

/** Single line, no control characters, short enough for SNS. */
export function cleanSubject(text: string): string {
  const line = text
    .replace(/\p{C}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return [...line].slice(0, SUBJECT_LENGTH).join('').slice(0, SUBJECT_LENGTH);
}

export function stageMark(stage: string): string {
  return ['prod', 'local'].includes(stage) ? '' : `(${stage}) `;
}

function tagOf(draft: EmailDraft, words: Words): string {
  const { tags } = words;
  const again = draft.type !== 'closed' && draft.outage.recurrences > 0;
  const tag = again ? `${tags[draft.type]} ${tags.reopened}` : tags[draft.type];
  return draft.drill ? `${tags.drill} ${tag}` : tag;
}

/** `[장애] 고용24 외 5곳 응답없음, 09:15 KST부터`. */
export function emailSubject(draft: EmailDraft, words: Words): string {
  const { outage } = draft;
  const names = draft.services.map((id) => serviceName(draft.catalogue, id, words));
  const [first = outage.group, ...others] = names;
  const who = others.length === 0 ? first : words.andOthers(first, others.length);
  const closed = draft.type === 'closed' && outage.endedBetween !== undefined;
  const what = closed ? words.working : words.symptoms[symptomOf(outage.cause)];
  const when = `${kstMinute(outage.startedBetween.by)}~${closed ? kstMinute(outage.endedBetween.by) : ''}`;
  return cleanSubject(
    `${stageMark(draft.stage)}[${tagOf(draft, words)}] ${who} ${what} ${when} KST`,
  );
}

function line(label: string, value: string): string {
  return `${label}: ${value}`;
}

function bullets(values: readonly string[]): string[] {
  return values.map((value) => `  - ${value}`);
}

function section(label: string, values: readonly string[]): string[] {
  return [`${label}:`, ...bullets(values)];
}

function causeSentence(outage: Outage, words: Words): string {
  const short = shortCause(outage.cause, words) || words.confidence[outage.cause.confidence];
  return `${words.layers[outage.cause.layer]} / ${short}`;
}

function seen(outage: Outage, words: Words): string[] {
  const { cause, incidents } = outage;
  const passing = LAYERS.filter((layer) =>
    incidents.some((incident) => incident.passedLayers.includes(layer)),
  );
  return [
    line(words.labels.seen, `[${words.layers[cause.layer]}] ${words.kinds[cause.kind]}`),
    ...(cause.matched ? [line(words.labels.words, `"${cause.matched}"`)] : []),
    ...(passing.length > 0
      ? [line(words.labels.passing, passing.map((layer) => words.layers[layer]).join(', '))]
      : []),
    line(words.labels.cause, causeSentence(outage, words)),
  ];
}

function evidence(outage: Outage, words: Words): string[] {
  const keys = [...new Set(outage.incidents.flatMap((incident) => incident.evidence))];
  if (keys.length === 0) return [line(words.labels.evidence, words.labels.noEvidence)];
  const more = keys.length - EVIDENCE_LISTED;
  const shown = keys.slice(0, EVIDENCE_LISTED);
  return section(words.labels.evidence, more > 0 ? [...shown, `+${more}`] : shown);
}

function intro(draft: EmailDraft, words: Words): string[] {
  const { outage, change } = draft;
  const name = (id: string) => serviceName(draft.catalogue, id, words);
  return [
    ...(draft.drill ? [words.labels.drillNote] : []),
    ...(draft.type === 'reminder' ? [words.labels.stillDown] : []),
    ...(draft.type === 'closed' ? [words.labels.allWork] : []),
    ...(outage.recurrences > 0 ? [words.labels.recurred] : []),
    ...(change && change.added.length > 0
      ? section(words.labels.added, change.added.map(name))
      : []),
    ...(change && change.removed.length > 0
      ? section(words.labels.removed, change.removed.map(name))
      : []),
  ];
}

function times(outage: Outage, words: Words): string[] {
  const since = line(words.labels.since, sayBetween(outage.startedBetween, words));
  if (!outage.endedBetween) return [since];
  const length = durationBetween(outage.startedBetween, outage.endedBetween);
  return [
    since,
    line(words.labels.until, sayBetween(outage.endedBetween, words)),
    line(words.labels.duration, formatDurationBetween(length, words.language)),
  ];
}

function links(draft: EmailDraft, words: Words): string[] {
  const { texts, outage } = draft;
  return [
    ...(outage.state === 'open'
      ? [line(words.labels.citizens, texts.citizenAdvice[words.language]), '']
      : []),
    line(words.labels.status, texts.statusUrl),
    line(words.labels.runbook, texts.runbookUrl),
    line(words.labels.notice, draft.id),
  ];
}

/** Plain text in short lines, one fact a line. */
export function emailText(draft: EmailDraft, words: Words): string {
  const { outage } = draft;
  const name = (id: string) => serviceName(draft.catalogue, id, words);
  const fine = outage.unaffected.map(name);
  const opening = intro(draft, words);
  return [
    ...opening,
    ...(opening.length > 0 ? [''] : []),
    ...times(outage, words),
    '',
    ...section(
      `${words.labels.services} (${words.count(draft.services.length)})`,
      draft.services.map(name),
    ),
    line(words.labels.fine, fine.length > 0 ? fine.join(', ') : words.labels.none),
    '',
    ...seen(outage, words),
    ...evidence(outage, words),
    ...(outage.acknowledged ? [line(words.labels.acknowledged, outage.acknowledged.by)] : []),
    '',
    ...links(draft, words),
  ].join('\n');
}
