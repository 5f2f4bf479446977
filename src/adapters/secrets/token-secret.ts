import {
  CreateSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import type { TokenRecord } from '#core/history/access';
import type { TokenStore } from '#core/ports/people';
import { formatTokens, parseTokens } from './token-records.ts';

/** How long records are reused, ms. A revoked token works for at most this long. */
const FRESH_MS = 60_000;

/**
 * The same for an unknown token, ms. A new token works within this time, and invented tokens cause
 * no more calls.
 */
const FRESHER_MS = 4_000;

/** Token records in one secret of Secrets Manager, named `<prefix>/api-tokens` when deployed. */
export function createTokenSecret(client: SecretsManagerClient, name: string): TokenStore {
  let known: { readonly at: number; readonly records: Promise<readonly TokenRecord[]> } | undefined;

  async function read(): Promise<readonly TokenRecord[]> {
    const text = await readSecret(client, name);
    return text === undefined
      ? []
      : parseTokens(text, { en: `The secret ${name}`, ko: `인증 정보 ${name}` });
  }
  return {
    list(options) {
      // Elapsed real time, because a replay's virtual clock must not keep the records fresh.
      const now = performance.now();
      if (!known || now - known.at > (options?.fresh ? FRESHER_MS : FRESH_MS)) {
        const records = read();
        known = { at: now, records };
        records.catch(() => {
          known = undefined;
        });
      }
      return known.records;
    },

    async save(records) {
      known = undefined;
      const SecretString = formatTokens(records);
      try {
        await client.send(new PutSecretValueCommand({ SecretId: name, SecretString }));
      } catch (error) {
        if (!(error instanceof ResourceNotFoundException)) throw error;
        await client.send(new CreateSecretCommand({ Name: name, SecretString }));
      }
    },
  };
}

/** Undefined while nothing is stored. */
async function readSecret(client: SecretsManagerClient, name: string): Promise<string | undefined> {
  try {
    const answer = await client.send(new GetSecretValueCommand({ SecretId: name }));
    return answer.SecretString;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}
