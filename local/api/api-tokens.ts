import { mintToken } from '#adapters/secrets/mint-token';
import { createTokenFile } from '#adapters/secrets/token-file';
import { formatTokens } from '#adapters/secrets/token-records';
import { BonghwaError } from '#core/errors';
import { DAY } from '#core/time/time';

/** Where `npx bonghwa token create` keeps the tokens of this machine. */
const file = createTokenFile('.bonghwa/tokens.json');

export interface LocalTokens {
  /** Token for the API of this run. It is printed once and stored nowhere. */
  readonly token: string;
  /** The API reads this run's token and the current tokens of the file, where that can be used. */
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
    secret: async () => formatTokens([record, ...(await file.list().catch(() => []))]),
  };
}

/** The tokens that people made on this machine, as they stand at the moment. */
export async function tokensOfFile(): Promise<string> {
  return formatTokens(await file.list());
}

/** What is wrong with the file, and the remedy. The system runs without it: its tokens open nothing. */
export async function tokenFileProblem(): Promise<string | undefined> {
  try {
    await file.list();
    return undefined;
  } catch (error) {
    if (error instanceof BonghwaError) return `${error.message} ${error.remedy}`;
    throw error;
  }
}
