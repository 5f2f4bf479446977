import { existsSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { LAST, switchedCopy } from './home.ts';

/** Each takes seconds, for a break that others notice, or none of these rules. */
const SLOW = [
  'test/core/detection/state-size.test.ts',
  'test/core/formats/{exports,clean-text}.test.ts',
  'test/core/{classify,plan}/**',
];

class LastOne extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => Number(isLast(a)) - Number(isLast(b)));
  }
}

function isLast({ moduleId }: TestSpecification): boolean {
  return moduleId.endsWith(LAST);
}

/**
 * The quick tests that hold the rules, once on the code as it is, then again in the same process
 * for each change. Simulations and the API's tests notice more, but take half a minute for each.
 * Without them the score is a lower bound.
 */
export default defineConfig({
  plugins: [
    {
      name: 'code-with-switches',
      enforce: 'pre',
      load(id) {
        const copy = switchedCopy(id);
        return existsSync(copy) ? readFileSync(copy, 'utf8') : undefined;
      },
    },
  ],
  test: {
    include: [...['core', 'pipeline'].map((folder) => `test/${folder}/**/*.test.ts`), LAST],
    exclude: ['test/**/*.{whole,slow}.test.ts', ...SLOW],
    // A busy machine is no break that was noticed.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    setupFiles: ['scripts/mutation/setup.ts'],
    sequence: { sequencer: LastOne },
    // One process, in which every module is loaded once.
    isolate: false,
    pool: 'forks',
    maxWorkers: 1,
    bail: 1,
  },
});
