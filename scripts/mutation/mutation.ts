import { parseArgs } from 'node:util';
import { seededRandom } from '../../local/simulate/random.ts';
import { type Change, everyChange, withSwitches } from './changes.ts';
import { tryChanges } from './run-shares.ts';
import { printScore } from './score.ts';

/**
 * Breaks rules at random and counts the breaks that the unit tests notice. Prints every break that
 * they miss. Exits with 1 below the target.
 */
const HELP = `npm run mutation -- [--mutants 400] [--seed 1] [--only src/core/detection] [--tests test/core]

Changes operators, conditions, booleans and methods of the rules one at a time and runs the tests
that cover each change. Fetches StrykerJS's instrumenter from npm on the first run, into
.bonghwa/mutation.`;

const TARGET_PERCENT = 92;

const { values } = parseArgs({
  options: {
    mutants: { type: 'string', default: '400' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', multiple: true },
    tests: { type: 'string', multiple: true },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(HELP);
} else {
  const all = await everyChange(values.only);
  const sample = await withSwitches(sampleOf(all, Number(values.mutants), Number(values.seed)));
  console.log(`${sample.length} of ${all.length} mutants, seed ${values.seed}`);
  const percent = printScore(sample, await tryChanges(sample, values.tests));
  if (percent < TARGET_PERCENT) process.exitCode = 1;
}

/** The same seed takes the same changes of the same code. */
function sampleOf(all: readonly Change[], count: number, seed: number): readonly Change[] {
  const random = seededRandom(seed);
  return all
    .map((change) => ({ change, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ change }) => change);
}
