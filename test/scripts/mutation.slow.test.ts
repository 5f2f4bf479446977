import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** Rules with tests, and prices, whose tests the command leaves out. */
const FILES = ['src/core/history/availability.ts', 'src/core/plan/cost.ts'];
const TESTS = 'test/core/history/availability.test.ts';

describe('npm run mutation', () => {
  it('counts the breaks that tests notice, prints those that they miss, and then ends with 1', () => {
    const only = FILES.flatMap((file) => ['--only', file]);
    const sample = ['--tests', TESTS, '--mutants', '24', '--seed', '1'];
    const command = ['scripts/mutation/mutation.ts', ...only, ...sample];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
    expect(stdout, stderr).toMatch(/^24 of \d+ mutants, seed 1$/m);
    expect(stdout).toMatch(/^src\/core\/history +([1-9]\d*) of \1 noticed \(100\.0 %\)/m);
    expect(stdout).toMatch(/^src\/core\/plan +0 of [1-9]\d* noticed \(0\.0 %\)/m);
    expect(stdout).toMatch(/^src\/core\/plan\/cost\.ts:\d+$/m);
    expect(status).toBe(1);
  });
});
