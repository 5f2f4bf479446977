import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { TokenStore } from '#core/ports/people';
import { formatTokens, parseTokens } from './token-records.ts';

/** Token records in a file of this machine, readable by its owner only. */
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
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
