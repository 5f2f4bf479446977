import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BoardGroup } from '#core/history/board';
import { newRow } from '#core/notice/ledger';
import { MINUTE } from '#core/time/time';
import type * as outages from '#lambda/api/schemas/outages';
import type * as results from '#lambda/api/schemas/results';
import type * as status from '#lambda/api/schemas/status';
import {
  boardOf,
  failedAt,
  noticeOf,
  outageAt,
  resultAt,
  T0,
} from '../../adapters/dynamodb/samples.ts';
import { type ApiBench, startApiBench } from './api-bench.ts';

type Body<Schema extends { readonly _output: unknown }> = Schema['_output'];
interface Problem {
  readonly type: string;
  readonly errors: unknown;
}

function openOutage(stamp: string): BoardGroup['openOutages'][number] {
  const { id, cause, startedBetween } = outageAt(stamp);
  return { id, services: ['work24'], cause, startedBetween, acknowledged: false };
}

describe('reading the history API', () => {
  let bench: ApiBench;
  beforeAll(async () => {
    bench = await startApiBench(T0 + 30 * MINUTE);
    for (let index = 0; index < 5; index += 1) {
      await bench.stores.results.put(resultAt(T0 + index * MINUTE));
    }
    await bench.stores.results.put(
      failedAt(T0 + 10 * MINUTE, {
        evidence: [{ type: 'screenshot', key: 'failed/a.png', contentType: 'image/png', bytes: 9 }],
      }),
    );
    await bench.stores.results.put(failedAt(T0 + 10 * MINUTE, { service: 'eps' }));
    await bench.stores.outages.put(outageAt('20240718-0915'));
    // The board may be a minute behind.
    await bench.stores.outages.put(outageAt('20240717-0000', { state: 'closed' }));
    await bench.stores.ledger.open(newRow(noticeOf('moel-20240718-0915', 1), 'sns'));
    await bench.stores.board.put(
      boardOf('moel', {
        updatedAt: T0 + 29 * MINUTE,
        openOutages: [openOutage('20240718-0915'), openOutage('20240717-0000')],
        services: [
          {
            service: 'work24',
            state: 'down',
            since: T0 + 10 * MINUTE,
            checks: [
              {
                check: 'work24/login',
                state: 'down',
                since: T0 + 10 * MINUTE,
                lastRun: 'work24.login.20240718T002500Z.scheduled',
                lastResultAt: T0 + 10 * MINUTE,
                lastResult: 'failed',
                lastKind: 'timeout',
                reached: 'static',
              },
            ],
          },
        ],
      }),
    );
  });
  afterAll(() => bench.stop());

  it('shows the board, unknown where nothing was seen yet', async () => {
    const board = await bench.json<Body<typeof status.status>>('/v1/status');
    expect(board).toMatchObject({
      state: 'down',
      freshness: { evaluatedAt: '2024-07-18T00:44:00.000Z', stale: false },
    });
    const states = board.services.map(({ id, state }) => [id, state]);
    expect(Object.fromEntries(states)).toMatchObject({ work24: 'down', eps: 'unknown' });
  });

  it('lists services and shows one', async () => {
    const { items } = await bench.json<Body<typeof status.services>>('/v1/services');
    expect(items).toHaveLength(6);
    expect(await bench.json('/v1/services/work24')).toEqual(items[0]);
  });

  it('pages through results by the Link header, without gap or repetition', async () => {
    const runs: string[] = [];
    let path: string | undefined = '/v1/services/work24/results?limit=2';
    while (path) {
      const response = await bench.get(path);
      const page = (await response.json()) as Body<typeof results.results>;
      runs.push(...page.items.map(({ run }) => run));
      path = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
      expect(page.next === null).toBe(path === undefined);
    }
    expect(runs).toHaveLength(6);
    expect(new Set(runs).size).toBe(6);
  });

  it('shows one run with its steps and links to its evidence', async () => {
    const { items } = await bench.json<Body<typeof results.results>>(
      '/v1/services/work24/results?result=failed',
    );
    expect(items).toHaveLength(1);
    const detail = await bench.json<Body<typeof results.resultDetail>>(
      `/v1/services/work24/results/${items[0]?.run}`,
    );
    expect(detail.steps).toHaveLength(2);
    expect(detail.evidence[0]?.url).toBe('/v1/evidence/failed/a.png');
    const evidence = await bench.get('/v1/evidence/failed/a.png');
    expect(evidence.status).toBe(302);
    expect(evidence.headers.get('location')).toBe('https://evidence.example/failed/a.png?for=900');
    expect(evidence.headers.get('cache-control')).toBe('no-store');
    for (const other of ['failed/..%2Fx.png', 'failed/x', 'other/a.png']) {
      expect((await bench.get(`/v1/evidence/${other}`)).status).toBeGreaterThanOrEqual(400);
    }
  });

  it('lists outages and shows one with its notices', async () => {
    const { items } = await bench.json<Body<typeof outages.outages>>('/v1/outages?state=open');
    expect(items.map(({ id }) => id)).toEqual(['moel-20240718-0915']);
    const of = async (service: string) =>
      (await bench.json<Body<typeof outages.outages>>(`/v1/outages?state=open&service=${service}`))
        .items.length;
    expect([await of('work24'), await of('eps')]).toEqual([1, 0]);
    const detail = await bench.json<Body<typeof outages.outageDetail>>(
      '/v1/outages/moel-20240718-0915',
    );
    expect(detail.notices[0]).toMatchObject({ type: 'opened', deliveries: [{ state: 'pending' }] });
    expect(detail.startedBetween.by).toBe('2024-07-18T00:15:00.000Z');
  });

  it('describes itself as OpenAPI 3.1, to everybody', async () => {
    const response = await bench.app.request('/openapi.json');
    const document = (await response.json()) as { openapi: string; paths: object };
    expect(response.status).toBe(200);
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toContain('/v1/services/{id}/results');
  });

  it.each([
    ['/v1/services/nobody', 404, 'not-found'],
    ['/v1/services/work24/results/nothing', 404, 'not-found'],
    ['/v1/outages/nothing', 404, 'not-found'],
    ['/v1/nothing', 404, 'not-found'],
    ['/v1/status?from=now', 400, 'unknown-parameter'],
    ['/v1/services/work24/results?limit=0', 400, 'invalid-parameter'],
    ['/v1/services/work24/results?limit=201', 400, 'invalid-parameter'],
    ['/v1/services/work24/results?limit=1&limit=2', 400, 'invalid-parameter'],
    ['/v1/services/work24/results?from=yesterday', 400, 'invalid-parameter'],
    ['/v1/services/work24/results?from=0000-01-01T00:00:00Z', 400, 'invalid-parameter'],
    [
      '/v1/services/work24/results?from=2024-07-18T00:00:00Z&to=2024-07-17T00:00:00Z',
      400,
      'invalid-parameter',
    ],
    ['/v1/services/work24/results?from=2099-01-01T00:00:00Z', 400, 'invalid-parameter'],
    ['/v1/services/work24/uptime?from=2099-01-01T00:00:00Z', 400, 'invalid-parameter'],
    [
      '/v1/services/work24/uptime.csv?from=2024-07-18T00:00:00Z&to=2020-07-17T00:00:00Z',
      400,
      'invalid-parameter',
    ],
    ['/v1/outages?from=2024-07-18T00:00:00Z&to=2020-07-18T00:00:00Z', 400, 'invalid-parameter'],
    ['/v1/outages.csv?from=2024-07-18T00:00:00Z&to=2020-07-18T00:00:00Z', 400, 'invalid-parameter'],
    ['/v1/services/work24/results?check=eps/login', 400, 'invalid-parameter'],
    ['/v1/services/work24/results?cursor=AAAA', 400, 'invalid-cursor'],
    ['/v1/outages?service=nobody', 404, 'not-found'],
  ])('answers %s with %i and a problem of its own type', async (path, status, type) => {
    const response = await bench.get(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(((await response.json()) as Problem).type).toBe(`urn:bonghwa:problem:${type}`);
  });

  it('names the parameter it does not know', async () => {
    const { errors } = await bench.json<Problem>('/v1/status?fron=2024');
    expect(errors).toEqual([{ name: 'fron', message: 'Not known here.' }]);
  });
});
