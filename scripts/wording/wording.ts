import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Summary } from '#core/scenario/summary';

/**
 * Runs the fault simulation, scenarios and the corpus twice: with the real words, and with nonsense
 * in place of each word. Prints both. Exits with 1 if anything besides the words differs.
 */
const HELP = `npm run wording -- [--seeds 300] [--replay]

  --seeds N  seeds of the fault simulation (default 300)
  --replay   also replays 18 July 2024 with the real browser, twice`;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '300' },
    replay: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

interface Run {
  readonly name: string;
  readonly args: readonly string[];
  /** Facts of the output that must stay the same. */
  readonly facts: (output: string) => string;
  /** Its output contains texts, so nonsense must show in it. */
  readonly speaks?: true;
}

const NONSENSE = ['--import', new URL('nonsense.ts', import.meta.url).href];

const RUNS: readonly Run[] = [
  {
    name: `fault simulation, ${values.seeds} seeds`,
    args: ['scripts/fault-simulation.ts', '--seeds', values.seeds],
    facts: (output) => output.replace(/, [\d.]+ s$/m, '').trim(),
  },
  ...['2024-07-18', 'flapping', 'intermittent-half', 'two-groups'].map(
    (name): Run => ({
      name: `simulated ${name}`,
      args: ['bin/bonghwa.ts', 'simulate', name, '--json'],
      facts: (output) => told(JSON.parse(output)),
      speaks: true,
    }),
  ),
  {
    name: 'corpus',
    args: ['scripts/corpus.ts'],
    facts: (output) => output.match(/^(right|outages judged healthy) .*$/gm)?.join(', ') ?? '',
  },
];

/** Kinds of the replay's notices. Its times depend on the load of the machine. */
const REPLAY: Run = {
  name: 'replayed 2024-07-18',
  args: ['bin/bonghwa.ts', 'replay', '2024-07-18', '--json'],
  facts: (output) => {
    const { outages, notices }: Summary = JSON.parse(output);
    const kinds = notices.map(({ type, sms }) => (sms === undefined ? type : `${type} (SMS)`));
    return `${outages.length} outage, notices: ${kinds.join(', ')}`;
  },
  speaks: true,
};

/** The summary without texts for people, as a digest for comparison. */
function told(summary: Summary): string {
  const notices = summary.notices.map(({ sms, subject: _, text: __, ...facts }) => ({
    ...facts,
    phone: sms !== undefined,
  }));
  const facts = JSON.stringify({ ...summary, notices });
  const phones = notices.filter(({ phone }) => phone).length;
  const { outages } = summary;
  return `${outages.length} outages, ${notices.length} notices, ${phones} SMS, facts ${digest(facts)}`;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

interface Output {
  readonly facts: string;
  readonly raw: string;
}

function play({ args, facts }: Run, flags: readonly string[]): Output {
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, ...args], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (stdout === '') throw new Error(`${args.join(' ')} printed nothing: ${stderr}`);
  return { facts: facts(stdout), raw: stdout };
}

function verdictOf({ speaks }: Run, real: Output, nonsense: Output): string {
  if (real.facts !== nonsense.facts) return 'DIFFERENT';
  return speaks && real.raw === nonsense.raw ? 'NO NONSENSE WAS SPOKEN' : 'the same';
}

if (values.help) {
  console.log(HELP);
} else {
  for (const run of values.replay ? [...RUNS, REPLAY] : RUNS) {
    const real = play(run, []);
    const nonsense = play(run, NONSENSE);
    const verdict = verdictOf(run, real, nonsense);
    if (verdict !== 'the same') process.exitCode = 1;
    console.log(`${run.name}: ${verdict}`);
    console.log(`  words     ${real.facts.replaceAll('\n', '\n            ')}`);
    console.log(`  nonsense  ${nonsense.facts.replaceAll('\n', '\n            ')}`);
  }
}
