import { evidenceLines } from '#core/notice/email-evidence';
import { saySymptom } from '#core/notice/say-symptom';
import { clockTime, shortCause } from '#core/notice/sms';
import type { Words } from '#core/notice/texts/words';
import { type Cause, goingOn, type Outage } from '#core/outage/outage';
import type { OutageNoticeType } from '#core/outage/telling';
import { LAYERS } from '#core/run/layer';
import { durationBetween, formatAtLeast, formatDurationBetween } from '#core/time/duration';
import { kstDate, kstSecond } from '#core/time/kst';
import type { Between, Instant } from '#core/time/time';
import type { Catalogue } from '#core/watch/catalogue';
import type { Texts } from '#core/watch/configuration';

/** SNS accepts subjects of fewer than 100 characters, without line breaks. */
const SUBJECT_LENGTH = 99;

export interface EmailOrder {
  readonly id: string;
  readonly type: OutageNoticeType;
  readonly outage: Outage;
  readonly at: Instant;
  readonly services: readonly string[];
  readonly change?: { readonly added: readonly string[]; readonly removed: readonly string[] };
  readonly catalogue: Catalogue;
  readonly texts: Texts;
  readonly apiUrl: string;
  readonly stage: string;
  readonly drill: boolean;
  readonly again: boolean;
  /** Only for subscribers of `services`, while the outage of others continues. */
  readonly own: boolean;
  /** A more severe service joined. */
  readonly graver: boolean;
  /** Where a recipient says that a drill arrived. */
  readonly link?: string;
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

/** E.g. `dev`; empty in production. */
export function stageMark(stage: string): string {
  return stage === 'prod' ? '' : stage.slice(0, 8);
}

function tagOf(order: EmailOrder, words: Words): string {
  const { type, again, stage, drill, outage } = order;
  const { tags, labels } = words;
  const unseen = type === 'closed' && !outage.endedBetween;
  const tag = unseen ? labels.unwatched : tags[again ? 'reopened' : type];
  return [stageMark(stage), ...(drill ? [tags.drill] : []), tag].filter(Boolean).join(' ');
}

/** `[장애] 고용24 외 5곳 응답없음 09:15 KST부터`. */
export function emailSubject(order: EmailOrder, words: Words): string {
  const { outage, at, again } = order;
  const names = order.services.map((id) => serviceName(order.catalogue, id, words));
  const [first = outage.group, ...others] = names;
  const who = others.length === 0 ? first : words.andOthers(first, others.length);
  const ended = order.type === 'closed' ? outage.endedBetween : undefined;
  const going = order.type === 'closed' ? words.endUnknown : saySymptom(outage.cause, words);
  const what = ended ? words.working : going;
  // A reopened outage shows the time of the recurrence, as the SMS does.
  const start = clockTime(again ? at : outage.startedBetween.by, at);
  const when = ended ? `${start}~${clockTime(ended.by, at)} KST` : words.from(start);
  return cleanSubject(`[${tagOf(order, words)}] ${who} ${what} ${when}`);
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

/** The cause in words. An inferred cause is at most likely. */
export function causePhrase(cause: Cause, words: Words): string {
  const without = cause.confidence === 'unclear' ? words.confidence.unclear : words.causes.single;
  return shortCause(cause, words) || without;
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
    line(words.labels.cause, words.failedAt(causePhrase(cause, words), words.layers[cause.layer])),
  ];
}

function endLine({ outage, own }: EmailOrder, { labels }: Words): string {
  if (own && outage.endedBetween) return labels.ownWorks;
  if (goingOn(outage).length > 0) return labels.othersWork;
  return outage.endedBetween ? labels.allWork : labels.endUnseen;
}

function intro(order: EmailOrder, words: Words): string[] {
  const { outage, change } = order;
  const name = (id: string) => serviceName(order.catalogue, id, words);
  return [
    ...(order.drill ? [words.labels.drillNote] : []),
    ...(order.link === undefined ? [] : [words.labels.drillLink, order.link]),
    ...(order.type === 'reminder' ? [words.labels.stillDown] : []),
    ...(order.type === 'closed' ? [endLine(order, words)] : []),
    ...(order.type === 'opened' && order.own ? [words.labels.ownBegins] : []),
    ...(order.graver ? [words.labels.graver] : []),
    ...(outage.recurrences > 0 ? [words.recurred(outage.recurrences)] : []),
    ...(change && change.added.length > 0 && !order.again
      ? section(words.labels.added, change.added.map(name))
      : []),
    ...(change && change.removed.length > 0
      ? section(words.labels.removed, change.removed.map(name))
      : []),
  ];
}

function times({ type, outage }: EmailOrder, words: Words): string[] {
  const { labels, language } = words;
  const since = line(labels.since, sayBetween(outage.startedBetween, words));
  const seenDown = formatAtLeast(outage.downSeconds, language);
  const soFar = outage.downSeconds > 0 ? [line(labels.seenDown, seenDown)] : [];
  if (type !== 'closed' || !outage.endedBetween) return [since, ...soFar];
  const length = durationBetween(outage.startedBetween, outage.endedBetween);
  return [
    since,
    line(labels.until, sayBetween(outage.endedBetween, words)),
    line(labels.duration, formatDurationBetween(length, language)),
    ...soFar,
  ];
}

/** The affected and the working services. After the end, the same in the past tense. */
function whoIs(order: EmailOrder, words: Words): string[] {
  const { type, outage, services } = order;
  const { labels } = words;
  const closed = type === 'closed';
  const name = (id: string) => serviceName(order.catalogue, id, words);
  const again = outage.incidents.filter((one) => one.endedBetween).map(({ service }) => service);
  const allOver = closed && outage.endedBetween !== undefined;
  const fine = allOver ? outage.unaffected : [...outage.unaffected, ...again];
  const still = closed ? goingOn(outage) : [];
  return [
    ...section(
      `${closed ? labels.servicesWere : labels.services} (${words.count(services.length)})`,
      services.map(name),
    ),
    ...(still.length > 0 ? section(labels.goesOn, still.map(name)) : []),
    line(
      closed ? labels.unaffected : labels.fine,
      fine.length > 0 ? fine.map(name).join(', ') : labels.none,
    ),
  ];
}

interface Addresses {
  readonly texts: Texts;
  readonly apiUrl: string;
}

/** No line for an unknown address. Without a status page, it links the status of the API. */
export function addressLines({ texts, apiUrl }: Addresses, words: Words): string[] {
  const status = texts.statusUrl || (apiUrl && `${apiUrl}/v1/status`);
  return [
    ...(status ? [line(words.labels.status, status)] : []),
    ...(texts.runbookUrl ? [line(words.labels.runbook, texts.runbookUrl)] : []),
  ];
}

function links(order: EmailOrder, words: Words): string[] {
  const { texts, outage } = order;
  const advice = texts.citizenAdvice[words.language];
  return [
    ...(outage.state === 'open' && advice ? [line(words.labels.citizens, advice), ''] : []),
    ...addressLines(order, words),
    line(words.labels.notice, order.id),
  ];
}

/** Plain text in short lines with one fact each. */
export function emailText(order: EmailOrder, words: Words): string {
  const { outage } = order;
  const name = (id: string) => serviceName(order.catalogue, id, words);
  const opening = intro(order, words);
  return [
    ...opening,
    ...(opening.length > 0 ? [''] : []),
    ...times(order, words),
    '',
    ...whoIs(order, words),
    '',
    ...seen(outage, words),
    ...evidenceLines({ outage, apiUrl: order.apiUrl, words, name }),
    ...(outage.acknowledged ? [line(words.labels.acknowledged, outage.acknowledged.by)] : []),
    '',
    ...links(order, words),
  ].join('\n');
}
