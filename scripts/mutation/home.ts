import { join, relative, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const HOME = join(ROOT, '.bonghwa/mutation');

/** Where the run keeps what it needs. */
export const FOLDERS = { root: ROOT, home: HOME, code: join(HOME, 'code') } as const;

/** The copy of a file that holds every change of it, each behind a switch. */
export function switchedCopy(file: string): string {
  return join(FOLDERS.code, relative(ROOT, resolve(ROOT, file)));
}

/** The last file of each process: it tries the changes. */
export const LAST = 'scripts/mutation/try-changes.ts';

/** Names the files of one process: which changes it tries, and what became of them. */
export const SHARE_VARIABLE = 'BONGHWA_MUTATION_SHARE';

/** What one process does. */
export interface Share {
  /** Ids of the changes to try. */
  readonly ids: readonly string[];
  /** File of each change, by id. */
  readonly files: Readonly<Record<string, string>>;
  /** A line for each change that is begun, and one for its outcome. */
  readonly outcomes: string;
}

/**
 * `endless`: the change ran a hundred times as often as without it. `slow`: a test took too long
 * for no such reason. `broken`: the process died, or a test failed without the change as well.
 * `static`: the code runs while a module loads, so no test is tried on it.
 */
export type Outcome = 'noticed' | 'endless' | 'missed' | 'slow' | 'broken' | 'static';
