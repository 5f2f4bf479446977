import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSync } from 'esbuild';
import { browserFiles } from '#adapters/chromium/browser-files';
import { browserArguments } from '#adapters/chromium/launch';
import { nodeOptions } from '#contract/functions';
import { startPortals } from '#local/portals/portals';
import { catalogue } from '#portals/catalogues';
import { functionAssets, synth } from '../runtime-api/cloud-assembly.ts';
import { ASSIGNMENT_VARIABLE, type BenchAssignment } from './assignment.ts';
import { type Contestant, type Measurement, measure, median } from './measure.ts';
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
const BUNDLED = 'bonghwa, bundled as deployed';
const ROOT = resolve(import.meta.dirname, '../..');
const SERVICE = 'work24';
const MOST_RATIO = 1.1;
const MOST_ADDED_MS = 40;
const MOST_SPLIT_MS = 60;

const portals = await startPortals({ catalogue });
try {
  const assignment = await assignmentOf();
  const contestants = contestantsOf(assignment);
  await wholeProcesses(contestants, assignment);
  await warm(contestants, assignment);
  if (!values['no-split']) await split(assignment);
  if (!values['no-unpacking']) {
    const binary = join(dirname(assignment.executable), 'chromium');
    console.log('\nUnpacking, median of 5 processes\npacked as\tMB\tseconds');
    for (const row of compareUnpacking(binary)) console.log(row.join('\t'));
    console.log('Not measurable here: how long Lambda takes to load a larger asset.');
  }
} finally {
  await portals.stop();
}

async function assignmentOf(): Promise<BenchAssignment> {
  const { executable, environment } = await browserFiles();
  const { userId, password } = portals.credentials(SERVICE);
  const baseUrl = portals.catalogue.targets.find(({ service }) => service === SERVICE)?.baseUrl;
  if (!baseUrl) throw new Error(`there is no portal for ${SERVICE}`);
  const args = browserArguments({ processModel: 'multi', blockedHosts: [], named: ['127.0.0.1'] });
  return { baseUrl, userId, password, executable, environment, args, runs: 1 };
}

function contestantsOf(assignment: BenchAssignment): ReadonlyMap<string, Contestant> {
  const scratch = resolve(values.scratch);
  mkdirSync(scratch, { recursive: true });
  const own = new Map([
    [FLOOR, bundled('floor', scratch)],
    [BUNDLED, bundled('ours', scratch)],
    ['bonghwa, from its source', fromSource()],
  ]);
  if (values['no-rivals']) return own;
  own.set('@elastic/synthetics', elasticSynthetics(scratch, assignment));
  own.set('@playwright/test', playwrightTest(scratch, assignment));
  return own;
}

/**
 * On Lambda the project is one bundle beside playwright-core, not a hundred TypeScript files. The
 * floor is bundled too, or Node would first strip its types.
 */
function bundled(name: 'floor' | 'ours', scratch: string): Contestant {
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
  const environment = name === 'ours' ? { NODE_OPTIONS: nodeOptions('browser') } : {};
  return { command: [process.execPath, outfile], cwd: ROOT, environment };
}

/** With the compile cache that the CLI uses. */
function fromSource(): Contestant {
  const cache = join(ROOT, 'node_modules/.cache/bonghwa');
  const path = join(ROOT, 'scripts/bench-check/ours.ts');
  const environment = { NODE_COMPILE_CACHE: cache };
  return { command: [process.execPath, path], cwd: ROOT, environment };
}

function run(contestant: Contestant, assignment: BenchAssignment): Promise<Measurement> {
  return measure({
    ...contestant,
    environment: { ...assignment.environment, [ASSIGNMENT_VARIABLE]: JSON.stringify(assignment) },
  });
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
      const contestant = contestants.get(name === 'floor' ? FLOOR : BUNDLED);
      if (!contestant) throw new Error(`there is no ${name}`);
      const { stdout } = await run(contestant, { ...assignment, runs, pictures });
      const all: number[] = JSON.parse(stdout.trim().split('\n').at(-1) ?? '[]');
      found[name].push(...all.slice(1));
    }
  }
  const [floor, ours, pictures] = [found.floor, found.ours, found.pictures].map(median);
  console.log(`\nWarm in one process, medians of ${found.ours.length} runs, a fresh browser each`);
  const ratio = ((ours ?? 0) / (floor ?? 1)).toFixed(2);
  console.log(`floor\t${ms(floor)}\nours\t${ms(ours)}\tratio ${ratio} (target ${MOST_RATIO})`);
  console.log(`added\t${ms((ours ?? 0) - (floor ?? 0))} (target ${MOST_ADDED_MS} ms)`);
  console.log(`a picture of each step, once an hour, adds\t${ms((pictures ?? 0) - (ours ?? 0))}`);
}

/** The bundled functions, as `cdk synth` makes them. */
async function split(assignment: BenchAssignment): Promise<void> {
  const outdir = mkdtempSync(join(tmpdir(), 'bonghwa-bench-'));
  try {
    await synth(outdir);
    const asset = functionAssets(outdir, 'bonghwa-dev-').get('browser') ?? '';
    const runs = Number(values.runs);
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
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

function ms(milliseconds: number | undefined): string {
  return `${(milliseconds ?? Number.NaN).toFixed(0)} ms`;
}
