import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSecrets } from '#adapters/secrets/credentials';
import { SecretMissingError } from '#core/errors';
import { type SecretsManagerServer, startSecretsManager } from '#local/cloud/secrets-manager';

let server: SecretsManagerServer;

beforeAll(async () => {
  server = await startSecretsManager();
});

afterAll(() => server.stop());

function secrets() {
  const client = new SecretsManagerClient({
    region: 'us-east-1',
    endpoint: server.url,
    credentials: { accessKeyId: 'loopback', secretAccessKey: 'loopback' },
    maxAttempts: 1,
  });
  return createSecrets(client, 'bonghwa/test');
}

describe('credentials', () => {
  it('are read by service and do not print', async () => {
    server.put('bonghwa/test/work24', JSON.stringify({ userId: 'kim', password: 'pa$$ 봉화' }));
    const { userId, password } = await secrets().credentials('work24');
    expect([userId.reveal(), password.reveal()]).toEqual(['kim', 'pa$$ 봉화']);
    expect(JSON.stringify({ password }) + String(password)).not.toContain('봉화');
  });

  it('that are unset name the secret and the remedy', async () => {
    const missing = secrets().credentials('eps');
    await expect(missing).rejects.toThrow(SecretMissingError);
    await expect(missing).rejects.toThrow('bonghwa/test/eps');
  });

  it.each(['not json: hunter2', '{"userId":"kim"}', '{"userId":"kim","password":7}'])(
    'that are malformed are missing, and their value is not told: %s',
    async (value) => {
      server.put('bonghwa/test/hrd-net', value);
      const error = await secrets()
        .credentials('hrd-net')
        .catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(SecretMissingError);
      expect(JSON.stringify(error) + String(error)).not.toMatch(/hunter2|kim/);
    },
  );
});
