import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { makeFolder } from '#adapters/files/make-folder';
import { InvalidInputError } from '#core/errors';
import type { Site } from '#core/ports/public-site';

/**
 * The page as plain files, for any web server or none. A rename makes each file appear complete.
 */
export function createFolderSite(folder: string): Site {
  return {
    async read(path) {
      const file = join(folder, path);
      return existsSync(file) ? readFile(file, 'utf8') : undefined;
    },
    async open() {
      await usable(folder);
      const stored = await contents(folder);
      return {
        paths: [...stored.keys()],
        holds: ({ path, body }) => stored.get(path)?.equals(Buffer.from(body)) ?? false,
        async put({ path, body }) {
          const target = join(folder, path);
          await makeFolder(dirname(target));
          await writeFile(`${target}.new`, body);
          await rename(`${target}.new`, target);
        },
        remove: (path) => rm(join(folder, path), { force: true }),
      };
    },
  };
}

async function usable(folder: string): Promise<void> {
  try {
    await makeFolder(folder);
  } catch (cause) {
    throw new InvalidInputError(
      { en: `${folder} cannot be made a folder.`, ko: `${folder} 폴더를 만들 수 없습니다.` },
      {
        en: 'Name a folder that is yours with --out FOLDER.',
        ko: '--out FOLDER로 쓸 수 있는 폴더를 지정하십시오.',
      },
      { cause },
    );
  }
}

async function contents(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.new'));
  return new Map(
    await Promise.all(
      files.map(async ({ parentPath, name }) => {
        const path = join(parentPath, name);
        return [relative(folder, path), await readFile(path)] as const;
      }),
    ),
  );
}
