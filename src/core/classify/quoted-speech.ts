import type { Passage } from '#core/classify/page-text';
import { patternOf } from '#core/classify/part';
import { HOUSE_RULES, OF_NOW as NOW, RULE as RULES } from '#core/classify/rule-parts';
import * as talk from '#core/classify/talk-parts';

/**
 * Heuristics that tell a page in trouble from a page that talks about trouble: quoted, conditional,
 * past, explained or announced words are not about the page itself.
 */

const AFTER = patternOf(talk.AFTER);
const BEFORE = patternOf(talk.BEFORE);
const FOREIGN_CONDITION = patternOf(talk.BEFORE.filter(({ name }) => name === 'foreign-condition'));
const ITEM = patternOf(talk.ITEM);
/** A row of a board ends with its date or its number of comments. */
const ROW = /^[^:：]{8,}(\d{4}[.-]\d{1,2}[.-]\d{1,2}\.?|(?<!니다\.?)\(\d{1,3}\))$/u;
const ROW_OF_TIMES = /일시(?!중|적)|일정|기간|부터|까지|~/u;
/** Recurring events are rules, not statements about now. */
const RECURRING =
  /(매(일|주|월|년|달)|[월화수목금토일]요일(은|에는|마다)|\d(일|개월|달)마다)(?!.*(중입니다|지났))/u;
/** Hours of one thing: "자동화기기 00:00~00:30 이용 불가". */
const CLOSED_HOURS =
  /^(?!.*(점검|중단|작업|서비스|일시|기간)).{2,12}\d\d:\d\d[~∼-]\d\d:\d\d(이용|거래)?(불가|제한)$/u;
/** The whole sentence is a question. */
const QUESTION = /(까|요|나|은|는|가|것은)?\?$/u;

const CONDITION = patternOf(talk.CONDITION);
const SUBJECT = patternOf(talk.SUBJECT);

/** JSON quotes every word. */
const JSON_TEXT = /^[[{].*":/u;

export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** Words of a program, not of a person. */
  readonly machine: boolean;
  /** The words claim that something is wrong. "문의하세요" does not. */
  readonly claims: boolean;
}

const RULE = patternOf(RULES);
const HOUSE_RULE = patternOf(HOUSE_RULES);
const OF_NOW = patternOf(NOW);

export function isRule(sentence: string): boolean {
  return RULE.test(sentence) || isHouseRule(sentence, sentence);
}

/** Words before a claim that limit it to some people, things or versions. */
function isHouseRule(before: string, sentence: string): boolean {
  return HOUSE_RULE.test(before) && !OF_NOW.test(sentence);
}

export function isTalk(passage: Passage, { start, end, machine, claims }: Stretch): boolean {
  if (JSON_TEXT.test(passage.compact)) return false;
  const from = passage.breaks.findLast((at) => at <= start) ?? 0;
  const to = passage.breaks.find((at) => at >= end) ?? passage.compact.length;
  const before = passage.compact.slice(from, start);
  const after = passage.compact.slice(end, to);
  if (!machine && isEntry(before, passage.compact.slice(from, to))) return true;
  const closed = (before.match(/"/gu)?.length ?? 0) % 2 === 0;
  if (BEFORE.test(closed ? before.replaceAll('"', '') : before)) return true;
  if (machine && FOREIGN_CONDITION.test(passage.compact.slice(from, end))) return true;
  if (claims && (CONDITION.test(before) || SUBJECT.test(after))) return true;
  const sentence = passage.compact.slice(from, to);
  if (claims && !machine && isHouseRule(sentence.slice(0, end - from), sentence)) return true;
  return AFTER.test(after) || QUESTION.test(after);
}

const LATER = /예정|내일|모레|다음(주|달)|이번주말|tomorrow/u;
const TODAY = /오늘|금일|현재|지금/u;

/** "내일 … 멈춥니다", "중단될 예정입니다". */
export function isAhead(passage: Passage, { start, end }: Stretch): boolean {
  const from = passage.breaks.findLast((at) => at <= start) ?? 0;
  const to = passage.breaks.find((at) => at >= end) ?? passage.compact.length;
  return isLater(passage.compact.slice(from, to));
}

/** The sentence tells of a time to come. */
export function isLater(sentence: string): boolean {
  const ends = /(완료|종료|재개|정상화|복구|연장|안내|공지|오픈)(할|될)?예정/u.test(sentence);
  return LATER.test(sentence) && !TODAY.test(sentence) && !ends;
}

/** A line that names something without a statement about it. */
export function isHeading(passage: Passage, { start, end }: Stretch): boolean {
  const from = passage.breaks.findLast((at) => at <= start) ?? 0;
  const to = passage.breaks.find((at) => at >= end) ?? passage.compact.length;
  const sentence = passage.compact.slice(from, to).replace(/[([].*[)\]]\.?$/u, '');
  return /(안내|공지|알림|계획|결과|일정|중단|중지)$/u.test(sentence);
}

/** A row of a board, a duty or a recurring rule. None of them describes the present. */
export function isEntry(before: string, sentence: string): boolean {
  if (ITEM.test(before) || RECURRING.test(sentence) || CLOSED_HOURS.test(sentence)) return true;
  return ROW.test(sentence) && !ROW_OF_TIMES.test(sentence);
}
