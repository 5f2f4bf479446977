import { defineConfig } from 'vitest/config';

/** Browser, embedded-cloud and process tests: slower, never side by side with each other. */
const WHOLE = ['test/**/*.whole.test.ts'];
/** Longer proof: `npm run test:slow`, no part of `npm test`. */
const SLOW = ['test/**/*.slow.test.ts'];

export default defineConfig({
  test: {
    reporters: ['default', './test/support/plain-count.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...WHOLE, ...SLOW],
          sequence: { groupOrder: 0 },
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'whole',
          include: WHOLE,
          // After the others: what measures the machine must not share it.
          sequence: { groupOrder: 1 },
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'slow',
          include: SLOW,
          sequence: { groupOrder: 2 },
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
