import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from '#adapters/files/make-folder';
import { errorCode, InvalidInputError } from '#core/errors';
import { shellWord } from '#core/formats/shell-word';
import type { TokenStore } from '#core/ports/people';
import { formatTokens, parseTokens } from './token-records.ts';

/** Token records in a local file that only its owner can read. Throws InvalidInputError. */
export function createTokenFile(path: string): TokenStore {
  return {
    async list() {
      const text = await readIfThere(path);
      return text === undefined
        ? []
        : parseTokens(text, { en: `The file ${path}`, ko: `${path} 파일` });
    },

    async save(records) {
      await makeFolder(dirname(path));
      const draft = `${path}.${process.pid}`;
      await writeFile(draft, formatTokens(records), { mode: 0o600 });
      await rename(draft, path);
    },
  };
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    const text = await readFile(path, 'utf8');
    await refuseOpenFile(path);
    return text;
  } catch (error) {
    if (error instanceof InvalidInputError) throw error;
    const code = errorCode(error) ?? 'unknown error';
    if (code === 'ENOENT') return undefined;
    throw new InvalidInputError(
      {
        en: `The file ${path} cannot be read (${code}).`,
        ko: `${path} 파일을 읽을 수 없습니다(${code}).`,
      },
      {
        en: 'Make it yours, or move it away and create the tokens anew with: npx bonghwa token create',
        ko: '소유자를 바꾸거나, 옮긴 뒤 토큰을 새로 만드십시오: npx bonghwa token create',
      },
    );
  }
}

/** It contains only hashes, so reading does no harm. A user who can write it can open the API. */
async function refuseOpenFile(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & 0o022) === 0) return;
  const bits = (mode & 0o777).toString(8);
  throw new InvalidInputError(
    {
      en: `Others may write the file ${path} (mode ${bits}).`,
      ko: `다른 사용자가 ${path} 파일에 쓸 수 있습니다(권한 ${bits}).`,
    },
    {
      en: `Look at what it holds, then close it to them: chmod 600 ${shellWord(path)}`,
      ko: `내용을 확인한 뒤 본인만 쓰게 하십시오: chmod 600 ${shellWord(path)}`,
    },
  );
}
