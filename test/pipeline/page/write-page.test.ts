import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '#core/time/time';
import type { PagePorts } from '#pipeline/page/page-ports';
import { writePage } from '#pipeline/page/write-page';
import { NOW, SERVICES, sixDown } from '../../core/page/page-samples.ts';
import { closedOf, outageOf } from '../../support/outages.ts';
import { danglingLinks, type MemorySite, sentenceOf, world } from './page-world.ts';

describe('a minute in which nothing changed', () => {
  it('is at most five writes, and reads the board alone', async () => {
    const { ports, site, stores, ...rest } = await world();
    const state = Object.assign(rest, { ports, site });
    await writePage(ports);
    let reads = 0;
    const counting = {
      ...ports,
      outages: {
        ...stores.outages,
        list: async (...args: Parameters<typeof stores.outages.list>) => {
          reads += 1;
          return stores.outages.list(...args);
        },
      },
    };
    expect(state.time).toBe(NOW);
    const { written } = await writePage({
      ...counting,
      clock: { ...ports.clock, now: () => NOW + 30_000 },
    });
    expect(written).toBeLessThanOrEqual(5);
    expect(reads).toBe(0);
  });
});

describe('a writer that is killed between two files', () => {
  it('leaves no page that links to nothing, and the next one completes the set', async () => {
    const { ports, site, stores } = await world();
    await writePage(ports);
    await stores.board.put(sixDown());
    await stores.outages.put(outageOf(SERVICES));
    const needed = await writesOf(ports);
    expect(needed).toBeGreaterThan(8);
    for (let survived = 0; survived < needed; survived += 1) {
      const kept = new Map(site.files);
      site.left = survived;
      await expect(writePage({ ...ports, memory: {} })).rejects.toThrow('SlowDown');
      expect(danglingLinks(site)).toEqual([]);
      // `status.json` still leads to the old page, or already to the new one.
      if (sentenceOf(site) === '모두 정상입니다') {
        expect(String(site.files.get('status.json')?.body)).toContain('모두 정상입니다');
      }
      site.left = Number.POSITIVE_INFINITY;
      await writePage({ ...ports, memory: {} });
      expect(sentenceOf(site)).toContain('응답하지 않습니다');
      site.files.clear();
      for (const [path, file] of kept) site.files.set(path, file);
    }
  });

  async function writesOf(ports: PagePorts): Promise<number> {
    const site = ports.site as MemorySite;
    const kept = new Map(site.files);
    const { written } = await writePage({ ...ports, memory: {} });
    site.files.clear();
    for (const [path, file] of kept) site.files.set(path, file);
    return written;
  }
});

describe('two writers at once', () => {
  it('leave the page of one of them, whole, and no older one over a newer', async () => {
    const { ports, site, stores } = await world();
    await writePage(ports);
    await stores.board.put(sixDown());
    const outcomes = await Promise.all([
      writePage({ ...ports, memory: {} }),
      writePage({ ...ports, memory: {}, clock: { ...ports.clock, now: () => NOW + 1_000 } }),
    ]);
    expect(outcomes.map(({ end }) => end).sort()).toEqual(['complete', 'overtaken']);
    expect(danglingLinks(site)).toEqual([]);
    expect(sentenceOf(site)).toContain('응답하지 않습니다');
    expect(sentenceOf(site, 'en/index.html')).toContain('not responding');
  });
});

describe('S3 that refuses for an hour', () => {
  it('fails each minute, and the first run that succeeds writes the state of that moment', async () => {
    const { ports, site, stores } = await world();
    await writePage(ports);
    site.left = 0;
    for (let minute = 1; minute <= 60; minute += 1) {
      await stores.board.put(sixDown());
      await expect(writePage(ports)).rejects.toThrow('SlowDown');
    }
    expect(sentenceOf(site)).toBe('모두 정상입니다');
    site.left = Number.POSITIVE_INFINITY;
    await writePage(ports);
    expect(sentenceOf(site)).toContain('응답하지 않습니다');
  });
});

describe('an outage that never ended', () => {
  it('is still in the headline and on its page months later', async () => {
    const bench = await world();
    const { ports, site, stores } = bench;
    const open = outageOf(SERVICES);
    bench.time = NOW + 120 * DAY;
    await stores.outages.put(open);
    await stores.board.put({ ...sixDown(), updatedAt: bench.time - 20_000 });
    await writePage(ports);
    expect(sentenceOf(site)).toContain('7/18 09:15부터 응답하지 않습니다');
    const page = String(site.files.get(`outages/${open.id}.html`)?.body);
    expect(page).toContain('진행 중');
    expect(String(site.files.get('history/2024-07.html')?.body)).toContain('진행 중');
    expect(JSON.parse(String(site.files.get(`outages/${open.id}.json`)?.body))).toMatchObject({
      state: 'open',
      endedBetween: null,
    });
  });
});

describe('a thousand outages', () => {
  it('have a page each, and the first page lists the latest', async () => {
    const { ports, site, stores } = await world();
    for (let index = 0; index < 1_000; index += 1) {
      const by = NOW - (index + 2) * 8 * 60 * MINUTE;
      const id = `moel-${stampOf(by)}`;
      const started = { after: by - MINUTE, by };
      const ended = { after: by + MINUTE, by: by + 2 * MINUTE };
      await stores.outages.put({
        ...closedOf(outageOf(['eps'], { id, startedBetween: started })),
        endedBetween: ended,
      });
    }
    await writePage(ports);
    const pages = [...site.files.keys()].filter((path) => /^outages\/.*html$/.test(path));
    expect(pages).toHaveLength(1_000);
    expect(danglingLinks(site)).toEqual([]);
    expect(String(site.files.get('index.html')?.body).length).toBeLessThan(120_000);
  });

  function stampOf(at: number): string {
    const text = new Date(at + 9 * 3_600_000).toISOString();
    return `${text.slice(0, 10).replaceAll('-', '')}-${text.slice(11, 16).replace(':', '')}`;
  }
});

describe('a service that is gone', () => {
  it('takes its badge along, and keeps the pages of its outages', async () => {
    const { ports, site, stores } = await world();
    await stores.outages.put(closedOf(outageOf(['eps'])));
    await writePage(ports);
    expect(site.files.has('badges/eps.svg')).toBe(true);
    const { catalogue } = ports.configuration;
    const services = catalogue.services.filter(({ id }) => id !== 'eps');
    const configuration = { ...ports.configuration, catalogue: { ...catalogue, services } };
    await writePage({ ...ports, configuration, memory: {} });
    expect(site.files.has('badges/eps.svg')).toBe(false);
    expect(site.files.has('outages/moel-20240718-0915.html')).toBe(true);
    expect(String(site.files.get('outages/moel-20240718-0915.html')?.body)).toContain('eps');
  });
});

describe('what cannot be read', () => {
  const refuse = async () => Promise.reject(new Error('throttled'));

  async function logging() {
    const { ports, site, stores } = await world();
    const logged: string[] = [];
    const log = { ...ports.log, error: (event: string) => void logged.push(event) };
    return { ports: { ...ports, log }, site, stores, logged };
  }

  it('of the board makes the page unknown, and is logged', async () => {
    const { ports, site, stores, logged } = await logging();
    await writePage(ports);
    await writePage({ ...ports, board: { ...stores.board, get: refuse } });
    expect(sentenceOf(site)).not.toBe('모두 정상입니다');
    expect(danglingLinks(site)).toEqual([]);
    expect(logged).toEqual(['board not readable']);
  });

  it('of the history keeps the known history on the page, and is tried again each minute', async () => {
    const { ports, site, stores, logged } = await logging();
    await stores.outages.put(closedOf(outageOf(['eps'])));
    await writePage(ports);
    const broken = { ...ports, outages: { ...stores.outages, list: refuse } };
    await stores.board.put(sixDown());
    await writePage(broken);
    await writePage(broken);
    expect(logged).toEqual(['history not readable', 'history not readable']);
    expect(sentenceOf(site)).toContain('응답하지 않습니다');
    expect(String(site.files.get('index.html')?.body)).toContain('moel-20240718-0915');
  });

  it('of the updates does not stop the rest of the page', async () => {
    const { ports, site, stores, logged } = await logging();
    await stores.board.put(sixDown());
    await writePage({ ...ports, updates: { since: refuse } as never });
    expect(logged).toEqual(['updates not readable']);
    expect(sentenceOf(site)).toContain('응답하지 않습니다');
  });

  it('from the first minute on is drawn anew each time, and known history once', async () => {
    const { ports, stores } = await logging();
    const drawn = async (outages: typeof ports.outages) => {
      let count = 0;
      const archive: typeof ports.render.archive = (facts) => {
        count += 1;
        return ports.render.archive(facts);
      };
      const counting = { ...ports, outages, memory: {}, render: { ...ports.render, archive } };
      await writePage(counting);
      await writePage(counting);
      return count;
    };
    expect(await drawn({ ...stores.outages, list: refuse })).toBe(2);
    expect(await drawn(stores.outages)).toBe(1);
  });
});

describe('history in memory', () => {
  it('is read again after a quarter of an hour, and at once when the board shows something else', async () => {
    const bench = await world();
    const { ports, stores } = bench;
    let reads = 0;
    const outages: typeof stores.outages = {
      ...stores.outages,
      list: async (query) => {
        reads += 1;
        return stores.outages.list(query);
      },
    };
    const readAt = async (time: number) => {
      const before = reads;
      bench.time = time;
      await writePage({ ...ports, outages });
      return reads > before;
    };
    expect(await readAt(NOW)).toBe(true);
    expect(await readAt(NOW + 15 * MINUTE - 1)).toBe(false);
    expect(await readAt(NOW + 15 * MINUTE)).toBe(true);
    await stores.board.put(sixDown());
    expect(await readAt(NOW + 15 * MINUTE + 1)).toBe(true);
  });
});
