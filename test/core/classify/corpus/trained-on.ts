import { SERVED_SETS, servedPages } from './after-real-pages/after-real-pages.ts';
import { CORPUS } from './corpus.ts';
import type { CorpusPage } from './page.ts';
import { SENTENCE_SETS, type Sentence, sentencesOf } from './sentences/sentences.ts';

/** Left out of the training. No rule was made for them, so they measure what is new. */
const UNSEEN: readonly string[] = [
  'twenty-third/z',
  'twenty-third/aa',
  'sentences/blind-second',
  'sentences/pairs-unseen',
  'sentences/whole-korean-unseen',
  'sentences/short-korean-unseen',
  'sentences/english-and-others-unseen',
  'sentences/every-outage-unseen',
  'sentences/look-alikes-unseen',
  'sentences/thirteen-languages-unseen',
];

/** Learned, but no rule was made for them: the rules are as wrong on them as on others' pages. */
const LEARNED_ONLY = /^((thir|four|fif)teenth\/b|(six|seven|eigh|nine)teenth|twent)/u;

export function isLearnedOnly({ name }: { readonly name: string }): boolean {
  return LEARNED_ONLY.test(name);
}

export function isUnseen({ name }: { readonly name: string }): boolean {
  return UNSEEN.includes(name);
}

/** What the weights for pages are learned from: the corpus and the pages after real ones. */
export const TRAINED_ON: readonly CorpusPage[] = [
  ...CORPUS,
  ...SERVED_SETS.filter((set) => !isUnseen(set)).flatMap(servedPages),
];

/** What the weights for sentences are learned from, beside the lines of those pages. */
export const SENTENCES_TRAINED_ON: readonly Sentence[] = SENTENCE_SETS.filter(
  (set) => !isUnseen(set),
).flatMap(sentencesOf);
