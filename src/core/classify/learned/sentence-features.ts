import { BUCKETS, bucketsOf, type Features, fold } from '#core/classify/learned/features';
import { SIGN_COUNT, signsOf } from '#core/classify/learned/signs/signs';
import type { Page } from '#core/classify/page';
import { type Passage, sentencesIn } from '#core/classify/page-text';
import { type Part, patternOf } from '#core/classify/part';

/** Where a sentence stands. */
export const PLACES = ['title', 'dialog', 'said', 'listed'] as const;

export type Place = (typeof PLACES)[number];

export interface PlacedSentence {
  /** Lower case, without white space. */
  readonly text: string;
  readonly place: Place;
}

/** Buckets of letters, then the signs and their pairs. */
export const SENTENCE_BUCKETS = BUCKETS + SIGN_COUNT;

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
  const texts = new Set([...sentencesIn(passage), ...passage.lines]);
  return [...texts]
    .filter((text) => text.length >= SHORTEST && !isLabel(text))
    .slice(0, MOST)
    .map((text) => ({ text, place }));
}

function isLabel(text: string): boolean {
  return SHORT.test(text) && !VERB.test(text);
}

/** A sentence as numbers. The signs at its ends mark its first and its last letters. */
export function featuresOfSentence({ text, place }: PlacedSentence): Features {
  const places = PLACES.map((one) => (one === place ? 1 : 0));
  const length = Math.min(text.length, LONG) / LONG;
  const signs = signsOf(text).map((sign) => BUCKETS + sign);
  return { buckets: [...bucketsOf(`^${fold(text)}$`), ...signs], facts: [1, ...places, length] };
}
