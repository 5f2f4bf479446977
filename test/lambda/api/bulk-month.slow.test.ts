import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '#core/time/time';
import { seed } from '../../../scripts/bench-history/seed.ts';
import { SEEDED_SERVICE } from '../../../scripts/bench-history/seed-results.ts';
import { type ApiBench, configurationWith, startApiBench } from './api-bench.ts';

const NOW = Date.UTC(2024, 6, 18, 3);
const SEEDING_MS = 1_200_000;
const RESULTS = 30 * (24 * 60 + 24 * 12);
const WINDOW = `from=${new Date(NOW - 30 * DAY).toISOString()}&to=${new Date(NOW).toISOString()}`;

describe('a month at default cadence', () => {
  let bench: ApiBench;
  beforeAll(async () => {
    bench = await startApiBench(NOW);
    const { client } = bench;
    await seed({ client, table: 'api', configuration: configurationWith(), now: NOW, days: 30 });
  }, SEEDING_MS);
  afterAll(() => bench.stop());

  /** Follows `Link` from page to page. After an interruption it continues from there. */
  async function* pagesFrom(address: string) {
    for (let next: string | undefined = address; next !== undefined; ) {
      const response = await bench.get(next);
      expect(response.status).toBe(200);
      next = /<(.+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
      yield { text: Buffer.from(await response.arrayBuffer()).toString(), next };
    }
  }

  it('comes out whole as lines of JSON, newest first, each run once, though the transfer breaks off', async () => {
    const runs: string[] = [];
    const times: number[] = [];
    const take = (text: string) => {
      for (const line of text.trimEnd().split('\n')) {
        const { run, scheduledAt } = JSON.parse(line);
        runs.push(run);
        times.push(Date.parse(scheduledAt));
      }
    };
    let rest: string | undefined;
    for await (const { text, next } of pagesFrom(
      `/v1/services/${SEEDED_SERVICE}/results.ndjson?${WINDOW}`,
    )) {
      take(text);
      rest = next;
      if (runs.length >= RESULTS / 2) break;
    }
    bench.setNow(NOW + 40 * MINUTE);
    for await (const { text } of pagesFrom(rest ?? '')) take(text);
    bench.setNow(NOW);
    expect(runs).toHaveLength(RESULTS);
    expect(new Set(runs).size).toBe(RESULTS);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  it('comes out whole as one spreadsheet, and as rollups', async () => {
    let csv = '';
    for await (const { text } of pagesFrom(
      `/v1/services/${SEEDED_SERVICE}/results.csv?${WINDOW}&check=login`,
    ))
      csv += text;
    expect(csv.trimEnd().split('\r\n')).toHaveLength(1 + 30 * 24 * 12);
    let hours = 0;
    for await (const { text } of pagesFrom(
      `/v1/services/${SEEDED_SERVICE}/rollups.ndjson?interval=hour&${WINDOW}`,
    ))
      hours += text.trimEnd().split('\n').length;
    expect(hours).toBe(2 * 30 * 24);
  });
});
