import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { close, listen } from '#local/cloud/loopback';
import { storeSecret } from '../../../bin/secret/store-secret.ts';
import { withoutAws } from '../../support/no-aws.ts';

/** Values by name, as Secrets Manager keeps them. */
const kept = new Map<string, string>();
let server: Server;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const { Name, SecretId = Name, SecretString } = JSON.parse(await text(request));
    const missing = /PutSecretValue$/.test(String(request.headers['x-amz-target']))
      ? !kept.has(SecretId)
      : false;
    if (!missing) kept.set(SecretId, SecretString);
    response.writeHead(missing ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(missing ? '{"__type":"ResourceNotFoundException"}' : '{}');
  });
  withoutAws();
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${await listen(server)}`);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'loopback');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'loopback');
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await close(server);
});

const store = (name: string, create: boolean, value = 'x') =>
  storeSecret({ region: 'ap-northeast-2', name, value, create });

describe('storing a secret', () => {
  it('tells a new value from one that replaces another, which a deployment would not read', async () => {
    expect(await store('webhook/ops', true)).toBe('made');
    expect(await store('webhook/ops', true, 'y')).toBe('replaced');
    expect(kept.get('webhook/ops')).toBe('y');
  });

  it('makes none that a stack makes, and names the remedy without the value', async () => {
    const refused = store('login/eps', false, 's3cret');
    await expect(refused).rejects.toThrow(/did not take login\/eps: ResourceNotFoundException/);
    await expect(refused).rejects.not.toThrow(/s3cret/);
    expect(kept.has('login/eps')).toBe(false);
  });
});
