import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#core/time/time';
import { createApp } from '#lambda/api/app';
import type { statistics } from '#lambda/api/schemas/statistics';
import { boardOf, outageAt, rollupAt, T0 } from '../../adapters/dynamodb/samples.ts';
import { type ApiBench, startApiBench } from './api-bench.ts';

describe('figures of a service over months', () => {
  let bench: ApiBench;
  beforeAll(async () => {
    bench = await startApiBench(T0 + 6 * HOUR);
    const { outages, rollups } = bench.stores;
    const began = T0;
    const known = { startedBetween: { after: began - MINUTE, by: began } };
    await outages.put(
      outageAt('20240718-0915', {
        ...known,
        state: 'closed',
        openedAt: began + 30_000,
        endedBetween: { after: began + 19 * MINUTE, by: began + 20 * MINUTE },
        downSeconds: 1_140,
        firstAcknowledged: { by: 'jiho', at: began + 30_000 + 5 * MINUTE },
        acknowledged: { by: 'minji', at: began + 15 * MINUTE },
      }),
    );
    const june = Date.parse('2024-06-10T00:00:00Z');
    await outages.put(
      outageAt('20240610-0900', {
        startedBetween: { after: june, by: june },
        openedAt: june + 90_000,
        downSeconds: 60,
      }),
    );
    const drill = outageAt('20240718-1000', { ...known, state: 'closed', drill: true });
    await outages.put({ ...drill, id: 'moel-drill-20240718-1000' });
    const seconds = { up: 2_460, degraded: 0, down: 1_140, maintenance: 0, unknown: 0 };
    await rollups.put(rollupAt(Date.parse('2024-07-18T00:00:00Z'), { seconds, blips: 3 }));
    await bench.stores.board.put(boardOf('moel', { updatedAt: T0 + 6 * HOUR }));
  });
  afterAll(() => bench.stop());

  type Statistics = (typeof statistics)['_output'];
  const ask = (more = '') =>
    bench.json<Statistics>(`/v1/statistics?service=work24&from=2024-06-01T00:00:00%2B09:00${more}`);

  it('of a group read the state of the group once', async () => {
    let loads = 0;
    const load = (group: string) => {
      loads += 1;
      return bench.stores.groups.load(group);
    };
    const app = createApp({ ...bench.ports, groups: { load } });
    const headers = { authorization: `Bearer ${bench.tokens.read}` };
    for (const path of ['/v1/statistics?group=moel', '/v1/uptime?group=moel']) {
      loads = 0;
      expect((await app.request(path, { headers })).status).toBe(200);
      expect([path, loads]).toEqual([path, 1]);
    }
  });

  it('are means over the outages that began in it, without drills', async () => {
    const { outages, detectSeconds, acknowledgeSeconds, recoverSeconds, longestDownSeconds } =
      await ask();
    expect({
      outages,
      detectSeconds,
      acknowledgeSeconds,
      recoverSeconds,
      longestDownSeconds,
    }).toEqual({
      outages: 2,
      detectSeconds: 60,
      acknowledgeSeconds: 300,
      recoverSeconds: 1_200,
      longestDownSeconds: 1_140,
    });
  });

  it('come by month of KST, with null where nothing can be said', async () => {
    const { months } = await ask();
    expect(months.map(({ start }) => start)).toEqual([
      '2024-05-31T15:00:00.000Z',
      '2024-06-30T15:00:00.000Z',
    ]);
    expect(months[0]).toMatchObject({ outages: 1, recoverSeconds: null, availability: null });
    expect(months[0]?.budget.met).toBeNull();
    expect(months[1]).toMatchObject({ outages: 1, detectSeconds: 30, blips: 3 });
    expect((await ask()).blips).toBe(3);
  });

  it('say how much of the error budget is left, for a target that the query may choose', async () => {
    const july = (await ask('&target=0.5')).months[1];
    if (!july) throw new Error('no July');
    const { seconds, budget } = july;
    const known = seconds.up + seconds.degraded + seconds.down;
    expect(budget).toMatchObject({ target: 0.5, allowedDownSeconds: known / 2 });
    expect(budget.remainingDownSeconds).toBeCloseTo(known / 2 - seconds.down, 3);
    expect((await ask()).months[1]?.budget.met).toBe(false);
    expect((await bench.get('/v1/statistics?service=work24&target=1.5')).status).toBe(400);
    expect((await bench.get('/v1/statistics?service=nobody')).status).toBe(404);
  });

  it('say of how many outages a figure is not known', async () => {
    expect((await ask()).unknownShares).toEqual({ detect: 0, acknowledge: 0.5, recover: 0.5 });
    const none = await bench.json<Statistics>('/v1/statistics?service=eps');
    expect(none.unknownShares).toEqual({ detect: null, acknowledge: null, recover: null });
  });

  it('come for a group: its outages once, its time as the sum of its services, each beside it', async () => {
    const from = 'from=2024-06-01T00:00:00%2B09:00';
    const group = await bench.json<Statistics>(`/v1/statistics?group=moel&${from}`);
    expect(group).toMatchObject({ group: 'moel', service: null, outages: 2, detectSeconds: 60 });
    expect(group.services).toHaveLength(6);
    const own = await ask();
    const { service, months: _, services: __, group: ___, ...part } = own;
    expect(group.services[0]).toEqual({ service, ...part });
    const sum = group.services.reduce((total, { seconds }) => total + seconds.unknown, 0);
    expect(group.seconds.unknown).toBeCloseTo(sum, 3);
    expect(group.months.map(({ outages }) => outages)).toEqual([1, 1]);
    const all = await bench.json<Statistics>(`/v1/statistics?${from}`);
    expect(all).toEqual({ ...group, group: null });
    for (const bad of ['?group=moel&service=work24', '?group=nobody']) {
      expect((await bench.get(`/v1/statistics${bad}`)).status).toBeGreaterThanOrEqual(400);
    }
  });

  it('stand beside the uptime of several services in one answer', async () => {
    const several = (query: string) =>
      bench.json<{ items: { service: string }[] }>(`/v1/uptime?interval=month${query}`);
    const own = await bench.json('/v1/services/work24/uptime?interval=month');
    const { items } = await several('&services=work24,eps');
    expect(items[0]).toEqual(own);
    expect(items[1]?.service).toBe('eps');
    expect((await several('&group=moel')).items).toHaveLength(6);
    for (const bad of ['services=nobody', 'group=nobody', 'services=']) {
      expect((await bench.get(`/v1/uptime?${bad}`)).status).toBeGreaterThanOrEqual(400);
    }
  });
});

describe('the API about itself', () => {
  let bench: ApiBench;
  beforeAll(async () => {
    bench = await startApiBench(T0);
  });
  afterAll(() => bench.stop());

  it('is healthy while every group is evaluated, and otherwise names the group', async () => {
    const ask = async () => {
      const response = await bench.app.request('/healthz');
      return [response.status, await response.json()] as const;
    };
    await bench.stores.board.put(boardOf('moel', { updatedAt: T0 - MINUTE }));
    expect(await ask()).toMatchObject([200, { healthy: true }]);
    bench.setNow(T0 + HOUR);
    const parts = [{ name: 'store', healthy: true }, { healthy: false }];
    expect(await ask()).toMatchObject([503, { healthy: false, parts }]);
    bench.setNow(T0);
  });

  it('tells the holder of a valid token what it may do', async () => {
    const read = await bench.json('/v1/whoami');
    expect(read).toMatchObject({ name: 'grafana', scopes: ['read'] });
    expect(JSON.stringify(read)).not.toContain('sha256');
    expect((await bench.app.request('/v1/whoami')).status).toBe(401);
  });

  it('gives badges to shields.io', async () => {
    const badge = { schemaVersion: 1, label: '고용24' };
    expect(await bench.json('/v1/badges/work24.json')).toMatchObject(badge);
  });
});
