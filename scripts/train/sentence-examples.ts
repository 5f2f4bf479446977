import { CLAIMS, type Claim } from '#core/classify/learned/claims';
import {
  featuresOfSentence,
  type Place,
  type PlacedSentence,
  placed,
  SENTENCE_BUCKETS,
  sentencesOf,
} from '#core/classify/learned/sentence-features';
import { isTrouble } from '#core/classify/lines';
import { pageOf } from '#core/classify/page';
import { compactText, passageOf } from '#core/classify/page-text';
import type { CorpusPage, Label } from '../../test/core/classify/corpus/page.ts';
import { composedSentences } from '../../test/core/classify/corpus/sentences/composed.ts';
import {
  SAYINGS,
  type Saying,
  type Sentence,
  type Where,
} from '../../test/core/classify/corpus/sentences/sentences.ts';
import { type Example, type LabelWeights, scoreOf, trainAll } from './support-vectors.ts';

/**
 * Learns to read sentences from labelled ones and from pages. A page has a label, its sentences have
 * none: all sentences of a healthy page claim nothing, and in another page some sentence makes its
 * claim. Which one is guessed by the weights of the round before (multiple-instance learning).
 */
const ROUNDS = 2;
/** A labelled sentence counts as much as this many lines of pages. */
const LABELLED = 2;
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
  return claimOfLabel(SAYINGS[saying][0]);
}

/** The failures of an answer as a whole read like the error pages that they often are. */
export function claimOfLabel(label: Label): Claim {
  return CLAIMS.find((claim) => claim === label) ?? 'error-page';
}

/** A labelled sentence as the reader meets it: whole, and where it says nothing also in parts. */
export function placedIn({ text, where, says }: Sentence): readonly PlacedSentence[] {
  const place = PLACE_OF[where];
  const whole = { text: compactText(text), spaced: text.toLowerCase(), place };
  return says === 'nothing' ? [whole, ...placed(passageOf(text), place)] : [whole];
}

interface Line {
  readonly sentence: PlacedSentence;
  readonly features: Example['features'];
}

/** The lines of a page, and what some of them claim. */
interface Bag {
  readonly claim: Claim;
  readonly lines: readonly Line[];
}

export type SentenceWeights = ReadonlyMap<string, LabelWeights>;

/** `known` chooses the lines of pages. Without it they are chosen in several rounds. */
export function trainSentences(
  sentences: readonly Sentence[],
  pages: readonly CorpusPage[],
  known?: SentenceWeights,
): SentenceWeights {
  const labelled = sentences.flatMap(examplesOf);
  const often = Array.from({ length: LABELLED }, () => labelled).flat();
  const composed = composedSentences().flatMap(examplesOf);
  const all = pages.map(bagOf);
  let trained = known;
  for (let round = 0; round < (known ? 1 : ROUNDS); round += 1) {
    const before = trained;
    const lines = all.flatMap((bag) => chosenOf(bag, before));
    trained = trainAll([...often, ...composed, ...unique(lines)], CLAIMS, SENTENCE_BUCKETS);
  }
  return trained ?? new Map();
}

function examplesOf(one: Sentence): readonly Example[] {
  return placedIn(one).map((sentence) => ({
    label: claimOfSaying(one.says),
    features: featuresOfSentence(sentence),
  }));
}

const bags = new Map<CorpusPage, Bag>();

/** Most pages are in several trainings. */
function bagOf(page: CorpusPage): Bag {
  const bag = bags.get(page) ?? newBag(page);
  bags.set(page, bag);
  return bag;
}

function newBag({ label, seen }: CorpusPage): Bag {
  const lines = sentencesOf(pageOf(seen)).map((sentence) => ({
    sentence,
    features: featuresOfSentence(sentence),
  }));
  return { claim: claimOfLabel(label), lines };
}

interface Chosen extends Example {
  readonly key: string;
}

function chosenOf({ claim, lines }: Bag, weights: SentenceWeights | undefined): readonly Chosen[] {
  const chosen = claim === 'passed' ? lines : claiming(lines, claim, weights);
  return chosen.map(({ sentence: { text, place }, features }) => ({
    label: claim,
    features,
    key: `${claim} ${place} ${text.replace(/\d/gu, '0')}`,
  }));
}

function claiming(
  lines: readonly Line[],
  claim: Claim,
  weights: SentenceWeights | undefined,
): readonly Line[] {
  const [own, passed] = [weights?.get(claim), weights?.get('passed')];
  if (!(own && passed))
    return lines.filter(({ sentence: { text, place } }) => isTrouble(text) && place !== 'listed');
  const scores = lines.map(({ features }) => scoreOf(features, own) - scoreOf(features, passed));
  const least = Math.min(CLAIMS_IT, Math.max(...scores));
  return lines.filter((_, at) => (scores[at] ?? NO_CLAIM) >= Math.max(least, NO_CLAIM));
}

function unique(lines: readonly Chosen[]): readonly Chosen[] {
  return [...new Map(lines.map((line) => [line.key, line])).values()];
}
