import { SiteOvertakenError } from '#core/errors';
import type { SiteFile } from '#core/page/public-page';
import type { Site } from '#core/ports/public-site';
import type { PagePorts } from '#pipeline/page/page-ports';
import { archiveFiles, presentFiles } from '#render/site';
import { boardIn, NOW, pageInput } from '../../core/page/page-samples.ts';
import { aConfiguration } from '../../support/builders.ts';
import { memoryStores } from '../../support/memory/stores.ts';

export const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** Files by path, with the condition that the port promises. */
export class MemorySite implements Site {
  readonly files = new Map<string, SiteFile>();
  /** Number of puts that still succeed. */
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

export interface World {
  readonly ports: PagePorts;
  readonly site: MemorySite;
  readonly stores: ReturnType<typeof memoryStores>;
  time: number;
}

export async function world(): Promise<World> {
  const site = new MemorySite();
  const state = { time: NOW };
  const clock = { now: () => state.time, secondsUntil: () => 0 };
  const { configuration, settings } = pageInput();
  const full = {
    ...aConfiguration(),
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

/** Every link on every page that a reader can reach leads to an existing file. */
export function danglingLinks(site: MemorySite): readonly string[] {
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

export const sentenceOf = (site: MemorySite, path = 'index.html') =>
  /id="headline">\s*([^<]*?)\s*</.exec(String(site.files.get(path)?.body))?.[1];
