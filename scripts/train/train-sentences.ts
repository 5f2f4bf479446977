import { modelOf } from '#core/classify/learned/model';
import { featuresOfSentence, SENTENCE_BUCKETS } from '#core/classify/learned/sentence-features';
import { claimOf, type Told } from '#core/classify/learned/sentence-reader';
import type { CorpusPage } from '../../test/core/classify/corpus/page.ts';
import {
  SENTENCE_SETS,
  type Sentence,
  sentencesOf,
} from '../../test/core/classify/corpus/sentences/sentences.ts';
import { isUnseen } from '../../test/core/classify/corpus/trained-on.ts';
import { against, packed } from './pack.ts';
import { claimOfSaying, placedIn, trainSentences } from './sentence-examples.ts';

const SURE = [0, 0.25, 0.5, 0.75, 1];
/** The families of sentences are left out in this many groups. */
const GROUPS = 3;

/**
 * Says how well the reader does on sentences of writers who know no rule when the training leaves
 * them out: a whole set, and of a set with families a part of the families.
 */
export function tellSentencesLeftOut(pages: readonly CorpusPage[]): void {
  const sets = SENTENCE_SETS.filter((set) => !isUnseen(set));
  const all = sets.flatMap(sentencesOf);
  const blind = sets.filter(({ name }) => name.includes('blind'));
  for (const set of blind) tellLeftOut(set.name, { all, left: sentencesOf(set), pages });
  for (const [at, left] of groupsOf(all).entries())
    tellLeftOut(`families ${at + 1} of ${GROUPS}`, { all, left, pages });
}

function groupsOf(all: readonly Sentence[]): readonly (readonly Sentence[])[] {
  const families = [...new Set(all.flatMap(({ family }) => family ?? []))];
  return Array.from({ length: GROUPS }, (_, group) =>
    all.filter(({ family }) => family && families.indexOf(family) % GROUPS === group),
  );
}

interface LeftOut {
  readonly all: readonly Sentence[];
  readonly left: readonly Sentence[];
  readonly pages: readonly CorpusPage[];
}

function tellLeftOut(name: string, { all, left, pages }: LeftOut): void {
  const out = new Set(left.map(({ text }) => text));
  const rest = all.filter(({ text }) => !out.has(text));
  const model = modelOf<Told>(
    packed(against(trainSentences(rest, pages), 'nothing'), SENTENCE_BUCKETS),
  );
  const judged = left.map((sentence) => ({
    claims: claimOfSaying(sentence.says) !== 'nothing',
    margin: Math.max(
      ...placedIn(sentence).map((one) => claimOf(featuresOfSentence(one), model).margin),
    ),
  }));
  const [claims, others] = [true, false].map((is) => judged.filter((one) => one.claims === is));
  for (const sure of SURE) {
    const [right, wrong] = [claims, others].map(
      (some = []) => some.filter(({ margin }) => margin >= sure).length,
    );
    console.log(
      `${name} left out, margin ${sure}: ${right} of ${claims?.length} claims read, ` +
        `${wrong} of ${others?.length} others taken for claims`,
    );
  }
}
