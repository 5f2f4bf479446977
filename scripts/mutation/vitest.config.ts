import { defineConfig } from 'vitest/config';

/** Each takes seconds, for a break that others notice, or none of these rules. */
const SLOW = [
  'test/core/detection/bad-input.test.ts',
  'test/core/formats/{exports,clean-text}.test.ts',
  'test/core/{classify,plan}/**',
];

/**
 * The quick tests that hold the rules. Simulations and the API's tests notice more, but take half a
 * minute for each break. Without them the score is a lower bound.
 */
export default defineConfig({
  test: {
    include: ['core', 'pipeline'].map((folder) => `test/${folder}/**/*.test.ts`),
    exclude: ['test/**/*.{whole,slow}.test.ts', ...SLOW],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Modules are loaded once for all files: half of the time of a run.
    isolate: false,
  },
});
