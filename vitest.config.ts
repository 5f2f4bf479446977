import { defineConfig } from 'vitest/config';

/** Browser, embedded-cloud and process tests: slower, and after the others. They mostly wait. */
const WHOLE = ['test/**/*.whole.test.ts'];
/** A replay measures how busy the machine is, so it runs alone. */
const REPLAY = ['test/local/replay/*.whole.test.ts'];
/**
 * Pure code keeps nothing between tests, so the files of one worker share its modules: that takes a
 * third of the time. A test that replaces a module or the environment belongs to another layer.
 */
const PURE = ['test/{core,pipeline,render,simulation}/**/*.test.ts'];
/** Longer proof: `npm run test:slow`, no part of `npm test`. */
const SLOW = ['test/**/*.slow.test.ts'];

/** Texts are the same whatever language the developer's terminal speaks. */
const env = { LANG: 'C.UTF-8', LC_ALL: '', LC_MESSAGES: '' };

export default defineConfig({
  test: {
    // Vitest leaves one core free by default, which is half of a machine with two.
    maxWorkers: '100%',
    reporters: ['default', './test/support/plain-count.ts'],
    projects: [
      {
        test: {
          name: 'pure',
          include: PURE,
          exclude: [...WHOLE, ...SLOW],
          isolate: false,
          sequence: { groupOrder: 0 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'unit',
          env,
          include: ['test/**/*.test.ts'],
          exclude: [...PURE, ...WHOLE, ...SLOW],
          sequence: { groupOrder: 0 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'whole',
          env,
          include: WHOLE,
          exclude: REPLAY,
          sequence: { groupOrder: 1 },
          maxWorkers: 3,
          testTimeout: 120_000,
          hookTimeout: 60_000,
          // One second is short for a browser beside two others.
          expect: { poll: { timeout: 15_000 } },
        },
      },
      {
        test: {
          name: 'replay',
          include: REPLAY,
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'slow',
          env,
          include: SLOW,
          sequence: { groupOrder: 3 },
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
