import { readFile } from 'node:fs/promises';
import { mintToken } from '#adapters/secrets/mint-token';
import { formatTokens, parseTokens } from '#adapters/secrets/token-records';
import type { TokenRecord } from '#core/history/access';
import { DAY } from '#core/time/time';

/** Where `npx bonghwa token create` keeps the tokens of this machine. */
const TOKEN_FILE = '.bonghwa/tokens.json';

export interface LocalTokens {
  /** Token for the API of this run. It is printed once and stored nowhere. */
  readonly token: string;
  /** The API reads this run's token and the current tokens of the file. */
  secret(): Promise<string>;
}

export function localTokens(now: number): LocalTokens {
  const { token, record } = mintToken({
    name: 'npm-start',
    scopes: ['read', 'write'],
    createdAt: now,
    expiresAt: now + DAY,
  });
  return {
    token,
    secret: async () => formatTokens([record, ...(await recordsOfFile())]),
  };
}

/** The tokens that people made on this machine, as they stand at the moment. */
export async function tokensOfFile(): Promise<string> {
  return formatTokens(await recordsOfFile());
}

async function recordsOfFile(): Promise<readonly TokenRecord[]> {
  const text = await readFile(TOKEN_FILE, 'utf8').catch(() => undefined);
  return text === undefined ? [] : parseTokens(text, TOKEN_FILE);
}
