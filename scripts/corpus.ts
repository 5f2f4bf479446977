import {
  roundOf,
  SERVED_SETS,
  servedPages,
  type Tally,
} from '../test/core/classify/corpus/after-real-pages/after-real-pages.ts';
import { CORPUS } from '../test/core/classify/corpus/corpus.ts';
import {
  confusionTable,
  type Judged,
  scoreOf,
  shareOf,
  sumOf,
  tallyOf,
  tallyText,
} from '../test/core/classify/corpus/score.ts';
import { framedIn } from '../test/core/classify/corpus/sentences/frames.ts';
import { SENTENCE_SETS, sentencesOf } from '../test/core/classify/corpus/sentences/sentences.ts';
import { isUnseen } from '../test/core/classify/corpus/trained-on.ts';

/**
 * Prints the classifier's accuracy on the labelled corpus. Exits with 1 below the promised quality.
 */
const LEAST_SHARE = 0.97;

const score = scoreOf(CORPUS);
console.log(confusionTable(score));
tellWrong(score.wrong);
console.log(`right ${shareOf({ pages: score.pages, right: score.right })}`);
console.log(`outages judged healthy ${score.missed.length}`);

console.log('\nafter real pages, not part of the corpus: at first sight → now');
const sums = new Map<string, Sums>();
for (const set of SERVED_SETS) {
  const seen = scoreOf(servedPages(set));
  const now = tallyOf(seen);
  for (const round of isUnseen(set) ? ['unseen pages'] : [roundOf(set), 'all']) {
    const sum = sums.get(round) ?? { before: none(), now: none() };
    sums.delete(round);
    sums.set(round, { before: sumOf(sum.before, set.firstSight), now: sumOf(sum.now, now) });
  }
  if (!isUnseen(set)) tellWrong(seen.wrong);
  tellTallies(set.name, { before: set.firstSight, now });
}
for (const [round, sum] of sums) tellTallies(round, sum);

console.log('\nsentences, each in whole pages: at first sight → now');
for (const set of SENTENCE_SETS) {
  const now = tallyOf(scoreOf(sentencesOf(set).flatMap(framedIn)));
  tellTallies(isUnseen(set) ? `unseen ${set.name}` : set.name, { before: set.firstSight, now });
}

const share = score.right / score.pages;
process.exitCode = share < LEAST_SHARE || score.missed.length > 0 ? 1 : 0;

interface Sums {
  readonly before: Tally;
  readonly now: Tally;
}

function tellTallies(name: string, { before, now }: Sums): void {
  console.log(`${name.padEnd(30)} ${tallyText(before)} → ${tallyText(now)}`);
}

function tellWrong(wrong: readonly Judged[]): void {
  for (const { name, label, verdict } of wrong) {
    const { kind = 'passed', rule, matched = '' } = verdict;
    console.log(`wrong: ${label} judged ${kind} (${rule}: ${matched}) — ${name}`);
  }
}

function none(): Tally {
  return { pages: 0, right: 0, missed: 0, alarms: 0 };
}
