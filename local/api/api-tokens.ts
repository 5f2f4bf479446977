import { mintToken } from '#adapters/secrets/mint-token';
import { createTokenFile } from '#adapters/secrets/token-file';
import { formatTokens } from '#adapters/secrets/token-records';
import { BonghwaError } from '#core/errors';
import type { Localised } from '#core/time/duration';
import { DAY } from '#core/time/time';

/** Where `npx bonghwa token create` stores this machine's tokens. */
const file = createTokenFile('.bonghwa/tokens.json');

export interface LocalTokens {
  /** Token for the API of this run. Printed once and never stored. */
  readonly token: string;
  /** The API accepts this run's token, and the file's current tokens if the file is usable. */
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

/** The current tokens that people made on this machine. */
export async function tokensOfFile(): Promise<string> {
  return formatTokens(await file.list());
}

/** The problem with the file, and the remedy. The system runs without the file's tokens. */
export async function tokenFileProblem(): Promise<Localised | undefined> {
  try {
    await file.list();
    return undefined;
  } catch (error) {
    if (error instanceof BonghwaError) {
      const { ko, en } = { ko: error.said('ko'), en: error.said('en') };
      return { ko: ko.join(' '), en: en.join(' ') };
    }
    throw error;
  }
}
