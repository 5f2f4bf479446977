import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Paces } from '#core/history/pace';
import { createApp } from '#lambda/api/app';
import { T0 } from '../../adapters/dynamodb/samples.ts';
import { type ApiBench, startApiBench } from './api-bench.ts';

describe('access to the history API', () => {
  let closed: ApiBench;
  let open: ApiBench;
  beforeAll(async () => {
    closed = await startApiBench(T0);
    open = await startApiBench(T0, { public: ['status', 'badges', 'feed'] });
  });
  afterAll(() => Promise.all([closed.stop(), open.stop()]));

  const status = async (path: string, init: RequestInit = {}) =>
    (await closed.app.request(path, init)).status;
  const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

  it('needs a token everywhere but for the document and its own health', async () => {
    const document = (await (await closed.app.request('/openapi.json')).json()) as {
      paths: Record<string, object>;
    };
    for (const [path, operations] of Object.entries(document.paths)) {
      for (const method of Object.keys(operations)) {
        if (path === '/healthz') continue;
        const url = path.replace('{id}', 'work24').replace('{run}', 'x');
        const response = await closed.app.request(url, { method: method.toUpperCase() });
        expect([method, url, response.status]).toEqual([method, url, 401]);
        expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
      }
    }
  });

  it('refuses tokens that are unknown, expired, misspelt or of another kind', async () => {
    const { read, expired } = closed.tokens;
    const wrong = [
      `Bearer ${expired}`,
      `Bearer ${read.slice(0, -1)}`,
      `Bearer ${read}x`,
      `Bearer ${read.toUpperCase()}`,
      `Basic ${read}`,
      `Bearer bgh_${'A'.repeat(43)}`,
      'Bearer',
      'Bearer ',
      read,
      'x'.repeat(8_000),
    ];
    for (const authorization of wrong) {
      expect(await status('/v1/status', { headers: { authorization } })).toBe(401);
    }
    expect(await status('/v1/status', bearer(read))).toBe(200);
    expect(await status('/v1/status', { headers: { authorization: `bearer ${read}` } })).toBe(200);
  });

  it('keeps a pace for each token that strangers cannot use up, on-call’s view included', async () => {
    const { read, write } = closed.tokens;
    const paces = new Paces({ rate: 0.001, burst: 2 });
    const app = createApp({ ...closed.ports, paces });
    const asked = async (path: string, authorization: string) => {
      const answer = await app.request(path, { headers: { authorization } });
      return [answer.status, answer.headers.get('retry-after')];
    };
    const basic = (token: string) => `Basic ${Buffer.from(`:${token}`).toString('base64')}`;
    for (let turn = 0; turn < 50; turn += 1) {
      const made = `bgh_${String(turn).padStart(43, 'A')}`;
      expect(await asked('/v1/services', `Bearer ${made}`)).toEqual([401, null]);
      expect(await asked('/on-call', basic(made))).toEqual([401, null]);
    }
    expect(await asked('/v1/services', `Bearer ${read}`)).toEqual([200, null]);
    expect(await asked('/on-call', basic(read))).toEqual([200, null]);
    expect(await asked('/v1/services', `Bearer ${read}`)).toEqual([429, '1000']);
    expect(await asked('/on-call', basic(read))).toEqual([429, '1000']);
    expect(await asked('/v1/services', `Bearer ${write}`)).toEqual([200, null]);
  });

  it('lets a reading token read, and only read', async () => {
    const { read, write } = closed.tokens;
    const reset = '/v1/services/work24/login-reset';
    expect(await status(reset, { method: 'POST', ...bearer(read) })).toBe(403);
    expect(await status(reset, { method: 'POST', ...bearer(write) })).toBe(202);
  });

  it('opens to everybody what configuration says, and nothing else', async () => {
    const anonymous = async (path: string) => (await open.app.request(path)).status;
    for (const path of [
      '/v1/status',
      '/v1/badges/work24.svg',
      '/v1/badges/all.svg',
      '/v1/feed.atom',
    ]) {
      expect([path, await anonymous(path)]).toEqual([path, 200]);
    }
    for (const path of ['/v1/services', '/v1/outages', '/v1/metrics', '/v1/services/eps/uptime']) {
      expect([path, await anonymous(path)]).toEqual([path, 401]);
    }
  });

  it('writes no token to the log', async () => {
    const { read, write, expired } = closed.tokens;
    for (const token of [read, write, expired]) {
      await closed.app.request('/v1/status', bearer(token));
      await closed.app.request(`/v1/services/${token}?token=${token}`, bearer(token));
    }
    const log = closed.logged.join('\n');
    expect(log).toContain('/v1/services/:id');
    for (const token of [read, write, expired]) expect(log).not.toContain(token);
    expect(log).toContain('"who":"grafana"');
  });
});
