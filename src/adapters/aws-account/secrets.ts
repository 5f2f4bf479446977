import {
  DescribeSecretCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { answered } from '#adapters/aws-account/answered';
import type { Placed, SecretFacts, SecretState } from '#core/plan/diagnosis/account-facts';

/** Without reading a value. */
export function secretFacts(wanted: readonly Placed[]): Promise<readonly SecretFacts[]> {
  return Promise.all(
    wanted.map(async ({ region, name }) => ({
      region,
      name,
      found: await answered(async () => ({ state: await stateOf(region, name) })),
    })),
  );
}

async function stateOf(region: string, name: string): Promise<SecretState> {
  try {
    const client = new SecretsManagerClient({ region });
    const answer = await client.send(new DescribeSecretCommand({ SecretId: name }));
    return Object.keys(answer.VersionIdsToStages ?? {}).length > 0 ? 'set' : 'empty';
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return 'missing';
    throw error;
  }
}
