import { BUCKETS, bucketsOf, type Features, fold } from '#core/classify/learned/features';
import { pairsOf, SIGN_COUNT, signsOf } from '#core/classify/learned/signs/signs';
import type { Page } from '#core/classify/page';
import { originalOf, type Passage, stretchesIn } from '#core/classify/page-text';
import { type Part, patternOf } from '#core/classify/part';

/** Where a sentence stands. */
export const PLACES = ['title', 'dialog', 'said', 'listed'] as const;

export type Place = (typeof PLACES)[number];

export interface PlacedSentence {
  /** Lower case, without white space. */
  readonly text: string;
  /** The same with white space. */
  readonly spaced: string;
  readonly place: Place;
}

/** Buckets of letters, then the signs and their pairs, then buckets of words. */
const FIRST_WORD = BUCKETS + SIGN_COUNT;
export const SENTENCE_BUCKETS = FIRST_WORD + BUCKETS;

const SHORTEST = 4;
const MOST = 100;
const LONG = 80;

/** Verbs of short statements in English, written without white space. */
export const STATED: readonly Part[] = [
  {
    name: 'english-verb',
    is: 'The server is down',
    not: 'Download',
    any: [/isn|is(down|off|out|un)|are|went|can'?t|cannot.|could|failedto|failure|unableto/u],
  },
];
const VERB = patternOf(STATED);
/** So short a text in plain letters says nothing without such a verb: "Server engineer". */
const SHORT = /^[ -~]{1,23}$/u;

/** What a page says, sentence by sentence and line by line. */
export function sentencesOf(page: Page): readonly PlacedSentence[] {
  return [
    ...placed(page.title, 'title'),
    ...page.dialogs.flatMap((dialog) => placed(dialog, 'dialog')),
    ...placed(page.said, 'said'),
    ...placed(page.listed, 'listed'),
  ];
}

export function placed(passage: Passage, place: Place): readonly PlacedSentence[] {
  const starts = new Map(stretchesIn(passage).map(({ text, start }) => [text, start]));
  return [...starts]
    .filter(([text]) => text.length >= SHORTEST && !isLabel(text))
    .slice(0, MOST)
    .map(([text, start]) => {
      const spaced = originalOf(passage, start, start + text.length).toLowerCase();
      return { text, spaced, place };
    });
}

function isLabel(text: string): boolean {
  return SHORT.test(text) && !VERB.test(text);
}

export interface SentenceFeatures extends Features {
  /** The single signs that hold. */
  readonly signs: readonly number[];
}

/** A sentence as numbers. The signs at its ends mark its first and its last letters. */
export function featuresOfSentence({ text, spaced, place }: PlacedSentence): SentenceFeatures {
  const places = PLACES.map((one) => (one === place ? 1 : 0));
  const length = Math.min(text.length, LONG) / LONG;
  const signs = signsOf(text);
  const buckets = [
    ...bucketsOf(`^${fold(text)}$`),
    ...pairsOf(signs).map((sign) => BUCKETS + sign),
    ...wordsOf(spaced).map((word) => FIRST_WORD + word),
  ];
  return { buckets, facts: [1, ...places, length], signs };
}

const BETWEEN_WORDS = /[^\p{L}\p{M}0']+/u;

/** The distinct buckets of all words, of two words in turn, and of two with one between them. */
function wordsOf(spaced: string): readonly number[] {
  const words = spaced.replace(/\d+/gu, '0').split(BETWEEN_WORDS);
  const all = ['<', ...words.filter((word) => word !== ''), '>'];
  const groups = all.flatMap((word, at) => [
    `w${word}`,
    `b${word} ${all[at + 1] ?? ''}`,
    `s${word} ${all[at + 2] ?? ''}`,
  ]);
  return [...new Set(groups.map(bucketOf))];
}

/** FNV-1a with a final mix. */
function bucketOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) & (BUCKETS - 1);
}
