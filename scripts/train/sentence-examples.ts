import {
  featuresOfSentence,
  type Place,
  type PlacedSentence,
  placed,
  SENTENCE_BUCKETS,
  sentencesOf,
} from '#core/classify/learned/sentence-features';
import { CLAIMS, type Claim } from '#core/classify/learned/sentence-reader';
import { isTrouble } from '#core/classify/lines';
import { pageOf } from '#core/classify/page';
import { compactText, passageOf } from '#core/classify/page-text';
import type { CorpusPage, Label } from '../../test/core/classify/corpus/page.ts';
import { composedSentences } from '../../test/core/classify/corpus/sentences/composed.ts';
import type {
  Saying,
  Sentence,
  Where,
} from '../../test/core/classify/corpus/sentences/sentences.ts';
import { type Example, type LabelWeights, scoreOf, trainAll } from './support-vectors.ts';

/**
 * Learns to read sentences from labelled ones and from pages. A page has a label, its sentences have
 * none: all sentences of a healthy page claim nothing, and in another page some sentence makes its
 * claim. Which one is guessed by the weights of the round before (multiple-instance learning).
 */
const ROUNDS = 3;
/** A labelled sentence counts as much as this many lines of pages. */
const LABELLED = 6;
/** A line of a page in trouble is its claim from this score on, or as its best line. */
const CLAIMS_IT = 0.3;
const NO_CLAIM = -0.6;

const PLACE_OF: Readonly<Record<Where, Place>> = {
  content: 'said',
  alert: 'dialog',
  'list-item': 'listed',
  card: 'said',
  'form-hint': 'said',
  footer: 'listed',
  article: 'said',
  'error-screen': 'said',
};

export function claimOfSaying(saying: Saying): Claim {
  if (saying === 'outage') return 'down';
  if (saying === 'maintenance') return 'work';
  return saying === 'nothing' ? 'nothing' : 'visitor';
}

function claimOfLabel(label: Label): Claim {
  if (label === 'passed') return 'nothing';
  if (label === 'maintenance') return 'work';
  return ['error-page', 'http-error', 'timeout'].includes(label) ? 'down' : 'visitor';
}

/** A labelled sentence as the reader meets it: whole, and where it says nothing also in parts. */
export function placedIn({ text, where, says }: Sentence): readonly PlacedSentence[] {
  const place = PLACE_OF[where];
  const whole = { text: compactText(text), place };
  return says === 'nothing' ? [whole, ...placed(passageOf(text), place)] : [whole];
}

interface Line {
  readonly sentence: PlacedSentence;
  readonly features: Example['features'];
}

interface Bag {
  readonly claim: Claim;
  readonly lines: readonly Line[];
}

export function trainSentences(
  sentences: readonly Sentence[],
  pages: readonly CorpusPage[],
): ReadonlyMap<string, LabelWeights> {
  const labelled = examplesOf(sentences);
  const often = Array.from({ length: LABELLED }, () => labelled).flat();
  const composed = examplesOf(composedSentences());
  const bags = pages.map(bagOf);
  let trained: ReadonlyMap<string, LabelWeights> | undefined;
  for (let round = 0; round < ROUNDS; round += 1) {
    const known = trained;
    const lines = bags.flatMap((bag) => chosenOf(bag, known?.get(bag.claim)));
    trained = trainAll([...often, ...composed, ...unique(lines)], CLAIMS, SENTENCE_BUCKETS);
  }
  return trained ?? new Map();
}

function examplesOf(sentences: readonly Sentence[]): readonly Example[] {
  return sentences.flatMap((one) =>
    placedIn(one).map((sentence) => ({
      label: claimOfSaying(one.says),
      features: featuresOfSentence(sentence),
    })),
  );
}

function bagOf({ label, seen }: CorpusPage): Bag {
  const lines = sentencesOf(pageOf(seen)).map((sentence) => ({
    sentence,
    features: featuresOfSentence(sentence),
  }));
  return { claim: claimOfLabel(label), lines };
}

interface Chosen extends Example {
  readonly key: string;
}

function chosenOf({ claim, lines }: Bag, weights: LabelWeights | undefined): readonly Chosen[] {
  const chosen = claim === 'nothing' ? lines : claiming(lines, weights);
  return chosen.map(({ sentence: { text, place }, features }) => ({
    label: claim,
    features,
    key: `${claim} ${place} ${text.replace(/\d/gu, '0')}`,
  }));
}

function claiming(lines: readonly Line[], weights: LabelWeights | undefined): readonly Line[] {
  if (!weights)
    return lines.filter(({ sentence: { text, place } }) => isTrouble(text) && place !== 'listed');
  const scores = lines.map(({ features }) => scoreOf(features, weights));
  const least = Math.min(CLAIMS_IT, Math.max(...scores));
  return lines.filter((_, at) => (scores[at] ?? NO_CLAIM) >= Math.max(least, NO_CLAIM));
}

function unique(lines: readonly Chosen[]): readonly Chosen[] {
  return [...new Map(lines.map((line) => [line.key, line])).values()];
}
