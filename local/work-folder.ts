import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { InvalidInputError } from '#core/errors';

/** Where one run of the system keeps its files. A temporary one goes away with the process. */
export interface WorkFolder {
  readonly path: string;
  /** False for a folder the person named: it is theirs. */
  readonly temporary: boolean;
  remove(): void;
}

export async function workFolder(named?: string): Promise<WorkFolder> {
  if (named !== undefined) return namedFolder(resolve(named));
  const path = mkdtempSync(join(tmpdir(), 'bonghwa-'));
  const remove = () => rmSync(path, { recursive: true, force: true });
  process.once('exit', remove);
  return { path, temporary: true, remove };
}

async function namedFolder(path: string): Promise<WorkFolder> {
  try {
    await mkdir(path, { recursive: true });
    const probe = join(path, '.writable');
    await writeFile(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new InvalidInputError(
      `The data folder ${path} cannot be written: ${error instanceof Error ? error.message : error}.`,
      'Name a folder that is yours with --data FOLDER, or leave it out for a temporary one.',
    );
  }
  return { path, temporary: false, remove: () => {} };
}
