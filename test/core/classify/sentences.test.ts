import { describe, expect, it } from 'vitest';
import weights from '../../../src/core/classify/learned/sentence-weights.json' with {
  type: 'json',
};
import { digestOf } from './corpus/digest.ts';
import { scoreOf } from './corpus/score.ts';
import { composedSentences } from './corpus/sentences/composed.ts';
import { framedIn } from './corpus/sentences/frames.ts';
import { SAYINGS, SENTENCE_SETS, sentencesOf } from './corpus/sentences/sentences.ts';
import { isUnseen, SENTENCES_TRAINED_ON, TRAINED_ON } from './corpus/trained-on.ts';

const EVERY = 9;

describe('the sentences', () => {
  it('each stand in at least one whole page, unless they say nothing alone on a page', () => {
    const homeless = SENTENCE_SETS.flatMap(sentencesOf).filter(
      (one) => framedIn(one).length === 0 && one.where !== 'error-screen',
    );
    expect(homeless).toEqual([]);
  });

  it('say something known', () => {
    const all = [...SENTENCE_SETS.flatMap(sentencesOf), ...composedSentences()];
    expect(all.filter(({ says }) => !(says in SAYINGS))).toEqual([]);
  });

  it('are composed with the right particles, the same ones each time', () => {
    const composed = composedSentences();
    expect(composed).toEqual(composedSentences());
    expect(composed.filter(({ text }) => /[{}<>[\]]/u.test(text))).toEqual([]);
  });

  it('are learned by the weights as they are: after a change run `npm run train`', () => {
    expect(weights.trainedOn).toBe(digestOf([...TRAINED_ON, ...SENTENCES_TRAINED_ON]));
  });

  it('include eight sets that are not learned', () => {
    expect(SENTENCE_SETS.filter(isUnseen)).toHaveLength(8);
  });

  it('of a family are all learned or all not', () => {
    const families = (learned: boolean) =>
      SENTENCE_SETS.filter((set) => isUnseen(set) !== learned)
        .flatMap(sentencesOf)
        .flatMap(({ family }) => family ?? []);
    const unseen = new Set(families(false));
    expect(unseen.size).toBeGreaterThan(10);
    expect(families(true).filter((family) => unseen.has(family))).toEqual([]);
  });
});

describe.each(SENTENCE_SETS.filter((set) => !isUnseen(set)))('a sample of $name', (set) => {
  const score = scoreOf(
    sentencesOf(set)
      .filter((_, at) => at % EVERY === 0)
      .flatMap(framedIn),
  );

  it('fails no healthy page', () => {
    expect(score.alarms.map(({ name }) => name)).toEqual([]);
  });

  it('is judged right in most pages', () => {
    expect(score.right / score.pages).toBeGreaterThan(0.65);
  });
});
