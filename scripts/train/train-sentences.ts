import { modelOf } from '#core/classify/learned/model';
import { featuresOfSentence } from '#core/classify/learned/sentence-features';
import { type Claim, claimOf } from '#core/classify/learned/sentence-reader';
import type { CorpusPage } from '../../test/core/classify/corpus/page.ts';
import {
  SENTENCE_SETS,
  type SentenceSet,
  sentencesOf,
} from '../../test/core/classify/corpus/sentences/sentences.ts';
import { isUnseen } from '../../test/core/classify/corpus/trained-on.ts';
import { packed } from './pack.ts';
import { claimOfSaying, placedIn, trainSentences } from './sentence-examples.ts';

const SURE = [0, 0.25, 0.5, 0.75, 1];

/** Says how well the reader does on sentences of writers who know no rule when the training leaves them out. */
export function tellSentencesLeftOut(pages: readonly CorpusPage[]): void {
  const sets = SENTENCE_SETS.filter((set) => !isUnseen(set));
  for (const set of sets.filter(({ name }) => name.includes('blind'))) {
    const rest = sets.filter((other) => other !== set).flatMap(sentencesOf);
    tellSet(set, modelOf<Claim>(packed(trainSentences(rest, pages))));
  }
}

function tellSet(set: SentenceSet, model: ReturnType<typeof modelOf<Claim>>): void {
  const judged = sentencesOf(set).map((sentence) => ({
    claims: claimOfSaying(sentence.says) !== 'nothing',
    margin: Math.max(
      ...placedIn(sentence).map((one) => claimOf(featuresOfSentence(one), model).margin),
    ),
  }));
  const [claims, rest] = [true, false].map((is) => judged.filter((one) => one.claims === is));
  for (const sure of SURE) {
    const [right, wrong] = [claims, rest].map(
      (some = []) => some.filter(({ margin }) => margin >= sure).length,
    );
    console.log(
      `${set.name} left out, margin ${sure}: ${right} of ${claims?.length} claims read, ` +
        `${wrong} of ${rest?.length} others taken for claims`,
    );
  }
}
