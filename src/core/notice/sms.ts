import { toCp949 } from '#core/notice/cp949';
import { saySymptom } from '#core/notice/say-symptom';
import type { Words } from '#core/notice/texts/words';
import type { Cause, Outage } from '#core/outage/outage';
import { formatDurationTight } from '#core/time/duration';
import { kstDate, kstMinute, kstParts } from '#core/time/kst';
import { type Instant, MINUTE, SECOND } from '#core/time/time';

/** Length of one SMS in UCS-2. A longer one arrives in pieces on Korean phones. */
export const SMS_UNITS = 70;

/** The prefix that the carrier adds to a message from abroad. */
const CARRIER_PREFIX = '[국제발신]\n';

/** UTF-16 units on the phone: the carrier's prefix, the topic's display name and the body. */
export function smsUnits(body: string, displayName: string): number {
  return CARRIER_PREFIX.length + topicPrefix(displayName).length + body.length;
}

function topicPrefix(displayName: string): string {
  return displayName === '' ? '' : `${displayName.toUpperCase()}> `;
}

/** An end that is known less exactly is told as an interval, without a duration. */
const WIDE_MS = 5 * MINUTE;

export type SmsType = 'opened' | 'reopened' | 'reminder' | 'closed';

export interface SmsOrder {
  readonly outage: Outage;
  readonly type: SmsType;
  readonly at: Instant;
  /** Short names of the affected services, the most important first. */
  readonly names: readonly string[];
  /** Services that did not end with the others. */
  readonly still?: readonly string[];
  readonly displayName: string;
  readonly drill: boolean;
  /** Prefix before the tag outside production, e.g. `dev`. Empty: none. */
  readonly mark: string;
}

/** `공통 원인(데이터 조회) 추정`: the known part of the cause, or nothing. */
export function shortCause(cause: Cause, words: Words): string {
  const { causes } = words;
  const doubt = cause.confidence === 'certain' ? '' : ` ${causes.likely}`;
  if (cause.confidence === 'unclear') return '';
  if (cause.databaseText) return `${causes.database}${doubt}`;
  if (!cause.shared) return '';
  const shared = cause.layer === 'data' ? causes.sharedData : causes.shared;
  return `${shared} ${causes.likely}`;
}

/** `09:15`, or `7/18 09:15` if the message is sent on another day. */
export function clockTime(when: Instant, at: Instant): string {
  const { month, day } = kstParts(when);
  return kstDate(when) === kstDate(at) ? kstMinute(when) : `${month}/${day} ${kstMinute(when)}`;
}

function tail(order: SmsOrder, words: Words): { facts: string; extra: string } {
  const { outage, at } = order;
  if (order.type !== 'closed') {
    // A reopened outage shows the time of the recurrence. Its first start is already known.
    const since = order.type !== 'reopened' ? outage.startedBetween.by : at;
    const facts = `${saySymptom(outage.cause, words)} ${clockTime(since, at)}~`;
    return { facts, extra: shortCause(outage.cause, words) };
  }
  if (!outage.endedBetween) return { facts: words.endUnknown, extra: '' };
  const { after, by: ended } = outage.endedBetween;
  const { still = [] } = order;
  if (still.length > 0) {
    const left = words.stillDown(nameList(still.map(oneLine), words, 12));
    return { facts: `${words.ended(clockTime(ended, at))}, ${left}`, extra: '' };
  }
  if (after !== null && ended - after > WIDE_MS) {
    const between = words.between(clockTime(after, at), clockTime(ended, at));
    return { facts: words.ended(between), extra: '' };
  }
  const length = formatDurationTight(shownSeconds(outage.startedBetween.by, ended), words.language);
  return { facts: words.ended(clockTime(ended, at)), extra: words.lasted(length) };
}

/** Difference of the times as shown, to the minute: readers see 09:15 to 11:57 as 2시간42분. */
export function shownSeconds(from: Instant, to: Instant): number {
  const minutes = Math.floor(to / MINUTE) - Math.floor(from / MINUTE);
  return minutes > 0 ? (minutes * MINUTE) / SECOND : (to - from) / SECOND;
}

/** Encodable text without line breaks. */
function oneLine(text: string): string {
  return toCp949(text).replace(/\s+/g, ' ').trim();
}

function nameList(names: readonly string[], words: Words, room: number): string {
  const [first = '', ...others] = names;
  const whole = others.length === 0 ? first : words.andOthers(first, others.length);
  if (whole.length <= room) return whole;
  const cut = first.slice(0, Math.max(1, room - (whole.length - first.length)));
  return others.length === 0 ? cut : words.andOthers(cut, others.length);
}

/** The body as given to SNS: at most 70 units with its prefixes, only CP949. */
export function composeSms(order: SmsOrder, words: Words): string {
  const room = SMS_UNITS - smsUnits('', order.displayName);
  const { drill, mark, type, outage } = order;
  const unseen = type === 'closed' && !outage.endedBetween;
  const what = unseen ? words.labels.unwatched : words.tags[type];
  const head = `[${oneLine(`${mark} ${drill ? words.tags.drill : ''} ${what}`)}] `;
  const { facts, extra } = tail(order, words);
  const glue = order.type === 'closed' ? '' : ' ';
  const names = order.names.map(oneLine);
  for (const end of [extra === '' ? facts : `${facts}${glue}${extra}`, facts]) {
    const body = `${head}${nameList(names, words, 24)} ${end}`;
    if (body.length <= room) return body;
  }
  const left = room - head.length - facts.length - 1;
  return `${head}${nameList(names, words, left)} ${facts}`.slice(0, Math.max(0, room));
}
