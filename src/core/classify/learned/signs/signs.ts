import { ENDINGS } from '#core/classify/learned/signs/endings';
import { FAILURES } from '#core/classify/learned/signs/failures';
import { LANGUAGES } from '#core/classify/learned/signs/languages';
import { SUBJECTS } from '#core/classify/learned/signs/subjects';
import { TIMES } from '#core/classify/learned/signs/times';
import { of, type Part } from '#core/classify/part';
import {
  CANNOT,
  CREDENTIALS,
  DEED,
  FAULT,
  LATE,
  MACHINE,
  PLACE,
  STOP,
  WORK,
} from '#core/classify/vocabulary';

/**
 * What a sentence is about, of which time it tells, and in which mood it ends. These signs hold for
 * words that the reader never met. For text in lower case without white space.
 */
const SIGNS: readonly Part[] = [
  MACHINE,
  DEED,
  CANNOT,
  FAULT,
  STOP,
  LATE,
  WORK,
  CREDENTIALS,
  PLACE,
  ...FAILURES,
  ...TIMES,
  ...SUBJECTS,
  ...LANGUAGES,
  ...ENDINGS,
];

const PATTERNS = SIGNS.map((sign) => of(sign));
/** Number of single signs and of pairs. */
export const SIGN_COUNT = (SIGNS.length * (SIGNS.length + 1)) / 2;

/** Number of single signs. */
export const SINGLE_SIGNS = SIGNS.length;

/** The signs that hold, by their places in `SIGNS`. */
export function signsOf(text: string): readonly number[] {
  return PATTERNS.flatMap((pattern, at) => (pattern.test(text) ? [at] : []));
}

/** Each sign and each pair of signs, as places in a table of `SIGN_COUNT`. */
export function pairsOf(signs: readonly number[]): readonly number[] {
  return signs.flatMap((one, at) =>
    signs.slice(0, at + 1).map((other) => (one * (one + 1)) / 2 + other),
  );
}

/** The places of signs in `SIGNS`. */
export function placesOf(...names: readonly string[]): readonly number[] {
  return names.map((name) => SIGNS.findIndex((sign) => sign.name === name));
}

const BROKEN = patternsOf(
  'fault',
  'failed',
  'cut',
  'no-answer',
  'stop',
  'cannot',
  'late',
  'raw-value',
  'foreign-fault',
);
const NOT_BROKEN = patternsOf(
  'if',
  'question',
  'lesson',
  'ends-as-topic',
  'gone-by',
  'may',
  'typed',
  'not-web',
  'removed',
  'empty',
  'over',
  'foreign-if',
  'foreign-empty',
);

/** The words say that something of a service is broken, and nothing in the sentence limits them. */
export function saysBroken(text: string): boolean {
  return holdsOne(BROKEN, text) && !isLimited(text);
}

/** Conditions, questions, lessons, inputs, other things than the service, and empty results. */
export function isLimited(text: string): boolean {
  return holdsOne(NOT_BROKEN, text);
}

/** A question, a lesson, an input or something else than the service. */
export function isOfOtherThings(text: string): boolean {
  return holdsOne(OTHER_THINGS, text);
}

const OTHER_THINGS = patternsOf('question', 'lesson', 'typed', 'not-web', 'empty', 'over');

/** No label: a sentence, or a headline that says since when, why or what is done about it. */
export function isTold(text: string): boolean {
  return !KOREAN.test(text) || holdsOne(TOLD, text);
}

const KOREAN = /[가-힣]{2}/u;

const TOLD = patternsOf(
  'now',
  'since',
  'going-on',
  'repair',
  'sorry',
  'again',
  'machine',
  'ended-so',
  'ends-not',
  'ends-going-on',
  'ends-asking',
  'ends-will',
);

/** Only a part of the service. */
export function isOfAPart(text: string): boolean {
  return holdsOne(A_PART, text);
}

const A_PART = patternsOf('some');

/** The words tell of this moment. */
export function isOfNow(text: string): boolean {
  return holdsOne(OF_NOW, text) && !holdsOne(DATED, text);
}

/** The words have one of these signs. */
export function saysOneOf(...names: readonly string[]): (text: string) => boolean {
  const patterns = patternsOf(...names);
  return (text) => holdsOne(patterns, text);
}

const OF_NOW = patternsOf('now', 'since', 'going-on', 'repair');
const DATED = patternsOf('date', 'over');

function patternsOf(...names: readonly string[]): readonly RegExp[] {
  return SIGNS.filter(({ name }) => names.includes(name)).map((sign) => of(sign));
}

function holdsOne(patterns: readonly RegExp[], text: string): boolean {
  return patterns.some((pattern) => pattern.test(text));
}
