import { appendFileSync, readFileSync } from 'node:fs';
import { basename, dirname, relative } from 'node:path';
import { it } from 'vitest';
import { FOLDERS, type Outcome, SHARE_VARIABLE, type Share } from './home.ts';
import { type RecordedTest, runsAtLoad, runWith, testsOf } from './recorded-tests.ts';

/** The last file of the run: all tests have passed and can be run again one by one. */
it('every change is tried on the tests that run its code', { timeout: 0 }, async () => {
  const share: Share = JSON.parse(readFileSync(process.env[SHARE_VARIABLE] ?? '', 'utf8'));
  const say = (line: string) => appendFileSync(share.outcomes, `${line}\n`);
  for (const id of share.ids) {
    say(`${id} begun`);
    const outcome = await outcomeOf(id, share.files[id] ?? '');
    say(`${id} ${outcome}`);
    // What a change left behind would count against the next.
    if (outcome === 'broken') process.kill(process.pid, 'SIGKILL');
  }
});

async function outcomeOf(change: string, file: string): Promise<Outcome> {
  const tests = testsOf(change).toSorted((a, b) => costOf(a, file) - costOf(b, file));
  if (tests.length === 0) return runsAtLoad(change) ? 'static' : 'missed';
  for (const test of tests) {
    const error = await errorOf(() => runWith(change, test));
    if (error === undefined) continue;
    if (error.includes('Hit count limit reached')) return 'endless';
    if (error.includes('timed out')) return 'slow';
    return (await errorOf(test.run)) === undefined ? 'noticed' : 'broken';
  }
  return 'missed';
}

async function errorOf(run: () => unknown): Promise<string | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return String(error);
  }
}

/** Milliseconds, less for tests of the changed file and of its room: they most likely notice it. */
function costOf({ file, tookMs }: RecordedTest, changed: string): number {
  if (basename(file).split('.')[0] === basename(changed).split('.')[0]) return tookMs / 100;
  const room = dirname(changed).replace(/^src/, 'test');
  return dirname(relative(FOLDERS.root, file)) === room ? tookMs / 10 : tookMs;
}
