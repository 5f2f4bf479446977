import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Change } from './changes.ts';
import { FOLDERS, LAST, type Outcome, SHARE_VARIABLE, type Share } from './home.ts';

const MOST_PROCESSES = 2;

/** Each process runs all tests once before it tries its first change. */
const WORTH_A_PROCESS = 60;

/** Longer than all tests take, on a busy machine as well: before the first change, and for each. */
const STUCK_AT_FIRST_MS = 900_000;
const STUCK_MS = 240_000;

/** The outcome of each change, by its id. Without `tests`: all tests that hold rules. */
export async function tryChanges(
  changes: readonly Change[],
  tests: readonly string[] = [],
): Promise<ReadonlyMap<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  const count = Math.min(MOST_PROCESSES, Math.ceil(changes.length / WORTH_A_PROCESS));
  const shares = Array.from({ length: count }, (_, nth) => ({
    nth,
    tests,
    changes: changes.filter((_, index) => index % count === nth),
  }));
  const counting = setInterval(() => {
    console.log(`${outcomes.size} of ${changes.length} tried`);
  }, 60_000);
  try {
    await Promise.all(shares.map((share) => tryShare(share, outcomes)));
  } finally {
    clearInterval(counting);
  }
  return outcomes;
}

interface Part {
  readonly nth: number;
  /** Folders or files of tests. */
  readonly tests: readonly string[];
  readonly changes: readonly Change[];
}

/**
 * A process that dies or hangs only loses its current change. The others continue in a new process.
 */
async function tryShare(part: Part, outcomes: Map<string, Outcome>): Promise<void> {
  const left = () => part.changes.filter(({ id }) => !outcomes.has(id));
  for (let open = left(); open.length > 0; open = left()) {
    const share: Share = {
      ids: open.map(({ id }) => id),
      files: Object.fromEntries(open.map(({ id, fileName }) => [id, fileName])),
      outcomes: join(FOLDERS.home, `outcomes-${part.nth}.txt`),
    };
    const died = await runShare(share, part, outcomes);
    if (left().length === open.length) throw new Error(`The tests did not get far:\n${died}`);
  }
}

async function runShare(
  share: Share,
  { nth, tests }: Part,
  outcomes: Map<string, Outcome>,
): Promise<string> {
  const order = join(FOLDERS.home, `share-${nth}.json`);
  writeFileSync(order, JSON.stringify(share));
  rmSync(share.outcomes, { force: true });
  const child = spawn(
    join(FOLDERS.root, 'node_modules/.bin/vitest'),
    [
      'run',
      '--config',
      'scripts/mutation/vitest.config.ts',
      ...(tests.length ? [...tests, LAST] : []),
    ],
    { env: { ...process.env, [SHARE_VARIABLE]: order }, detached: true },
  );
  return watched(child, () => readOutcomes(share.outcomes, outcomes));
}

/** Reads while the process runs, and ends it when nothing new comes. Returns what it printed. */
function watched(child: ChildProcess, read: () => number): Promise<string> {
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => printed.push(String(chunk)));
  }
  let [lines, changedAt] = [0, performance.now()];
  const looking = setInterval(() => {
    const now = read();
    if (now !== lines) [lines, changedAt] = [now, performance.now()];
    const most = lines === 0 ? STUCK_AT_FIRST_MS : STUCK_MS;
    if (performance.now() - changedAt > most) process.kill(-(child.pid ?? 0), 'SIGKILL');
  }, 1_000);
  return new Promise((resolve) => {
    child.on('close', () => {
      clearInterval(looking);
      read();
      resolve(printed.join('').slice(-4_000));
    });
  });
}

/** A change that was begun has failed with its process until its outcome is there. */
function readOutcomes(file: string, outcomes: Map<string, Outcome>): number {
  if (!existsSync(file)) return 0;
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  for (const line of lines) {
    const [id = '', outcome = 'begun'] = line.split(' ');
    outcomes.set(id, outcome === 'begun' ? 'broken' : (outcome as Outcome));
  }
  return lines.length;
}
