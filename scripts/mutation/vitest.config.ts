import { defineConfig } from 'vitest/config';

/**
 * The quick tests that hold the rules. The fault simulation notices many breaks too, but takes half a
 * minute for each; without it the score is a lower bound.
 */
export default defineConfig({
  test: {
    include: ['core', 'pipeline', 'lambda', 'local/simulate'].map(
      (folder) => `test/${folder}/**/*.test.ts`,
    ),
    exclude: ['test/**/*.{whole,slow}.test.ts', 'test/core/{classify,plan}/**'],
    testTimeout: 60_000,
  },
});
