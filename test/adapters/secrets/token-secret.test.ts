import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { mintToken } from '#adapters/secrets/mint-token';
import { formatTokens, parseTokens } from '#adapters/secrets/token-records';
import { createTokenSecret } from '#adapters/secrets/token-secret';
import { InvalidInputError } from '#core/errors';
import { type SecretsManagerServer, startSecretsManager } from '#local/cloud/secrets-manager';

describe('tokens in Secrets Manager', () => {
  let server: SecretsManagerServer;
  let client: SecretsManagerClient;
  const { token, record } = mintToken({
    name: 'grafana',
    scopes: ['read'],
    createdAt: Date.parse('2024-07-18T00:00:00Z'),
    expiresAt: Date.parse('2025-07-18T00:00:00Z'),
  });
  beforeAll(async () => {
    server = await startSecretsManager();
    client = new SecretsManagerClient({
      endpoint: server.url,
      region: 'ap-northeast-2',
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    });
  });
  afterAll(async () => {
    client.destroy();
    await server.stop();
  });

  it('are none before any was created', async () => {
    expect(await createTokenSecret(client, 'bonghwa/dev/api-tokens').list()).toEqual([]);
  });

  it('come back as they were saved, without the token', async () => {
    server.put('bonghwa/test/api-tokens', formatTokens([record]));
    expect(await createTokenSecret(client, 'bonghwa/test/api-tokens').list()).toEqual([record]);
    expect(formatTokens([record])).not.toContain(token);
  });

  it('are asked for once a minute, not once a request', async () => {
    const store = createTokenSecret(client, 'bonghwa/cached/api-tokens');
    server.put('bonghwa/cached/api-tokens', formatTokens([record]));
    await store.list();
    server.put('bonghwa/cached/api-tokens', formatTokens([]));
    expect(await store.list()).toEqual([record]);
  });

  it('are asked for again after seconds when a token is not known', async () => {
    const store = createTokenSecret(client, 'bonghwa/fresh/api-tokens');
    vi.useFakeTimers({ toFake: ['performance'] });
    try {
      await store.list();
      server.put('bonghwa/fresh/api-tokens', formatTokens([record]));
      expect(await store.list({ fresh: true })).toEqual([]);
      vi.advanceTimersByTime(5_000);
      expect(await store.list()).toEqual([]);
      expect(await store.list({ fresh: true })).toEqual([record]);
    } finally {
      vi.useRealTimers();
    }
  });

  it.each(['', '[]', '{"tokens":[{}]}', '{"tokens":[{"name":"x","sha256":"short"}]}'])(
    'are refused when the secret holds %j, without quoting it',
    (text) => {
      const parse = () => parseTokens(text, { en: 'The secret s', ko: '인증 정보 s' });
      expect(parse).toThrow(InvalidInputError);
      expect(parse).not.toThrow(/short/);
    },
  );
});
