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

/** A line that names something without a statement about it. */
export function isHeading(passage: Passage, { start, end }: Stretch): boolean {
  const from = passage.breaks.findLast((at) => at <= start) ?? 0;
  const to = passage.breaks.find((at) => at >= end) ?? passage.compact.length;
  const sentence = passage.compact.slice(from, to).replace(/[([].*[)\]]\.?$/u, '');
  return /(안내|공지|알림|계획|결과|일정|중단|중지)$/u.test(sentence);
}

/** A row of a board, a duty or a recurring rule. None of them describes the present. */
export function isEntry(before: string, sentence: string): boolean {
  if (ITEM.test(before) || RECURRING.test(sentence)) return true;
  return ROW.test(sentence) && !ROW_OF_TIMES.test(sentence);
}
