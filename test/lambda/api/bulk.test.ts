import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '#core/time/time';
import { seed } from '../../../scripts/bench-history/seed.ts';
import { SEEDED_SERVICE } from '../../../scripts/bench-history/seed-results.ts';
import { type ApiBench, configurationWith, startApiBench } from './api-bench.ts';

const NOW = Date.UTC(2024, 6, 18, 3);

/** Puts thousands of items, which takes a while on a busy machine. */
const SEEDING_MS = 60_000;

/** Three days at default cadence: more than three pages of results. */
describe('bulk', () => {
  let bench: ApiBench;
  beforeAll(async () => {
    bench = await startApiBench(NOW);
    const { client } = bench;
    await seed({ client, table: 'api', configuration: configurationWith(), now: NOW, days: 3 });
  }, SEEDING_MS);
  afterAll(() => bench.stop());

  const base = `/v1/services/${SEEDED_SERVICE}`;

  async function pageOf(address: string) {
    const response = await bench.get(address);
    expect(response.status).toBe(200);
    const next = /<(.+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
    // text() would drop the byte-order mark.
    return { text: Buffer.from(await response.arrayBuffer()).toString(), next };
  }

  /** Every page. One is interrupted in the middle and requested again, while new results arrive. */
  async function whole(address: string, between: () => Promise<void> = async () => undefined) {
    const texts: string[] = [];
    let next: string | undefined = address;
    while (next !== undefined) {
      const page = await pageOf(next);
      if (texts.length === 1) {
        await between();
        expect((await pageOf(next)).text).toBe(page.text);
      }
      texts.push(page.text);
      next = page.next;
    }
    return { text: texts.join(''), pages: texts.length };
  }

  it('gives every result of the window once, also when a page breaks off and more come in', async () => {
    const { text, pages } = await whole(
      `${base}/results.ndjson?from=2024-07-01T00:00:00Z`,
      async () => {
        bench.setNow(NOW + 20 * HOUR);
      },
    );
    bench.setNow(NOW);
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const runs = new Set(lines.map(({ run }) => run));
    expect(runs.size).toBe(lines.length);
    expect(lines.length).toBe(3 * (24 * 60 + 24 * 12));
    expect(pages).toBe(Math.ceil(lines.length / 750));
  });

  it('keeps the default window of the first page on later ones', async () => {
    const first = await pageOf(`${base}/results.ndjson?limit=750`);
    bench.setNow(NOW + 5 * HOUR);
    const second = await pageOf(first.next ?? '');
    const cursor = new URL(`https://x${first.next}`).searchParams.get('cursor') ?? '';
    const alone = await pageOf(`${base}/results.ndjson?cursor=${cursor}`);
    const last = await pageOf(second.next ?? '');
    bench.setNow(NOW);
    expect(alone.text).toBe(second.text);
    expect(last.next).toBeUndefined();
    const oldest = JSON.parse(last.text.trimEnd().split('\n').at(-1) ?? '');
    expect(Date.parse(oldest.scheduledAt)).toBe(NOW - DAY);
  });

  it('as CSV is one file when its pages are put together', async () => {
    const { text, pages } = await whole(
      `${base}/results.csv?from=2024-07-16T00:00:00Z&check=probe`,
    );
    expect(pages).toBeGreaterThan(2);
    const lines = text.trimEnd().split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFFrun,check,/);
    expect(lines.filter((line) => line.startsWith('\uFEFF'))).toHaveLength(1);
    expect(lines).toHaveLength(1 + (2 * 24 + 3) * 60);
  });

  it('gives the rollups of every check as they are stored, resumed in the same way', async () => {
    const { text, pages } = await whole(`${base}/rollups.ndjson?from=2024-07-01T00:00:00Z`);
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const checks = new Set(lines.map(({ check }) => check));
    expect([...checks].toSorted()).toEqual(['work24/login', 'work24/probe']);
    expect(pages).toBe(2);
    const { rollups } = bench.stores;
    const stored = await rollups.range('work24/probe', 'hour', NOW - 30 * DAY, NOW);
    expect(lines.filter(({ check }) => check === 'work24/probe')).toHaveLength(stored.length);
    const [hour] = lines;
    expect(hour).toMatchObject({ interval: 'hour', up: 3_600, down: 0, retroactive: false });
    expect(Object.keys(hour.layers)).toContain('host');
    const csv = (await whole(`${base}/rollups.csv?interval=day&from=2024-07-01T00:00:00Z`)).text;
    expect(csv.trimEnd().split('\r\n').length).toBeGreaterThan(4);
  });

  it('refuses cursors of another query and invented ones', async () => {
    const { next = '' } = await pageOf(`${base}/results.ndjson?limit=10`);
    const cursor = new URL(`https://x${next}`).searchParams.get('cursor') ?? '';
    for (const address of [
      `${base}/results.ndjson?cursor=${cursor}&result=failed`,
      `${base}/results.ndjson?cursor=${cursor.slice(1)}`,
      `${base}/results.ndjson?cursor=x`,
      `${base}/rollups.ndjson?cursor=${cursor}`,
      `${base}/rollups.ndjson?cursor=0_zzzz_7-${NOW}`,
      `${base}/rollups.ndjson?cursor=1_${NOW.toString(36)}_0-${NOW + MINUTE}`,
    ]) {
      expect([address, (await bench.get(address)).status]).toEqual([address, 400]);
    }
  });
});
