import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { defined } from '#core/defined';
import { rangesOf, sampleMutants } from './sample.ts';
import { printScore } from './score.ts';
import { STRYKER, withStryker } from './stryker.ts';

/**
 * Breaks rules at random and counts the breaks that the unit tests notice. Prints every break that
 * they miss. Exits with 1 below the target.
 */
const HELP = `npm run mutation -- [--mutants 400] [--seed 1] [--only src/core/detection]

Changes operators, conditions, booleans and methods of the rules one at a time and runs the tests
that cover each change. Fetches StrykerJS from npm on the first run, into .bonghwa/mutation.`;

const TARGET_PERCENT = 92;

const { values } = parseArgs({
  options: {
    mutants: { type: 'string', default: '400' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', multiple: true },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(HELP);
} else {
  withStryker();
  const sample = await sampleMutants({
    count: Number(values.mutants),
    seed: Number(values.seed),
    ...defined({ folders: values.only }),
  });
  console.log(`${sample.mutants.length} of ${sample.all} mutants, seed ${values.seed}`);
  await writeFile(STRYKER.config, JSON.stringify(STRYKER.options(rangesOf(sample.mutants))));
  const { status } = spawnSync(STRYKER.command, ['run', STRYKER.config], { stdio: 'inherit' });
  if (status !== 0) process.exit(3);
  const percent = printScore(JSON.parse(await readFile(STRYKER.report, 'utf8')));
  if (percent < TARGET_PERCENT) process.exitCode = 1;
}
