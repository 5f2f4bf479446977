import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod/mini';
import { SecretMissingError } from '#core/errors';
import type { Secrets } from '#core/ports/checks';
import { type Credentials, credentialsFrom } from '#core/run/secret';

const filled = z.string().check(z.minLength(1));

/** Further fields are those that the operator's login needs. */
const stored = z.catchall(z.object({ userId: filled, password: filled }), filled);

/**
 * Secrets are named `<prefix>/<service>` and contain JSON. They are read in each run, so a rotation
 * needs no redeploy.
 */
export function createSecrets(client: SecretsManagerClient, prefix: string): Secrets {
  return {
    async credentials(service: string): Promise<Credentials> {
      const name = `${prefix}/${service}`;
      const parsed = stored.safeParse(parseJson(await read(client, name)));
      if (!parsed.success) throw missing(name);
      return credentialsFrom(parsed.data);
    },
  };
}

async function read(client: SecretsManagerClient, name: string): Promise<string> {
  try {
    const answer = await client.send(new GetSecretValueCommand({ SecretId: name }));
    return answer.SecretString ?? '';
  } catch (error) {
    throw missing(name, error);
  }
}

/** Parse errors quote their input, which is the secret, so they are not passed on. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function missing(name: string, cause?: unknown): SecretMissingError {
  return new SecretMissingError(
    `The secret ${name} is unset or not readable.`,
    `Set it in the checkout with: bonghwa secret set ${name.split('/').at(-1)}`,
    cause instanceof Error ? { cause: cause.name } : undefined,
  );
}
