import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { browserFiles } from '#adapters/chromium/browser-files';
import { type LaunchedBrowser, launchBrowser } from '#adapters/chromium/launch';
import { createProber } from '#adapters/network/prober';
import { classify } from '#core/classify/classify';
import { defined } from '#core/defined';
import { DEFAULT_LIMITS } from '#core/watch/defaults';
import { inspectionTarget } from '#portals/inspection';
import { answers } from './answers.ts';
import type { Behaviour } from './behaviour.ts';
import { NAME_RULES, names, PAIR } from './names.ts';
import { redirects } from './redirects.ts';
import { secure } from './secure.ts';
import { closeAll, ROOT, WELCOME } from './servers.ts';
import { trustAuthority } from './trust-store.ts';

export interface Comparison {
  readonly behaviour: Behaviour;
  readonly browser: string;
  readonly prober: string;
  readonly agree: boolean;
}

export const behaviours: readonly Behaviour[] = [...redirects, ...answers, ...secure, ...names];

const PROBE = { dnsMs: 2_000, connectMs: 2_000, tlsMs: 2_000, firstByteMs: 3_000, bodyMs: 4_000 };
const limits = { ...DEFAULT_LIMITS, probe: { ...DEFAULT_LIMITS.probe, ...PROBE } };
const BROWSER_MS = 5_000;
const LAYOUT_MS = 30_000;
const SETTLE_MS = 3_000;

/** Runs prober and browser on one behaviour after the other. Stops everything that it started. */
export async function compareAll(
  chosen: readonly Behaviour[],
  tell: (comparison: Comparison) => void = () => undefined,
): Promise<readonly Comparison[]> {
  let folder: string | undefined;
  let launched: LaunchedBrowser | undefined;
  try {
    folder = mkdtempSync(join(tmpdir(), 'bonghwa-zoo-'));
    launched = await trustingBrowser(folder);
    const compared: Comparison[] = [];
    for (const behaviour of chosen) {
      // Each gets its own server, because some servers answer the first request differently from
      // the second.
      const browser = await browse(launched, await address(behaviour));
      closeAll();
      const prober = await probe(await address(behaviour), behaviour);
      closeAll();
      const agree = behaviour.script
        ? prober.startsWith('inconclusive')
        : browser.startsWith('reached') === prober.startsWith('passed');
      compared.push({ behaviour, browser, prober, agree });
      tell({ behaviour, browser, prober, agree });
    }
    return compared;
  } finally {
    await launched?.end();
    closeAll();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}

async function address({ start }: Behaviour): Promise<string> {
  return new URL(await start()).href;
}

/** The deployed browser, which trusts our one authority. */
async function trustingBrowser(folder: string): Promise<LaunchedBrowser> {
  const files = await browserFiles();
  const executable = join(folder, 'start');
  trustAuthority(folder, ROOT.pem);
  const rules = `'--host-resolver-rules=${NAME_RULES}'`;
  const script = `#!/bin/sh\nexport HOME='${folder}'\nexec '${files.executable}' "$@" ${rules}\n`;
  writeFileSync(executable, script, { mode: 0o755 });
  return launchBrowser({
    files: { ...files, executable },
    processModel: 'multi',
    timeoutMs: 15_000,
    blockedHosts: [],
    named: ['127.0.0.1', 'localhost', 'zoo.localhost', '[::1]'],
  });
}

async function browse({ browser }: LaunchedBrowser, url: string): Promise<string> {
  const context = await browser.newContext({ acceptDownloads: false });
  try {
    const page = await context.newPage();
    const statuses: number[] = [];
    page.on('response', (response) => {
      if (response.request().isNavigationRequest()) statuses.push(response.status());
    });
    const failed = await page.goto(url, { timeout: BROWSER_MS }).then(
      () => undefined,
      (error: Error) => /net::\w+|Timeout|Download/.exec(error.message)?.[0] ?? error.message,
    );
    if (failed !== undefined) return `not reached: ${failed}`;
    const seen = (await showsNow(page)) || (await showsSoon(page));
    const status = statuses.at(-1) ?? 0;
    const good = status < 400;
    return seen && good
      ? 'reached'
      : `not reached: HTTP ${status}${seen ? '' : ', without the words'}`;
  } finally {
    await context.close();
  }
}

/** On a busy machine the layout of a 5 MB page takes longer than a script may take. */
function showsNow(page: Page): Promise<boolean> {
  const shown = page.locator('body').innerText({ timeout: LAYOUT_MS });
  return shown.then(
    (text) => text.includes(WELCOME),
    () => false,
  );
}

/** Time for what a script or a refresh adds after the page has loaded. */
function showsSoon(page: Page): Promise<boolean> {
  const shown = page.getByText(WELCOME).first();
  return shown.waitFor({ timeout: SETTLE_MS }).then(
    () => true,
    () => false,
  );
}

async function probe(url: string, { lookup }: Behaviour): Promise<string> {
  const target = inspectionTarget({ url: new URL(url), text: WELCOME });
  const hosts = { ...target, alsoHosts: ['127.0.0.1', 'zoo.localhost', PAIR] };
  const prober = createProber({ authorities: [ROOT.pem], ...defined({ lookup }) });
  const { observation } = await prober.probe({ target: hosts, limits, userAgentContact: '' });
  const { kind, result, rule } = classify(observation);
  return kind === undefined ? result : `${result} ${kind} (${observation.fault?.code ?? rule})`;
}
