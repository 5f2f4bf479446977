import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createStores } from '#adapters/dynamodb/stores';
import { ensureTable } from '#adapters/dynamodb/table';
import { ENVIRONMENT } from '#contract/environment';
import { handler } from '#lambda/history-api';
import { type Backend, startDynalite } from '../../scripts/dynamodb-backends.ts';
import { boardOf } from '../adapters/dynamodb/samples.ts';
import { CONTRACT_RETENTION } from '../adapters/dynamodb/stores.ts';
import { configurationWith } from './api/api-bench.ts';

function eventOf(method: string, path: string, headers: Record<string, string> = {}) {
  const http = { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' };
  return {
    version: '2.0',
    rawPath: path,
    rawQueryString: '',
    headers,
    requestContext: { domainName: 'api.example', http },
    isBase64Encoded: false,
  } as unknown as APIGatewayProxyEventV2;
}

describe('the history API as a function', () => {
  let backend: Backend;
  let folder: string;
  beforeAll(async () => {
    vi.spyOn(console, 'log').mockImplementation(() => undefined);
    backend = await startDynalite();
    folder = await mkdtemp(join(tmpdir(), 'bonghwa-history-api-'));
    const file = join(folder, 'configuration.json');
    await writeFile(file, JSON.stringify(configurationWith({ public: ['status', 'badges'] })));
    await ensureTable(backend.client, 'history');
    const endpoint = await backend.client.config.endpoint?.();
    for (const [name, value] of Object.entries({
      AWS_REGION: 'ap-northeast-2',
      AWS_ACCESS_KEY_ID: 'loopback',
      AWS_SECRET_ACCESS_KEY: 'loopback',
      AWS_ENDPOINT_URL_DYNAMODB: `http://${endpoint?.hostname}:${endpoint?.port}`,
      [ENVIRONMENT.table]: 'history',
      [ENVIRONMENT.configuration]: file,
      [ENVIRONMENT.evidenceBucket]: 'evidence',
      [ENVIRONMENT.evaluationsQueue]: 'http://127.0.0.1:1/queue.fifo',
      [ENVIRONMENT.apiTokensSecret]: 'bonghwa/test/api-tokens',
    })) {
      vi.stubEnv(name, value);
    }
    const clock = { now: () => Date.now(), secondsUntil: () => 0 };
    const options = { client: backend.client, table: 'history', clock };
    await createStores({ ...options, retentionDays: CONTRACT_RETENTION }).board.put(
      boardOf('moel', { updatedAt: Date.now() }),
    );
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    await backend.stop();
    await rm(folder, { recursive: true });
  });

  it('answers an event of API Gateway with JSON', async () => {
    const { statusCode, headers, body } = await handler(eventOf('GET', '/v1/status'));
    expect(statusCode).toBe(200);
    expect(headers?.['content-type']).toContain('application/json');
    expect(JSON.parse(body ?? '')).toMatchObject({ freshness: { stale: false } });
  });

  it('compresses long answers, as base64', async () => {
    const event = eventOf('GET', '/openapi.json', { 'accept-encoding': 'gzip' });
    const { isBase64Encoded, headers, body } = await handler(event);
    expect([isBase64Encoded, headers?.['content-encoding']]).toEqual([true, 'gzip']);
    const document = gunzipSync(Buffer.from(body ?? '', 'base64')).toString('utf8');
    expect(JSON.parse(document).openapi).toBe('3.1.0');
  });

  it('turns strangers away without asking for the tokens', async () => {
    const { statusCode, body } = await handler(eventOf('GET', '/v1/services'));
    expect(statusCode).toBe(401);
    expect(JSON.parse(body ?? '').type).toBe('urn:bonghwa:problem:unauthorized');
  });

  it('answers HEAD without a body', async () => {
    const { statusCode, body } = await handler(eventOf('HEAD', '/v1/status'));
    expect([statusCode, body]).toEqual([200, '']);
  });
});
