import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VERSION } from '#contract/version';
import { MINUTE } from '#core/time/time';
import { boardOf, outageAt, rollupAt, T0 } from '../../adapters/dynamodb/samples.ts';
import { type ApiBench, startApiBench } from './api-bench.ts';

describe('what the history API gives to other programs', () => {
  let bench: ApiBench;
  beforeAll(async () => {
    bench = await startApiBench(T0 + 60 * MINUTE);
    const began = T0;
    await bench.stores.outages.put(
      outageAt('20240718-0915', {
        state: 'closed',
        endedBetween: { after: began + 20 * MINUTE, by: began + 21 * MINUTE },
        closedAt: began + 25 * MINUTE,
        acknowledged: { by: '=cmd|calc', at: began },
      }),
    );
    const drill = outageAt('20240718-0920', { state: 'closed', drill: true });
    await bench.stores.outages.put({ ...drill, id: 'moel-drill-20240718-0920' });
    const start = Date.parse('2024-07-18T00:00:00Z');
    const seconds = { up: 2_400, degraded: 0, down: 1_200, maintenance: 0, unknown: 0 };
    await bench.stores.rollups.put(rollupAt(start, { seconds }));
    await bench.stores.board.put(
      boardOf('moel', {
        updatedAt: T0 + 59 * MINUTE,
        services: [
          {
            service: 'work24',
            state: 'down',
            since: T0,
            checks: [
              {
                check: 'work24/login',
                state: 'down',
                since: T0,
                lastDurationMs: 1_250,
                lastResultAt: T0,
                lastLayersMs: { static: 300, data: 950 },
                reached: 'data',
                certificateDays: 41,
                results: { passed: 7, failed: 2 },
              },
            ],
          },
        ],
      }),
    );
  });
  afterAll(() => bench.stop());

  const text = async (path: string) => (await bench.get(path)).text();

  it('are badges and a feed in English, of one service, of some days', async () => {
    expect(await text('/v1/badges/work24.svg?lang=en')).toMatch(/Work24.*Down/s);
    expect(await text('/v1/badges/work24.json?show=uptime&days=7&lang=en')).toContain('7 days');
    for (const days of ['0', '91', 'x']) {
      expect((await bench.get(`/v1/badges/work24.svg?days=${days}`)).status).toBe(400);
    }
    const feed = await text('/v1/feed.atom?lang=en&service=work24&days=2');
    expect(feed).toContain('<title>[Recovered] ');
    expect(feed).not.toMatch(/[가-힣]/);
    expect(feed).toContain('href="/v1/feed.atom?lang=en&amp;service=work24&amp;days=2"');
    expect(await text('/v1/feed.atom?service=eps')).not.toContain('<entry>');
    bench.setNow(T0 + 60 * 24 * 60 * MINUTE);
    expect(await text('/v1/feed.atom?days=2')).not.toContain('<entry>');
    bench.setNow(T0 + 60 * MINUTE);
  });

  it('are a feed with what people told everybody, and nothing that is internal', async () => {
    const update = { outage: 'moel-20240718-0915', by: 'jiho', status: 'identified' } as const;
    const told = { ...update, text: { ko: '원인을 <파악>했습니다.', en: 'The cause is known.' } };
    const { updates } = bench.stores;
    await updates.add({ ...told, id: 'a1', at: T0 + 2 * MINUTE, audience: 'public' });
    const secret = { ko: '내부 전화', en: 'internal call' };
    await updates.add({ ...told, text: secret, id: 'a2', at: T0 + MINUTE, audience: 'internal' });
    const feed = await text('/v1/feed.atom');
    expect(feed).toContain('원인을 &lt;파악&gt;했습니다.');
    expect(feed).not.toContain('내부 전화');
    expect(feed).not.toContain('jiho');
    expect(await text('/v1/feed.atom?lang=en')).toContain('The cause is known.');
  });

  it('are a page for people who open the base address without a token', async () => {
    const front = await bench.app.request('/');
    expect([front.status, front.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('text/html'),
    ]);
    const page = await front.text();
    for (const link of ['https://status.example.kr', '/on-call', '/openapi.json', '/healthz']) {
      expect(page).toContain(`href="${link}"`);
    }
    expect(front.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it('are badges in Korean', async () => {
    const badge = await text('/v1/badges/work24.svg');
    expect(badge).toMatch(/^<svg .*고용24.*장애.*<\/svg>$/s);
    expect(await text('/v1/badges/all.svg')).toContain('장애');
    expect(await text('/v1/badges/work24.svg?show=uptime')).toMatch(/\d %/);
    expect((await bench.get('/v1/badges/all.svg?show=uptime')).status).toBe(400);
    expect((await bench.get('/v1/badges/nobody.svg')).status).toBe(404);
    expect((await bench.get('/v1/badges/work24.png')).status).toBe(404);
  });

  it('is an Atom feed with one entry an outage', async () => {
    const feed = await text('/v1/feed.atom');
    expect(feed).toContain('<title>[복구] 고용24</title>');
    expect(feed).toContain('2024-07-18 09:15 KST 시작, 09:36 KST 복구');
    expect(feed.match(/<entry>/g)).toHaveLength(1);
    expect(feed).toContain('href="/v1/outages/moel-20240718-0915"');
  });

  it('marks a drill wherever outages are listed', async () => {
    const marked = async (path: string) =>
      (await bench.json<{ items: { id: string; drill: boolean }[] }>(path)).items;
    expect(await marked('/v1/outages')).toMatchObject([
      { id: 'moel-drill-20240718-0920', drill: true },
      { id: 'moel-20240718-0915', drill: false },
    ]);
    expect(await bench.json('/v1/outages/moel-drill-20240718-0920')).toMatchObject({ drill: true });
  });

  it('is a spreadsheet of outages in which nothing runs as a formula', async () => {
    const bytes = await (await bench.get('/v1/outages.csv')).arrayBuffer();
    const csv = Buffer.from(bytes).toString('utf8');
    const [header = '', drill = '', row = ''] = csv.split('\r\n');
    expect(drill).toMatch(/^moel-drill-.*,true$/);
    expect(header.startsWith('\uFEFFid,state,services')).toBe(true);
    expect(row).toContain('moel-20240718-0915,closed,work24,data,timeout');
    expect(row).toContain("'=cmd|calc");
  });

  it('is a spreadsheet of uptime, one row a bucket', async () => {
    const csv = await text(
      '/v1/services/work24/uptime.csv?interval=hour&from=2024-07-18T00:00:00Z',
    );
    const [header = '', ...rows] = csv.trimEnd().split('\r\n');
    expect(header).toContain('availability');
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('2024-07-18T00:00:00.000Z,2024-07-18T01:00:00.000Z,0.666');
  });

  it('is metrics of state, duration, certificate, counters, outages and freshness', async () => {
    const metrics = await text('/v1/metrics');
    const lines = metrics.split('\n');
    expect(lines).toContain('bonghwa_service_state{service="work24",state="down"} 1');
    expect(lines).toContain(
      'bonghwa_check_last_duration_seconds{service="work24",check="work24/login",layer="data"} 1.25',
    );
    expect(lines).toContain(
      'bonghwa_check_layer_duration_seconds{service="work24",check="work24/login",layer="data"} 0.95',
    );
    expect(lines).toContain(
      `bonghwa_certificate_expiry_timestamp_seconds{service="work24",check="work24/login"} ${
        T0 / 1_000 + 41 * 86_400
      }`,
    );
    expect(lines).toContain(
      'bonghwa_results_total{service="work24",check="work24/login",result="failed"} 2',
    );
    expect(lines).toContain('bonghwa_open_outages{group="moel"} 0');
    const evaluated = (T0 + 59 * MINUTE) / 1_000;
    expect(lines).toContain(`bonghwa_evaluation_timestamp_seconds{group="moel"} ${evaluated}`);
    expect(lines).toContain('bonghwa_unsent_notices{group="moel"} 0');
    expect(lines).toContain(`bonghwa_build_info{version="${VERSION}"} 1`);
    expect(lines).toContain('# TYPE bonghwa_results_total counter');
  });

  it('is OpenMetrics if requested, otherwise the text format', async () => {
    const asOpen = { accept: 'application/openmetrics-text;version=1.0.0;q=0.5,text/plain;q=0.3' };
    const open = await bench.get('/v1/metrics', asOpen);
    const plain = await bench.get('/v1/metrics');
    const typeOf = (response: Response) => response.headers.get('content-type');
    expect(typeOf(open)).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8');
    expect(typeOf(plain)).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(plain.headers.get('vary')).toContain('Accept');
    const [metrics, text] = [await open.text(), await plain.text()];
    expect(metrics).toContain('# TYPE bonghwa_results counter\n');
    expect(metrics.endsWith('# EOF\n')).toBe(true);
    expect(text).not.toMatch(/# (?:EOF|UNIT)/);
    const samples = (body: string) => body.split('\n').filter((line) => /^bonghwa/.test(line));
    expect(samples(text)).toEqual(samples(metrics));
  });

  it('is the version of the package', () => {
    const manifest = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
    expect((JSON.parse(manifest) as { version: string }).version).toBe(VERSION);
  });
});
