import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { browserFiles } from '#adapters/chromium/browser-files';
import { launchBrowser } from '#adapters/chromium/launch';
import { observe } from '#adapters/chromium/observe';
import { PageTools } from '#adapters/chromium/page-tools';
import { Recorder } from '#adapters/chromium/recorder';
import { runSteps } from '#adapters/chromium/run-steps';
import { StepClock } from '#adapters/chromium/step-clock';
import type { JourneyOrder } from '#core/ports/checks';
import type { Observation } from '#core/run/observation';
import { DEFAULT_LIMITS } from '#core/watch/defaults';
import { inspection, inspectionTarget } from '#portals/inspection';
import type {
  ServedOther,
  ServedPage,
} from '../../test/core/classify/corpus/after-real-pages/after-real-pages.ts';

/**
 * Renders the pages of the given files again and writes what the browser saw into `seen`. Needed
 * when an observation gets new fields. Usage: node scripts/corpus-render/corpus-render.ts FILE…
 */
const SIDE_BY_SIDE = 4;
const LIMITS = { ...DEFAULT_LIMITS, stepMs: 6_000, queueBudgetMs: 1_000 };
/** The address that a page is said to come from. */
const PORTAL = 'portal.example';

type Unseen = Omit<ServedPage, 'seen'>;

async function see(browser: Browser, page: Unseen): Promise<Observation> {
  const server = await serve(page);
  const { port } = server.address() as AddressInfo;
  const url = new URL(page.served?.path ?? '/', `http://127.0.0.1:${port}`);
  const order: JourneyOrder = {
    target: inspectionTarget({ url, ...page.expected }),
    journey: inspection.name,
    depth: 'static',
    limits: LIMITS,
    userAgentContact: '',
    blockedHosts: [],
  };
  const context = await browser.newContext({ locale: 'ko-KR', timezoneId: 'Asia/Seoul' });
  try {
    const tab = await context.newPage();
    const now = sinceNow();
    const recorder = new Recorder(now, []);
    recorder.listen(context, tab);
    const tools = new PageTools({ page: tab, order, recorder }, new StepClock(now, 0, 30_000));
    const run = await runSteps(inspection.steps(order.target), {
      tools,
      recorder,
      order,
      now,
      endsAt: 30_000,
      watcher: { passed: async () => undefined },
    });
    // A marker may show before the page is complete.
    await tab.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
    const pending = recorder.pending();
    const look = await tools.lookClosely(1_500);
    return placed(observe({ order, tools, recorder, run, look, pending }), url);
  } finally {
    await context.close();
    server.closeAllConnections();
    server.close();
  }
}

function sinceNow(): () => number {
  const start = performance.now();
  return () => performance.now() - start;
}

/** Serves the page at every path, except paths with answers of their own. */
async function serve(page: Unseen): Promise<Server> {
  const { html, served } = page;
  const server = createServer(({ url = '/' }, response) => {
    const other = otherAt(page, url);
    const type = other ? (other.type ?? 'application/json') : 'text/html; charset=utf-8';
    const status = (other ?? served)?.status ?? 200;
    response.writeHead(status, { 'content-type': type, ...(other ? {} : served?.headers) });
    response.end(other ? other.body : html);
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  return server;
}

/** The answer at a path with an answer of its own. */
function otherAt({ served }: Unseen, url: string): ServedOther | undefined {
  const others = served?.others ?? {};
  const start = Object.keys(others).find((path) => url.startsWith(path));
  if (start !== undefined) return others[start];
  return url.startsWith('/api/') ? { status: 200, body: '{}' } : undefined;
}

/** With the portal's address, and without values that differ between runs. */
function placed(seen: Observation, { host, hostname }: URL): Observation {
  const { date: _date, ...headers } = seen.headers;
  const text = JSON.stringify({ ...seen, headers, elapsedMs: 900 });
  const moved = text.replaceAll(`http://${host}`, `https://${PORTAL}`);
  return JSON.parse(moved.replaceAll(host, PORTAL).replaceAll(hostname, PORTAL)) as Observation;
}

async function renderFile(browser: Browser, file: string): Promise<void> {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const pages = lines.map((line) => JSON.parse(line) as Unseen);
  const rendered = new Map<Unseen, Observation>();
  const left = [...pages];
  const worker = async () => {
    for (let page = left.pop(); page; page = left.pop())
      rendered.set(page, await see(browser, page));
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
  const text = pages.map((page) => JSON.stringify({ ...page, seen: rendered.get(page) }));
  writeFileSync(file, `${text.join('\n')}\n`);
  console.log(`${file}: ${pages.length}`);
}

const launched = await launchBrowser({
  files: await browserFiles({}),
  processModel: 'multi',
  timeoutMs: 30_000,
  blockedHosts: [],
  named: ['127.0.0.1'],
});
try {
  for (const file of process.argv.slice(2)) await renderFile(launched.browser, file);
} finally {
  await launched.end();
}
