import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InvalidInputError } from '#core/errors';
import type { TokenStore } from '#core/ports/people';
import { formatTokens, parseTokens } from './token-records.ts';

/** Token records in a local file that only its owner can read. Throws InvalidInputError. */
export function createTokenFile(path: string): TokenStore {
  return {
    async list() {
      const text = await readIfThere(path);
      return text === undefined ? [] : parseTokens(text, `The file ${path}`);
    },

    async save(records) {
      await mkdir(dirname(path), { recursive: true });
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
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    if (code === 'ENOENT') return undefined;
    throw new InvalidInputError(
      `The file ${path} cannot be read (${code}).`,
      'Make it yours, or move it away and create the tokens anew with: npx bonghwa token create',
    );
  }
}

/** It contains only hashes, so reading does no harm. A user who can write it can open the API. */
async function refuseOpenFile(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & 0o022) === 0) return;
  throw new InvalidInputError(
    `Others may write the file ${path} (mode ${(mode & 0o777).toString(8)}).`,
    `Look at what it holds, then close it to them: chmod 600 ${path}`,
  );
}
