import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR } from '#core/time/time';
import { boardOf, outageAt, T0 } from '../../adapters/dynamodb/samples.ts';
import { type ApiBench, startApiBench } from './api-bench.ts';

describe('what people ask for through the history API, within limits', () => {
  let bench: ApiBench;
  beforeAll(async () => {
    bench = await startApiBench(T0);
  });
  afterAll(() => bench.stop());

  const send = (method: string, path: string, body?: unknown) =>
    bench.app.request(path, {
      method,
      headers: {
        authorization: `Bearer ${bench.tokens.write}`,
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const to = new Date(T0 + HOUR).toISOString();
  const silence = { services: ['work24'], to, reason: '정기 점검' };

  it('counts updates among the commands of a minute, and takes a hundred an outage', async () => {
    await bench.stores.outages.put(outageAt('20240718-0915'));
    const path = '/v1/outages/moel-20240718-0915/updates';
    const statuses = new Set<number>();
    let now = T0 + 15 * HOUR;
    for (let index = 0; index < 103; index += 1) {
      now += index % 30 === 29 ? 61_000 : 1_000;
      bench.setNow(now);
      statuses.add((await send('POST', path, { status: 'monitoring', ko: `${index}` })).status);
    }
    expect([...statuses]).toEqual([202, 409]);
    const { items } = await bench.json<{ items: unknown[] }>(path);
    expect(items).toHaveLength(100);
    bench.setNow(T0);
  });

  it('asks for an evaluation after each command, and takes thirty commands a minute', async () => {
    const now = T0 + 10 * HOUR;
    bench.setNow(now);
    bench.sent.splice(0);
    const path = '/v1/services/work24/login-reset';
    const statuses: number[] = [];
    for (let index = 0; index < 32; index += 1) statuses.push((await send('POST', path)).status);
    expect(statuses.filter((status) => status === 202)).toHaveLength(30);
    expect(bench.sent).toHaveLength(30);
    expect(bench.sent[0]).toEqual({ v: 1, group: 'moel', at: now, reason: 'command' });
    const response = await send('POST', path);
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '61']);
    bench.setNow(now + 61_000);
    expect((await send('POST', path)).status).toBe(202);
    bench.setNow(T0);
  });

  it('lists silences and maintenance in force and to come, and takes no more than a limit', async () => {
    const by = { by: 'minji', at: T0 };
    const silences = Array.from({ length: 20 }, (_, index) => ({
      ...by,
      id: `moel.${index}`,
      services: ['work24'],
      from: T0 + index * HOUR,
      to: T0 + 100 * HOUR,
      reason: '작업',
    }));
    const window = { id: 'moel.w', services: [], reason: '점검', type: 'once' as const };
    const declared = [{ ...window, ...by, from: T0 + HOUR, to: T0 + 2 * HOUR }];
    await bench.stores.board.put(boardOf('moel', { silences, declared }));
    const { items } = await bench.json<{ items: unknown[] }>('/v1/silences');
    expect(items).toHaveLength(20);
    expect(items[0]).toMatchObject({ id: 'moel.0', active: true, by: 'minji', reason: '작업' });
    expect(items[1]).toMatchObject({ id: 'moel.1', active: false });
    const windows = await bench.json<{ items: unknown[] }>('/v1/maintenance');
    const next = { from: new Date(T0 + HOUR).toISOString(), active: false };
    expect(windows.items).toMatchObject([
      { id: 'moel.w', source: 'declared', group: 'moel', next },
    ]);
    const status = await bench.json<{ silences: unknown[]; maintenance: unknown[] }>('/v1/status');
    expect([status.silences.length, status.maintenance.length]).toEqual([20, 1]);
    expect((await send('POST', '/v1/silences', silence)).status).toBe(409);
    expect((await send('DELETE', '/v1/silences/moel.3')).status).toBe(202);
    expect((await send('DELETE', '/v1/maintenance/moel.w')).status).toBe(202);
    await bench.stores.board.put(boardOf('moel'));
  });
});
