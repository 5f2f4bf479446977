import { parseArgs } from 'node:util';
import { browserFiles } from '#adapters/chromium/browser-files';
import { launchBrowser, type ProcessModel } from '#adapters/chromium/launch';
import { selfProof } from '#adapters/chromium/self-proof';
import { startPortals } from '#local/portals/portals';
import { catalogue } from '#portals/catalogues';
import { median } from './bench-check/measure.ts';

/**
 * Time that our own page takes before a failure counts, beside the page load and the total of the
 * same run. Each run has a browser of its own, which has just shown a portal's page. A passing run
 * does not show our page.
 */
const MOST_MS = 150;
const { values } = parseArgs({ options: { runs: { type: 'string', default: '21' } } });

interface Timed {
  readonly own: number;
  readonly page: number;
  readonly whole: number;
}

const files = await browserFiles();
const portals = await startPortals({ catalogue });
try {
  const { baseUrl } = portals.catalogue.targets[0] ?? {};
  if (baseUrl === undefined) throw new Error('no portal to look at');
  console.log(`Own page before a failure counts, ms, ${values.runs} runs (target ${MOST_MS})`);
  console.log('where\tmedian\tleast\tpage load\twhole run\townpage : page load');
  for (const model of ['single', 'multi'] as const) {
    const runs: Timed[] = [];
    // The first run warms the disk.
    for (let run = 0; run <= Number(values.runs); run += 1) runs.push(await timed(model, baseUrl));
    tell(model === 'single' ? 'as on Lambda' : 'as on this machine', runs.slice(1));
  }
} finally {
  await portals.stop();
}

async function timed(processModel: ProcessModel, url: string): Promise<Timed> {
  const began = performance.now();
  const launched = await launchBrowser({
    files,
    processModel,
    timeoutMs: 30_000,
    blockedHosts: [],
    named: ['127.0.0.1'],
  });
  try {
    const context = await launched.browser.newContext({ ignoreHTTPSErrors: true });
    const tab = await context.newPage();
    const asked = performance.now();
    await tab.goto(url);
    const shown = performance.now();
    const fault = await selfProof(context.newPage());
    if (fault) throw new Error(fault.message);
    const ended = performance.now();
    return { own: ended - shown, page: shown - asked, whole: ended - began };
  } finally {
    await launched.end();
  }
}

function tell(where: string, runs: readonly Timed[]): void {
  const own = runs.map((run) => run.own);
  const ratio = median(runs.map((run) => run.own / run.page)).toFixed(2);
  const figures = [
    median(own),
    Math.min(...own),
    median(runs.map(({ page }) => page)),
    median(runs.map(({ whole }) => whole)),
  ];
  console.log([where, ...figures.map((figure) => figure.toFixed(0)), ratio].join('\t'));
}
