import fc from 'fast-check';
import { afterEach, beforeEach, TestRunner } from 'vitest';
import { beginTest, endTest } from './recorded-tests.ts';

// The same examples for every change, and no search for the smallest one that fails.
fc.configureGlobal({ seed: 1, endOnFailure: true });

beforeEach(({ task }) => beginTest(task.id));
afterEach(({ task }) => {
  endTest({ id: task.id, file: task.file.filepath, run: TestRunner.getTestFn(task) });
});
