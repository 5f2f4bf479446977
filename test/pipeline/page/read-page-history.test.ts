import { describe, expect, it } from 'vitest';
import { parseDays } from '#core/page/known-days';
import { kstDay, kstDayStart } from '#core/time/kst';
import { DAY, MINUTE } from '#core/time/time';
import { writePage } from '#pipeline/page/write-page';
import { boardOf } from '../../adapters/dynamodb/samples.ts';
import { NOW, SERVICES, sixDown } from '../../core/page/page-samples.ts';
import { closedOf, outageOf } from '../../support/outages.ts';
import { type MemorySite, sentenceOf, silent, world } from './page-world.ts';

describe('the history on the page', () => {
  const outage = 'outages/moel-20240718-0915.html';

  it('is read again when the board shows something else', async () => {
    const { ports, site, stores } = await world();
    await writePage(ports);
    await stores.outages.put(outageOf(SERVICES));
    await writePage(ports);
    expect(site.files.has(outage)).toBe(false);
    await stores.board.put(sixDown());
    await writePage(ports);
    expect(site.files.has(outage)).toBe(true);
  });

  it('is read again after fifteen minutes, whatever the board shows', async () => {
    const bench = await world();
    const { ports, site, stores } = bench;
    const pageAfter = async (ms: number) => {
      bench.time = NOW + ms;
      await writePage({ ...ports, clock: { ...ports.clock, now: () => bench.time } });
      return site.files.has(outage);
    };
    await pageAfter(0);
    await stores.outages.put(closedOf(outageOf(SERVICES)));
    expect(await pageAfter(15 * MINUTE - 1)).toBe(false);
    expect(await pageAfter(15 * MINUTE)).toBe(true);
  });

  it('that cannot be read is said in the log', async () => {
    const { ports } = await world();
    const logged: string[] = [];
    const log = { ...silent, error: (event: string) => void logged.push(event) };
    const broken = async () => Promise.reject(new Error('unreadable item'));
    await writePage({ ...ports, log, outages: { ...ports.outages, list: broken } });
    expect(logged).toEqual(['history not readable']);
  });
});

describe('past days', () => {
  const today = kstDayStart(kstDay(NOW));
  const day = (back: number, down: number) =>
    ({
      schema: 1,
      check: 'eps/probe',
      service: 'eps',
      period: 'day',
      start: today - back * DAY,
      seconds: { up: 86_400 - down, degraded: 0, down, maintenance: 0, unknown: 0 },
      results: { passed: 1 },
      kinds: {},
      latency: {},
      frozen: false,
    }) as const;
  const downOn = (site: MemorySite) => {
    const own = parseDays(String(site.files.get('days.json')?.body), NOW).eps ?? [];
    return own.filter(({ seconds }) => seconds.down > 0).map(({ start }) => (today - start) / DAY);
  };
  /**
   * Writes the page once, with a failure on each of some days. Returns how far back rollups are
   * read.
   */
  async function publishedOnce() {
    const { ports, site, stores } = await world();
    for (let back = 1; back < 90; back += 1) {
      await stores.rollups.put(day(back, back % 10 === 0 ? 60 : 0));
    }
    await writePage(ports);
    const asked: number[] = [];
    const rollups = {
      ...ports.rollups,
      range: async (...args: Parameters<typeof ports.rollups.range>) => {
        if (args[0] === 'eps/probe' && args[1] === 'day') asked.push((today - args[2]) / DAY);
        return ports.rollups.range(...args);
      },
    };
    return { site, stores, asked, next: { ...ports, rollups, memory: {} } };
  }

  it('are counted once, and stand on the page as before', async () => {
    const { site, asked, next } = await publishedOnce();
    const front = String(site.files.get('index.html')?.body);
    expect(downOn(site)).toEqual([80, 70, 60, 50, 40, 30, 20, 10]);
    await writePage(next);
    expect(Math.max(...asked)).toBeLessThan(8);
    expect(String(site.files.get('index.html')?.body)).toBe(front);
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, -20)],
    ['nothing', () => ''],
    ['of another layout', (text: string) => text.replace('"schema":1', '"schema":2')],
    ['with a day of more seconds', (text: string) => text.replaceAll('86400', '96400')],
    ['with a day left out', (text: string) => text.replace(/\{"start":"2024-06-01[^}]*\}\},/, '')],
  ])('are counted again when the file is %s', async (_, change) => {
    const { site, asked, next } = await publishedOnce();
    const kept = site.files.get('days.json');
    const front = String(site.files.get('index.html')?.body);
    if (!kept) throw new Error('no days were written');
    const odd = change(String(kept.body));
    expect(odd).not.toBe(kept.body);
    site.files.set('days.json', { ...kept, body: odd });
    await writePage(next);
    expect(Math.max(...asked)).toBeGreaterThan(80);
    expect(site.files.get('days.json')?.body).toBe(kept.body);
    expect(String(site.files.get('index.html')?.body)).toBe(front);
  });

  it('are counted again for a day when people changed how old time is counted', async () => {
    const { site, stores, next } = await publishedOnce();
    await stores.rollups.put(day(40, 0));
    await writePage(next);
    expect(downOn(site)).toContain(40);
    await stores.board.put({ ...sixDown(), rewrittenAt: NOW - DAY });
    await writePage(next);
    expect(downOn(site)).toContain(40);
    await stores.board.put({ ...sixDown(), rewrittenAt: NOW - DAY + MINUTE });
    await writePage({ ...next, memory: {} });
    expect(downOn(site)).not.toContain(40);
  });

  it('are counted again when the figures of one group among several changed', async () => {
    const { site, stores, next } = await publishedOnce();
    await stores.rollups.put(day(40, 0));
    await stores.board.put({ ...sixDown(), rewrittenAt: NOW - MINUTE });
    await stores.board.put(boardOf('other'));
    await writePage({ ...next, memory: {} });
    expect(downOn(site)).not.toContain(40);
  });

  it('stay as they are published while the history cannot be read', async () => {
    const { site, next } = await publishedOnce();
    const broken = async () => Promise.reject(new Error('unreadable item'));
    await writePage({ ...next, outages: { ...next.outages, list: broken } });
    expect(downOn(site)).toHaveLength(8);
  });
});

describe('what cannot be read', () => {
  it('is unknown on the page: an unreadable board, an unreadable outage', async () => {
    const { ports, site } = await world();
    const broken = async () => Promise.reject(new Error('unreadable item'));
    await writePage({ ...ports, board: { get: broken } });
    expect(sentenceOf(site)).toContain('지금은 알 수 없습니다');
    await writePage({ ...ports, memory: {}, outages: { ...ports.outages, list: broken } });
    expect(sentenceOf(site)).toBe('모두 정상입니다');
    expect(String(site.files.get('index.html')?.body)).toContain(
      '지난 기록을 지금 읽을 수 없습니다.',
    );
  });

  it('keeps the history that was read before, if there is one', async () => {
    const { ports, site, stores } = await world();
    await stores.outages.put(closedOf(outageOf(SERVICES)));
    await writePage(ports);
    await stores.board.put(sixDown());
    const broken = async () => Promise.reject(new Error('unreadable item'));
    await writePage({ ...ports, outages: { ...ports.outages, list: broken } });
    expect(String(site.files.get('index.html')?.body)).toContain('outages/moel-20240718-0915.html');
  });
});
