import { describe, expect, it } from 'vitest';
import { SiteOvertakenError } from '#core/errors';
import { parseDays } from '#core/page/known-days';
import type { SiteFile } from '#core/page/public-page';
import type { Site } from '#core/ports/public-site';
import { kstDay, kstDayStart } from '#core/time/kst';
import { DAY, MINUTE } from '#core/time/time';
import type { PagePorts } from '#pipeline/page/page-ports';
import { watchPage } from '#pipeline/page/watch-page';
import { writePage } from '#pipeline/page/write-page';
import { archiveFiles, presentFiles } from '#render/site';
import { boardIn, NOW, pageInput, SERVICES, sixDown } from '../../core/page/page-samples.ts';
import { memoryStores } from '../../support/memory/stores.ts';
import { closedOf, outageOf } from '../../support/outages.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** Files by path, with the condition that the port promises. */
class MemorySite implements Site {
  readonly files = new Map<string, SiteFile>();
  /** How many puts still succeed. */
  left = Number.POSITIVE_INFINITY;
  puts: string[] = [];

  async read(path: string) {
    const file = this.files.get(path);
    return file && String(file.body);
  }

  async open() {
    const before = new Map(this.files);
    return {
      paths: [...before.keys()],
      holds: (file: SiteFile) => before.get(file.path)?.body === file.body,
      put: async (file: SiteFile) => {
        if (this.left-- <= 0) throw new Error('SlowDown');
        if (this.files.get(file.path) !== before.get(file.path)) {
          throw new SiteOvertakenError('Another writer was faster.', 'Wait.');
        }
        before.set(file.path, file);
        this.files.set(file.path, file);
        this.puts.push(file.path);
      },
      remove: async (path: string) => {
        this.files.delete(path);
      },
    };
  }
}

interface World {
  readonly ports: PagePorts;
  readonly site: MemorySite;
  readonly stores: ReturnType<typeof memoryStores>;
  time: number;
}

async function world(): Promise<World> {
  const site = new MemorySite();
  const state = { time: NOW };
  const clock = { now: () => state.time, secondsUntil: () => 0 };
  const { configuration, settings } = pageInput();
  const full = {
    ...(await import('../../support/builders.ts')).aConfiguration(),
    ...configuration,
  };
  const stores = memoryStores(clock, full.retentionDays);
  const ports: PagePorts = {
    clock,
    log: silent,
    metrics: { count: () => {} },
    configuration: full,
    settings,
    mode: 'live',
    site,
    render: { archive: archiveFiles, present: presentFiles },
    memory: {},
    ...stores,
  };
  await stores.board.put(boardIn('up'));
  return Object.assign(state, { ports, site, stores });
}

/** Links of every page that a reader can get to lead to files that are there. */
function danglingLinks(site: MemorySite): readonly string[] {
  const waiting = ['index.html', 'en/index.html'];
  const seen = new Set(waiting);
  const dangling: string[] = [];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    for (const target of linksOf(path, String(site.files.get(path)?.body))) {
      if (!site.files.has(target)) dangling.push(`${path} → ${target}`);
      if (target.endsWith('.html') && !seen.has(target)) waiting.push(target);
      seen.add(target);
    }
  }
  return dangling;
}

function linksOf(path: string, body: string): readonly string[] {
  const base = new URL(path, 'https://page.invalid/');
  return [...body.matchAll(/(?:href|src)="([^"]*)"/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^(https?:|mailto:|data:|#)/.test(target))
    .map((target) => new URL(target, base).pathname.slice(1));
}

const sentenceOf = (site: MemorySite, path = 'index.html') =>
  /id="headline">\s*([^<]*?)\s*</.exec(String(site.files.get(path)?.body))?.[1];

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

describe('days that are over', () => {
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
  /** The page written once with a failure on each of some days, and how far back rollups are asked for. */
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

  it('stay as they are published while the history cannot be read', async () => {
    const { site, next } = await publishedOnce();
    const broken = async () => Promise.reject(new Error('unreadable item'));
    await writePage({ ...next, outages: { ...next.outages, list: broken } });
    expect(downOn(site)).toHaveLength(8);
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
      // What the browser goes by still leads to the old page, or already to the new one.
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

  it('leaves what was read before, while there is something', async () => {
    const { ports, site, stores } = await world();
    await stores.outages.put(closedOf(outageOf(SERVICES)));
    await writePage(ports);
    await stores.board.put(sixDown());
    const broken = async () => Promise.reject(new Error('unreadable item'));
    await writePage({ ...ports, outages: { ...ports.outages, list: broken } });
    expect(String(site.files.get('index.html')?.body)).toContain('outages/moel-20240718-0915.html');
  });
});

describe('an outage that never ended', () => {
  it('goes on in the headline and on its page, months later, and ends nowhere', async () => {
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

describe('the watch on the page', () => {
  const watched = async (writtenAt: () => Promise<number>) => {
    const { ports } = await world();
    const counted: [string, number][] = [];
    const metrics = { count: (name: string, value: number) => counted.push([name, value]) };
    await watchPage({ ...ports, metrics, publicPage: { writtenAt } });
    return counted;
  };

  it('measures the age of the page at its public address', async () => {
    expect(await watched(async () => NOW - 90_000)).toEqual([['PageAge', 90]]);
  });

  it('counts nothing when it cannot be read, for the alarm takes silence for a fault', async () => {
    expect(await watched(async () => Promise.reject(new Error('HTTP 500')))).toEqual([]);
  });
});
