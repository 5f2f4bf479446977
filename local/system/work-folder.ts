import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { InvalidInputError } from '#core/errors';

/** Folder for the files of one run of the system. A temporary one is removed with the process. */
export interface WorkFolder {
  readonly path: string;
  /** False for a folder that the user named, which is never removed. */
  readonly temporary: boolean;
  remove(): void;
}

export async function workFolder(named?: string): Promise<WorkFolder> {
  if (named !== undefined) return namedFolder(resolve(named));
  sweep();
  const path = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const remove = () => rmSync(path, { recursive: true, force: true });
  process.once('exit', remove);
  return { path, temporary: true, remove };
}

const PREFIX = 'bonghwa-up-';

/** Removes folders of processes that were killed before their clean-up. */
function sweep(): void {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(PREFIX))) {
    const owner = Number(name.slice(PREFIX.length).split('-')[0]);
    if (!isAlive(owner)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function namedFolder(path: string): Promise<WorkFolder> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    const probe = join(path, '.writable');
    await writeFile(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new InvalidInputError(
      {
        en: `The data folder ${path} cannot be written: ${error instanceof Error ? error.message : error}.`,
        ko: `데이터 폴더 ${path} 폴더에 쓸 수 없습니다: ${error instanceof Error ? error.message : error}.`,
      },
      {
        en: 'Name a folder that is yours with --data FOLDER, or leave it out for a temporary one.',
        ko: '--data FOLDER로 쓸 수 있는 폴더를 지정하거나, 빼면 임시 폴더를 씁니다.',
      },
    );
  }
  return { path, temporary: false, remove: () => {} };
}
