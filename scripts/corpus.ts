import { CORPUS } from '../test/core/classify/corpus/corpus.ts';
import { confusionTable, scoreOf } from '../test/core/classify/corpus/score.ts';

/** Prints how the classifier does on the labelled corpus; exit 1 below the promised quality. */
const LEAST_SHARE = 0.97;

const score = scoreOf(CORPUS);
console.log(confusionTable(score));
for (const { name, label, verdict } of score.wrong) {
  const { kind = 'passed', rule, matched = '' } = verdict;
  console.log(`wrong: ${label} judged ${kind} (${rule}: ${matched}) — ${name}`);
}
const share = score.right / score.pages;
console.log(`right ${score.right} of ${score.pages} (${(share * 100).toFixed(1)} %)`);
console.log(`outages judged healthy ${score.missed.length}`);
process.exitCode = share < LEAST_SHARE || score.missed.length > 0 ? 1 : 0;
