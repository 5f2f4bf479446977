import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeFolder } from '#adapters/files/make-folder';
import { NOWHERE, unusablePath } from '#adapters/files/unusable-path';
import { errorCode, InvalidInputError } from '#core/errors';

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
    return errorCode(error) === 'EPERM';
  }
}

async function namedFolder(path: string): Promise<WorkFolder> {
  try {
    await makeFolder(path, 0o700);
    const probe = join(path, '.writable');
    await writeFile(probe, 'x');
    rmSync(probe);
  } catch (error) {
    const { en, ko } = unusablePath(error, path)?.why ?? NOWHERE;
    throw new InvalidInputError(
      {
        en: `The data folder ${path} cannot be written: ${en}.`,
        ko: `데이터 폴더(${path})에 쓸 수 없습니다: ${ko}.`,
      },
      {
        en: 'Name one that is yours and has room with --data FOLDER.',
        ko: '--data FOLDER로 쓸 수 있고 공간이 있는 폴더를 지정하십시오.',
      },
      { cause: error },
    );
  }
  return { path, temporary: false, remove: () => {} };
}
