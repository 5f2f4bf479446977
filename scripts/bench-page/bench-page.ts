import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { createStores } from '#adapters/dynamodb/stores';
import { ensureTable } from '#adapters/dynamodb/table';
import type { SiteFile } from '#core/page/public-page';
import type { Site } from '#core/ports/public-site';
import { MINUTE } from '#core/time/time';
import { defaultConfiguration } from '#local/configuration';
import type { PagePorts } from '#pipeline/page/page-ports';
import { writePage } from '#pipeline/page/write-page';
import { archiveFiles, presentFiles } from '#render/site';
import { openBrowser, openPage, serveFacts } from '../../test/render/browsing-page.ts';
import { factsIn } from '../../test/render/page-states.ts';
import { metered } from '../bench-history/meter.ts';
import { startDynalite } from '../dynamodb-backends.ts';
import { lighthouseScores } from './lighthouse.ts';
import { uptimeKuma } from './rivals/kuma-page.ts';
import { type Rival, SERVICES, serveRival } from './rivals/rival.ts';
import { statuspage } from './rivals/statuspage.ts';
import { seedYear } from './year.ts';

/**
 * npm run bench:page [-- --lighthouse]: the cost of writing and opening the public page, each
 * figure beside its target. Exits with 1 if one is missed. Times depend on this machine, which may
 * be busy.
 */
const NOW = Date.parse('2024-07-18T12:20:00+09:00');
const ROUNDS = 5;
const misses: string[] = [];

function figure(name: string, value: number, target: number, unit: string): void {
  const good = value <= target;
  if (!good) misses.push(name);
  const shown = Number.isInteger(value) ? String(value) : value.toFixed(2);
  console.log(`${good ? 'ok    ' : 'MISSED'} ${name}: ${shown} ${unit} (target ${target})`);
}

function memorySite(): Site {
  const files = new Map<string, string | Uint8Array>();
  return {
    read: async (path) => files.get(path)?.toString(),
    async open() {
      return {
        paths: [...files.keys()],
        holds: (file) => files.get(file.path) === file.body,
        put: async (file) => void files.set(file.path, file.body),
        remove: async (path) => void files.delete(path),
      };
    },
  };
}

async function benchWriting(): Promise<void> {
  const backend = await startDynalite();
  await ensureTable(backend.client, 'page');
  let now = NOW;
  const clock = { now: () => now, secondsUntil: () => 0 };
  const configuration = defaultConfiguration();
  const meter = metered(backend.client);
  const options = { table: 'page', clock, retentionDays: configuration.retentionDays };
  const items = await seedYear(createStores({ ...options, client: backend.client }), NOW);
  console.log(`# Writing, after a year (${items} items seeded)`);
  const ports: PagePorts = {
    ...createStores({ ...options, client: meter.client }),
    clock,
    log: { info: () => {}, warn: console.warn, error: console.error },
    metrics: { count: () => {} },
    configuration,
    settings: { operator: 'bench', contact: 'bench@example.kr', url: '', simulated: false },
    mode: 'live',
    site: memorySite(),
    render: { archive: archiveFiles, present: presentFiles },
    memory: {},
  };
  meter.take();
  const began = performance.now();
  const { written } = await writePage(ports);
  const seconds = (performance.now() - began) / 1000;
  console.log(`       ${written} files`);
  figure('the whole site', seconds, 2, 's');
  const { readUnits } = meter.take();
  console.log(`       the first writing of all, read: ${readUnits} read units (once, no target)`);
  now += MINUTE;
  await writePage({ ...ports, memory: {} });
  figure(
    'the whole site after that, by a new process, read',
    meter.take().readUnits,
    30,
    'read units',
  );
  await writePage(ports);
  meter.take();
  now += MINUTE;
  const quiet = await writePage(ports);
  figure('a quiet minute', quiet.written, 5, 'writes');
  figure('a quiet minute, read', meter.take().readUnits, 2, 'read units');
  await backend.stop();
}

function packed(files: readonly SiteFile[], wanted: RegExp): number {
  const bytes = files
    .filter(({ path }) => wanted.test(path))
    .map(({ body }) => gzipSync(body).length);
  return bytes.reduce((sum, each) => sum + each, 0) / 1000;
}

/** Lighthouse's slow 4G: 1.6 Mbit/s, round trip of 150 ms, a processor four times slower. */
async function benchOpening(): Promise<void> {
  console.log('\n# Opening, slow 4G and a processor four times as slow');
  const facts = factsIn('six down');
  const files = [...archiveFiles(facts), ...presentFiles(facts)];
  figure('first load without fonts', packed(files, /^index\.html$|page\..*(css|js)$/), 60, 'kB');
  const { browser, end } = await openBrowser();
  const served = await serveFacts(facts);
  const paints = await paintsOf(browser, { url: `${served.url}/`, text: '고용24' });
  await served.stop();
  figure('first paint', paints.first, 1, 's');
  figure('largest paint', paints.largest, 1.5, 's');
  console.log(`       (asks ${paints.hosts.length} other hosts)`);
  for (const rival of [statuspage, uptimeKuma]) await benchRival(browser, rival);
  await end();
}

/**
 * Comparison with other status pages. Hosts that they request do not exist, so their time does not
 * count.
 */
async function benchRival(browser: Browser, rival: Rival): Promise<void> {
  const files = await rival.files().catch((error: unknown) => String(error).split('\n')[0] ?? '');
  if (typeof files === 'string') return console.log(`       ${rival.name}: skipped (${files})`);
  const server = await serveRival(files);
  const { first, largest, kilobytes, hosts } = await paintsOf(browser, {
    url: `${server.url}/${rival.start}`,
    text: SERVICES[0],
    bytes: server.bytes,
  });
  await server.stop();
  const others = hosts.length > 0 ? `asks ${hosts.join(', ')}` : 'asks no other host';
  console.log(
    `       ${rival.name}: ${kilobytes.toFixed(2)} kB of its own, first paint ${first.toFixed(2)} s,` +
      ` largest ${largest.toFixed(2)} s; ${others}`,
  );
}

interface Opened {
  readonly url: string;
  /** The text that readers look for. The page counts as open when it is visible. */
  readonly text: string;
  /** Bytes that the server has sent, each file once. */
  readonly bytes?: () => number;
}

/** Medians, s, and the other hosts that the page requested. */
async function paintsOf(browser: Browser, { url, text, bytes }: Opened) {
  const paints: { readonly first: number; readonly largest: number }[] = [];
  const hosts = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await openPage(browser, { width: 360 });
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    const throughput = (1.6 * 1024 * 1024) / 8;
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    });
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    await page.goto(url);
    await page.getByText(text).first().waitFor();
    paints.push(await page.evaluate<(typeof paints)[number]>(PAINTS));
    await page.context().close();
  }
  return {
    first: median(paints.map(({ first }) => first)) / 1000,
    largest: median(paints.map(({ largest }) => largest)) / 1000,
    kilobytes: (bytes?.() ?? 0) / 1000,
    hosts: [...hosts].filter((host) => host !== '' && host !== new URL(url).host),
  };
}

const PAINTS = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    const largest = list.getEntries().at(-1).startTime;
    resolve({ first: paint ? paint.startTime : largest, largest });
  }).observe({ type: 'largest-contentful-paint', buffered: true });
})`;

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Only on request, because it fetches Lighthouse. */
async function benchLighthouse(): Promise<void> {
  console.log('\n# Lighthouse, as a phone');
  const served = await serveFacts(factsIn('six down'));
  const paths = ['', 'en/index.html', 'outages/moel-20240718-0915.html'];
  const found = await lighthouseScores(paths.map((path) => `${served.url}/${path}`));
  await served.stop();
  for (const { page, scores } of found) {
    const lowest = Math.min(...Object.values(scores));
    if (!(lowest >= LEAST_SCORE)) misses.push(page);
    const told = Object.entries(scores).map(([name, score]) => `${name} ${score}`);
    console.log(
      `${lowest >= LEAST_SCORE ? 'ok    ' : 'MISSED'} ${new URL(page).pathname}: ${told.join(', ')}` +
        ` (target ${LEAST_SCORE})`,
    );
  }
}

const LEAST_SCORE = 95;

if (process.argv.includes('--lighthouse')) await benchLighthouse();
else {
  await benchWriting();
  await benchOpening();
}
if (misses.length > 0) process.exitCode = 1;
