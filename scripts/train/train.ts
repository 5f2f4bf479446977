import { writeFileSync } from 'node:fs';
import { classify } from '#core/classify/classify';
import { SENTENCE_BUCKETS } from '#core/classify/learned/sentence-features';
import { digestOf } from '../../test/core/classify/corpus/digest.ts';
import { scoreOf, sumOf, tallyOf, tallyText } from '../../test/core/classify/corpus/score.ts';
import { SENTENCES_TRAINED_ON, TRAINED_ON } from '../../test/core/classify/corpus/trained-on.ts';
import { casesOf, decisionOf, type Group, groupsOf, readersWithout } from './left-out.ts';
import { against, packed } from './pack.ts';
import { trainSentences } from './sentence-examples.ts';
import { READABLE, trainPages } from './train-pages.ts';

/**
 * Learns the weights of `src/core/classify/learned/` from the corpus. Prints how pages and sentences
 * are judged when the training leaves them out. Only these figures say something about unseen
 * pages. The rules know the pages after real ones, so those of sentences are the more honest ones.
 */
const trainedOn = digestOf([...TRAINED_ON, ...SENTENCES_TRAINED_ON]);

const known = trainSentences(SENTENCES_TRAINED_ON, READABLE);
write('sentence-weights', packed(against(known, 'passed'), SENTENCE_BUCKETS));
write('weights', trainPages(READABLE), digestOf(TRAINED_ON));

const cases = casesOf(READABLE);
const groups = groupsOf(cases, { pages: READABLE, sentences: SENTENCES_TRAINED_ON, known });
write('decision-weights', decisionOf(groups.flatMap(({ rows }) => rows)));
tellLeftOut(groups);
console.log(`weights from ${READABLE.length} pages written`);

function write(name: string, weights: object, digest = trainedOn): void {
  const file = new URL(`../../src/core/classify/learned/${name}.json`, import.meta.url);
  writeFileSync(file, `${JSON.stringify({ trainedOn: digest, ...weights }, null, 1)}\n`);
}

function tellLeftOut(all: readonly Group[]): void {
  const scored = all.flatMap((group) => {
    const readers = readersWithout(group, all);
    return [...new Set(group.cases.map(({ set }) => set))].map((set) => {
      const pages = group.cases.filter((one) => one.set === set).map(({ page }) => page);
      return { set, tally: tallyOf(scoreOf(pages, (seen) => classify(seen, readers))) };
    });
  });
  for (const set of new Set(scored.map((one) => one.set))) {
    const sum = scored
      .filter((one) => one.set === set)
      .map(({ tally }) => tally)
      .reduce(sumOf);
    console.log(`${set.padEnd(28)} left out: ${tallyText(sum)}`);
  }
}
