import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '#core/time/time';
import { resultAt, T0 } from '../../adapters/dynamodb/samples.ts';
import { type ApiBench, startApiBench } from './api-bench.ts';

describe('HTTP manners of the history API', () => {
  let bench: ApiBench;
  beforeAll(async () => {
    bench = await startApiBench(T0 + 60 * MINUTE, { corsOrigins: ['https://status.example.kr'] });
    for (let index = 0; index < 20; index += 1) {
      await bench.stores.results.put(resultAt(T0 + index * MINUTE));
    }
  });
  afterAll(() => bench.stop());

  const ask = (method: string, path: string, headers: Record<string, string> = {}) =>
    bench.app.request(path, {
      method,
      headers: { authorization: `Bearer ${bench.tokens.write}`, ...headers },
    });

  it('answers what has not changed with 304 and no body', async () => {
    const first = await ask('GET', '/v1/status');
    const tag = first.headers.get('etag') ?? '';
    const second = await ask('GET', '/v1/status', { 'if-none-match': tag });
    expect(second.status).toBe(304);
    expect(await second.text()).toBe('');
    expect(second.headers.get('etag')).toBe(tag);
    expect((await ask('GET', '/v1/status', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('lets a page of another origin see that nothing has changed', async () => {
    const origin = 'https://status.example.kr';
    for (const path of ['/v1/status', '/v1/services/work24/results']) {
      const first = await ask('GET', path, { origin });
      const tag = first.headers.get('etag') ?? '';
      const second = await ask('GET', path, { origin, 'if-none-match': tag });
      expect(second.status).toBe(304);
      for (const name of ['access-control-allow-origin', 'vary', 'cache-control']) {
        expect([name, second.headers.get(name)]).toEqual([name, first.headers.get(name)]);
      }
      expect(first.headers.get('vary')).toMatch(/origin/i);
    }
  });

  it('has the same tag for a run as long as the run is the same', async () => {
    const path = `/v1/services/work24/results/${resultAt(T0).run}`;
    const tag = (await ask('GET', path)).headers.get('etag');
    bench.setNow(T0 + 70 * MINUTE);
    expect((await ask('GET', path)).headers.get('etag')).toBe(tag);
    bench.setNow(T0 + 60 * MINUTE);
  });

  it('honours the end of a window to the millisecond', async () => {
    const until = async (to: number) => {
      const window = `from=${new Date(T0).toISOString()}&to=${new Date(to).toISOString()}`;
      const answer = await ask('GET', `/v1/services/work24/results?${window}`);
      return ((await answer.json()) as { items: unknown[] }).items.length;
    };
    expect([await until(T0 + MINUTE), await until(T0 + MINUTE + 1)]).toEqual([1, 2]);
  });

  it('links to later pages of the same window, also where it was left out', async () => {
    const first = await ask('GET', '/v1/services/work24/results?limit=5');
    const link = first.headers.get('link') ?? '';
    const query = new URL(/<(.*)>/.exec(link)?.[1] ?? '', 'http://x').searchParams;
    expect(query.get('to')).toBe(new Date(T0 + 60 * MINUTE).toISOString());
    expect(query.get('from')).toBe(new Date(T0 - 23 * 60 * MINUTE).toISOString());
    const next = await ask('GET', /<(.*)>/.exec(link)?.[1] ?? '');
    expect(next.status).toBe(200);
  });

  it('packs long answers when asked, with a tag that still matches', async () => {
    const path = '/v1/services/work24/results';
    const plain = await ask('GET', path);
    const packed = await ask('GET', path, { 'accept-encoding': 'gzip' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.headers.get('vary')).toMatch(/accept-encoding/i);
    const body = gunzipSync(Buffer.from(await packed.arrayBuffer())).toString('utf8');
    expect(body).toBe(await plain.text());
    const tag = packed.headers.get('etag') ?? '';
    const again = await ask('GET', path, { 'accept-encoding': 'gzip', 'if-none-match': tag });
    expect(again.status).toBe(304);
  });

  it.each([
    ['/v1/status', 'private, max-age=15'],
    ['/v1/services/work24/uptime', 'private, max-age=60'],
    ['/v1/metrics', 'no-store'],
    ['/openapi.json', 'public, max-age=300'],
    ['/v1/services/nobody', 'no-store'],
  ])('says of %s how long it may be kept: %s', async (path, expected) => {
    expect((await ask('GET', path)).headers.get('cache-control')).toBe(expected);
  });

  it('answers HEAD like GET without the body', async () => {
    const got = await ask('GET', '/v1/services');
    const head = await ask('HEAD', '/v1/services');
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    expect(head.headers.get('etag')).toBe(got.headers.get('etag'));
  });

  it.each([
    ['/v1/status', 'GET, HEAD, OPTIONS'],
    ['/v1/outages/moel-20240718-0915/ack', 'POST, DELETE, OPTIONS'],
    ['/v1/silences/moel.x', 'DELETE, OPTIONS'],
    ['/v1/badges/work24.svg', 'GET, HEAD, OPTIONS'],
  ])('tells for %s that it knows %s', async (path, allow) => {
    const options = await ask('OPTIONS', path);
    expect([options.status, options.headers.get('allow')]).toEqual([204, allow]);
    for (const method of ['PUT', 'PATCH', 'QUERY']) {
      const response = await ask(method, path);
      expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
    }
  });

  it('lets pages of the configured origins read, and no others', async () => {
    const preflight = (origin: string) =>
      ask('OPTIONS', '/v1/status', { origin, 'access-control-request-method': 'GET' });
    const allowed = await preflight('https://status.example.kr');
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://status.example.kr');
    const sendable = allowed.headers.get('access-control-allow-headers');
    for (const name of ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-None-Match']) {
      expect(sendable).toContain(name);
    }
    const origin = 'https://status.example.kr';
    const readable = (await ask('GET', '/v1/status', { origin })).headers;
    expect(readable.get('access-control-expose-headers')).toBe('ETag,Link,Retry-After');
    const refused = await preflight('https://evil.example');
    expect(refused.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('sends nothing that a browser would run or guess at', async () => {
    const { headers } = await ask('GET', '/v1/badges/all.svg');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});
