import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSync } from 'esbuild';
import { encodeOrder } from '#adapters/browser-function/order-wire';
import { decodeRecord } from '#adapters/browser-function/record-wire';
import { browserFiles } from '#adapters/chromium/browser-files';
import { browserArguments } from '#adapters/chromium/launch';
import { ENVIRONMENT } from '#contract/environment';
import { nodeOptions } from '#contract/functions';
import { judged } from '#core/classify/judged';
import { startPortals } from '#local/portals/portals';
import { catalogue } from '#portals/catalogues';
import { functionAssets, synth } from '../runtime-api/cloud-assembly.ts';
import { ASSIGNMENT_VARIABLE, type BenchAssignment, reportIn } from './assignment.ts';
import { type Contestant, type Measurement, measure, median } from './measure.ts';
import { orderOf } from './order.ts';
import { elasticSynthetics, playwrightTest } from './rivals.ts';
import { measureSplit } from './split.ts';
import { compareUnpacking } from './unpacking.ts';

/**
 * The same login against the same simulated portal with the same browser, by this project and by
 * others: as whole processes one after the other in turn, then warm in one process.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '7' },
    warm: { type: 'string', default: '21' },
    scratch: { type: 'string', default: '.bonghwa/bench' },
    'no-rivals': { type: 'boolean', default: false },
    'no-unpacking': { type: 'boolean', default: false },
    'no-split': { type: 'boolean', default: false },
  },
});
const FLOOR = 'playwright-core script (floor)';
const DEPLOYED = "bonghwa, the browser's function as deployed";
const READING = 'bonghwa, one process that also reads (check)';
const ROOT = resolve(import.meta.dirname, '../..');
const SERVICE = 'work24';
const MOST_RATIO = 1.1;
const MOST_ADDED_MS = 40;
const MOST_SPLIT_MS = 60;
const OF_BROWSER = {
  NODE_OPTIONS: nodeOptions('browser'),
  [ENVIRONMENT.configuration]: 'configuration.json',
};

const portals = await startPortals({ catalogue });
const outdir = mkdtempSync(join(tmpdir(), 'bonghwa-bench-'));
try {
  const assignment = await assignmentOf();
  const contestants = contestantsOf(assignment);
  await wholeProcesses(contestants, assignment);
  await warm(contestants, assignment);
  await reading(contestants, assignment);
  if (!values['no-split']) await split(assignment);
  if (!values['no-unpacking']) {
    const binary = join(dirname(assignment.executable), 'chromium');
    console.log('\nUnpacking, median of 5 processes\npacked as\tMB\tseconds');
    for (const row of compareUnpacking(binary)) console.log(row.join('\t'));
    console.log('Not measurable here: how long Lambda takes to load a larger asset.');
  }
} finally {
  await portals.stop();
  rmSync(outdir, { recursive: true, force: true });
}

async function assignmentOf(): Promise<BenchAssignment> {
  const { executable, environment } = await browserFiles();
  const { userId, password } = portals.credentials(SERVICE);
  const baseUrl = portals.catalogue.targets.find(({ service }) => service === SERVICE)?.baseUrl;
  if (!baseUrl) throw new Error(`there is no portal for ${SERVICE}`);
  const args = browserArguments({ processModel: 'multi', blockedHosts: [], named: ['127.0.0.1'] });
  await synth(outdir);
  const asset = functionAssets(outdir, 'bonghwa-dev-').get('browser') ?? '';
  return { baseUrl, userId, password, executable, environment, args, asset, runs: 1 };
}

function contestantsOf(assignment: BenchAssignment): ReadonlyMap<string, Contestant> {
  const scratch = resolve(values.scratch);
  mkdirSync(scratch, { recursive: true });
  const own = new Map([
    [FLOOR, bundled('floor', scratch)],
    [DEPLOYED, bundled('deployed', scratch)],
    [READING, bundled('ours', scratch)],
    ['the same, from its source', fromSource()],
  ]);
  if (values['no-rivals']) return own;
  own.set('@elastic/synthetics', elasticSynthetics(scratch, assignment));
  own.set('@playwright/test', playwrightTest(scratch, assignment));
  return own;
}

/** All are bundled, or Node would first strip their types. */
function bundled(name: 'floor' | 'ours' | 'deployed' | 'reading', scratch: string): Contestant {
  const outfile = join(scratch, `${name}.mjs`);
  buildSync({
    entryPoints: [join(ROOT, `scripts/bench-check/${name}.ts`)],
    outfile,
    bundle: true,
    minify: true,
    sourcemap: true,
    sourcesContent: false,
    charset: 'utf8',
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  const environment = name === 'floor' ? {} : OF_BROWSER;
  return { command: [process.execPath, outfile], cwd: ROOT, environment };
}

/** With the compile cache that the CLI uses. */
function fromSource(): Contestant {
  const cache = join(ROOT, 'node_modules/.cache/bonghwa');
  const path = join(ROOT, 'scripts/bench-check/ours.ts');
  const environment = { NODE_COMPILE_CACHE: cache };
  return { command: [process.execPath, path], cwd: ROOT, environment };
}

async function run(contestant: Contestant, assignment: BenchAssignment): Promise<Measurement> {
  const order = encodeOrder({ ...orderOf(assignment), callerReads: true });
  const assigned = JSON.stringify({ ...assignment, order });
  const measurement = await measure({
    ...contestant,
    environment: {
      ...contestant.environment,
      ...assignment.environment,
      [ASSIGNMENT_VARIABLE]: assigned,
    },
  });
  const answer = answerIn(measurement.stdout);
  if (answer) mustPass(answer);
  return measurement;
}

/** The rivals print reports of their own. */
function answerIn(stdout: string): unknown {
  return stdout.trim().endsWith('}') ? reportIn(stdout).answer : undefined;
}

/** As the runner judges. The contestants that answer nothing have judged already. */
function mustPass(answer: unknown): void {
  const { observation, unread } = decodeRecord(answer);
  if (!unread) throw new Error('the browser left no page to its caller');
  for (const { result, reason } of [...unread, observation].map(judged)) {
    if (result !== 'passed') throw new Error(`the run did not pass: ${reason}`);
  }
}

async function wholeProcesses(
  contestants: ReadonlyMap<string, Contestant>,
  assignment: BenchAssignment,
): Promise<void> {
  const found = new Map([...contestants.keys()].map((name) => [name, [] as Measurement[]]));
  // In turn, so that a busy moment affects all. The first round warms the disk.
  for (let round = 0; round <= Number(values.runs); round += 1) {
    for (const [name, contestant] of contestants) {
      const measurement = await run(contestant, assignment);
      if (round > 0) found.get(name)?.push(measurement);
    }
  }
  const floor = summary([...found.values()][0] ?? []);
  console.log(
    `Whole process, medians of ${values.runs} runs in turn; target for bonghwa: ${MOST_RATIO} × the floor`,
  );
  console.log('who\twall s\tratio\tCPU s\tratio\tpeak MiB\tratio');
  for (const [name, measurements] of found) {
    const own = summary(measurements);
    const ratio = (key: keyof typeof own) => (own[key] / floor[key]).toFixed(2);
    const cells = [
      [own.wall.toFixed(2), ratio('wall')],
      [own.cpu.toFixed(2), ratio('cpu')],
      [own.memory.toFixed(0), ratio('memory')],
    ];
    console.log([name, ...cells.flat()].join('\t'));
  }
}

function summary(measurements: readonly Measurement[]) {
  return {
    wall: median(measurements.map(({ wallSeconds }) => wallSeconds)),
    cpu: median(measurements.map(({ cpuSeconds }) => cpuSeconds)),
    memory: median(measurements.map(({ peakMebibytes }) => peakMebibytes)),
  };
}

/**
 * Three blocks each, in turn. The first run of each process is not counted, because it loads code.
 */
async function warm(
  contestants: ReadonlyMap<string, Contestant>,
  assignment: BenchAssignment,
): Promise<void> {
  const runs = Math.ceil(Number(values.warm) / 3) + 1;
  const found: Record<'floor' | 'ours' | 'pictures', number[]> = {
    floor: [],
    ours: [],
    pictures: [],
  };
  for (let block = 0; block < 3; block += 1) {
    for (const name of ['floor', 'ours', 'pictures'] as const) {
      const pictures = name === 'pictures';
      const contestant = contestants.get(name === 'floor' ? FLOOR : DEPLOYED);
      if (!contestant) throw new Error(`there is no ${name}`);
      const { stdout } = await run(contestant, { ...assignment, runs, pictures });
      found[name].push(...reportIn(stdout).milliseconds.slice(1));
    }
  }
  const [floor, ours, pictures] = [found.floor, found.ours, found.pictures].map(median);
  console.log(`\nWarm in one process, medians of ${found.ours.length} runs, a fresh browser each`);
  const ratio = ((ours ?? 0) / (floor ?? 1)).toFixed(2);
  console.log(`floor\t${ms(floor)}\nours\t${ms(ours)}\tratio ${ratio} (target ${MOST_RATIO})`);
  console.log(`added\t${ms((ours ?? 0) - (floor ?? 0))} (target ${MOST_ADDED_MS} ms)`);
  console.log(`a picture of each step, once an hour, adds\t${ms((pictures ?? 0) - (ours ?? 0))}`);
}

/** The part of a check that the runner does instead of the browser. */
async function reading(
  contestants: ReadonlyMap<string, Contestant>,
  assignment: BenchAssignment,
): Promise<void> {
  const deployed = contestants.get(DEPLOYED);
  if (!deployed) throw new Error('the function is not deployed');
  const { answer } = reportIn((await run(deployed, assignment)).stdout);
  const runs = Array.from({ length: 5 }, () => readOnce(answer));
  const first = median(runs.map(([cold = Number.NaN]) => cold));
  const later = median(runs.flatMap((all) => all.slice(all.length >> 1)));
  console.log("\nThe runner's reading of all pages, processor time, medians of 5 processes");
  console.log(`first in a process\t${ms(first)}\nlater\t${ms(later)}`);
}

function readOnce(answer: unknown): readonly number[] {
  const { command } = bundled('reading', resolve(values.scratch));
  const [executable = '', ...args] = command;
  const input = JSON.stringify(answer);
  return reportIn(execFileSync(executable, args, { input, encoding: 'utf8' })).milliseconds;
}

async function split(assignment: BenchAssignment): Promise<void> {
  const runs = Number(values.runs);
  const asset = assignment.asset ?? '';
  const { added, withPictures, answerBytes } = await measureSplit(asset, assignment, runs);
  console.log(
    `\nThe browser as a function of its own, warm under the Runtime API, medians of ${runs} calls`,
  );
  console.log(
    `added by the call\t${ms(added)} (target ${MOST_SPLIT_MS} ms; ratio ${(added / MOST_SPLIT_MS).toFixed(2)})`,
  );
  const kilobytes = (answerBytes / 1_000).toFixed(0);
  console.log(`with a picture of each step, ${kilobytes} kB\t${ms(withPictures)}`);
  console.log('Not measurable here: the network between two functions of one region.');
}

function ms(milliseconds: number | undefined): string {
  return `${(milliseconds ?? Number.NaN).toFixed(0)} ms`;
}
