import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createJourneyRunner } from '#adapters/chromium/journey-runner';
import { classify } from '#core/classify/classify';
import { Secret } from '#core/run/secret';
import { DEFAULT_LIMITS } from '#core/watch/defaults';
import { startPortals } from '#local/portals/portals';
import { catalogue } from '#portals/catalogues';
import { journeys } from '#portals/registry';
import { descendants } from '../bench-check/processes.ts';

/**
 * Runs many logins in one process. Prints the files and processes that they leave and the growth of
 * memory. Exits with 1 if they leave anything.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '200' },
    model: { type: 'string', default: 'multi' },
  },
});
const RUNS = Number(values.runs);
/** Loading and caches are done by then. */
const WARM_UP = Math.min(30, Math.floor(RUNS / 4));
const EVERY = 50;
const MOST_GROWTH_PER_CENT = 10;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

// With a folder of its own, exactly the files that this process leaves are visible.
const folder = mkdtempSync(join(tmpdir(), 'bonghwa-soak-'));
const outside = process.env.TMPDIR;
process.env.TMPDIR = folder;
const portals = await startPortals({ catalogue });
try {
  const memory = await soak();
  const files = readdirSync(folder).filter((name) => name !== 'browser');
  const processes = descendants(process.pid);
  const live = growth(memory, 'live', WARM_UP);
  const resident = growth(memory, 'resident', WARM_UP);
  console.log(`runs\t${RUNS} (${values.model}-process)`);
  console.log(`processes left\t${processes.length}`);
  console.log(`files left\t${files.length} ${files.join(' ')}`);
  console.log(`live memory\t${live.toFixed(1)} % more than after ${WARM_UP} runs`);
  console.log(`resident memory\t${resident.toFixed(1)} % more than after ${WARM_UP} runs`);
  const steady = Math.max(live, resident) <= MOST_GROWTH_PER_CENT;
  process.exitCode = files.length === 0 && processes.length === 0 && steady ? 0 : 1;
} finally {
  await portals.stop();
  if (outside === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = outside;
  rmSync(folder, { recursive: true, force: true });
}

/** MiB after a run, garbage collected. */
interface Memory {
  readonly live: number;
  readonly resident: number;
}

function growth(memory: ReadonlyMap<number, Memory>, part: keyof Memory, since: number): number {
  const before = memory.get(since)?.[part] ?? Number.NaN;
  return ((memory.get(RUNS)?.[part] ?? Number.NaN) / before - 1) * 100;
}

async function soak(): Promise<ReadonlyMap<number, Memory>> {
  const processModel = values.model === 'single' ? 'single' : 'multi';
  const browser = { cache: join(folder, 'browser') };
  const runner = createJourneyRunner({ journeys, processModel, browser });
  const { userId, password } = portals.credentials('work24');
  const target = portals.catalogue.targets.find(({ service }) => service === 'work24');
  if (!target) throw new Error('there is no portal for work24');
  const memory = new Map<number, Memory>();
  for (let run = 1; run <= RUNS; run += 1) {
    const record = await runner.run({
      target,
      journey: 'login',
      depth: 'session',
      credentials: { userId: new Secret(userId), password: new Secret(password) },
      limits: DEFAULT_LIMITS,
      userAgentContact: '',
      blockedHosts: [],
    });
    const { result, kind } = classify(record.observation);
    if (result !== 'passed')
      console.log(`run ${run}: ${result} ${kind}, ${record.attempts} attempts`);
    if (run !== WARM_UP && run !== RUNS && run % EVERY > 0) continue;
    const found = memoryNow();
    memory.set(run, found);
    console.log(
      `run ${run}\tlive ${found.live.toFixed(1)} MiB, resident ${found.resident.toFixed(1)} MiB`,
    );
  }
  return memory;
}

function memoryNow(): Memory {
  collectGarbage();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { live: (heapUsed + external) / 2 ** 20, resident: rss / 2 ** 20 };
}
