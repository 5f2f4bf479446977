import { parseArgs } from 'node:util';
import { defined } from '#core/defined';
import { BREAKAGES } from '../test/simulation/breakages.ts';
import { simulateMany } from '../test/simulation/many.ts';

const HELP = `npm run simulate:faults -- [--seeds N] [--seed S] [--break NAME] [--trace]

Plays random outages through the real pipeline while stores, SNS, queues and processes fail as the
seed says, and holds what reached people against the promises of docs/architecture.md.

  --seeds N     how many seeds to play (default 10000)
  --seed S      the first of them (default 0)
  --break NAME  with a broken design: ${Object.keys(BREAKAGES).join(', ')}
  --trace       print every event; for one seed`;

const PROGRESS_SEEDS = 5_000;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '0' },
    break: { type: 'string' },
    trace: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const first = Number(values.seed);
const count = Number(values.seeds);
const breakage = values.break === undefined ? undefined : BREAKAGES[values.break];
const wrong = [
  ...(Number.isInteger(first) && first >= 0 ? [] : [`--seed ${values.seed}`]),
  ...(Number.isInteger(count) && count > 0 ? [] : [`--seeds ${values.seeds}`]),
  ...(values.break === undefined || breakage ? [] : [`--break ${values.break}`]),
];

if (values.help) {
  console.log(HELP);
} else if (wrong.length > 0) {
  console.error(`Cannot use ${wrong.join(', ')}. See --help.`);
  process.exitCode = 2;
} else {
  // Thousands of refusals are thrown a second, and nobody reads where.
  if (!values.trace) Error.stackTraceLimit = 0;
  const started = performance.now();
  const { failures, tally } = await simulateMany({
    first,
    count,
    ...defined({ breakage }),
    onSeed: (played, failed) => {
      if (played % PROGRESS_SEEDS === 0) console.error(`${played} played, ${failed} failed`);
    },
    ...(values.trace ? { onTrace: (line: string) => console.log(line) } : {}),
  });
  for (const failure of failures) console.error(failure);
  const seconds = (performance.now() - started) / 1_000;
  console.log(`${count} seeds from ${first}: ${failures.length} failed, ${seconds.toFixed(1)} s`);
  console.log(JSON.stringify(tally));
  if (failures.length > 0) process.exitCode = 1;
}
