import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { browserFiles } from '#adapters/chromium/browser-files';
import { browserArguments } from '#adapters/chromium/launch';

/** Newer versions need another Node. */
const VERSION = '12.2.3';
const TIMEOUT_MS = 180_000;
const MOST_OUTPUT = 64 * 1024 * 1024;

export interface Scores {
  readonly page: string;
  /** 0 to 100 by category. */
  readonly scores: Readonly<Record<string, number>>;
}

interface LighthouseReport {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
}

/**
 * Lighthouse's scores of each address, as a phone on slow 4G, in the browser that ships. npx
 * fetches it.
 */
export async function lighthouseScores(addresses: readonly string[]): Promise<readonly Scores[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bonghwa-lighthouse-'));
  const { executable, environment } = await browserFiles();
  const own = browserArguments({ processModel: 'multi', blockedHosts: [], named: ['127.0.0.1'] });
  const child = spawn(
    executable,
    [...own, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${folder}`],
    {
      env: { ...process.env, ...environment, TMPDIR: folder, HOME: folder, BONGHWA_RUN: folder },
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    },
  );
  try {
    const port = await portOf(child);
    const scores: Scores[] = [];
    for (const page of addresses) scores.push({ page, scores: await scoresOf(page, port) });
    return scores;
  } finally {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function portOf({ stderr }: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let text = '';
    stderr?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const [, port] = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(text) ?? [];
      if (port !== undefined) found(port);
    });
    stderr?.on('end', () => failed(new Error(`the browser did not start: ${text.slice(-300)}`)));
  });
}

async function scoresOf(page: string, port: string): Promise<Scores['scores']> {
  const { stdout } = await promisify(execFile)(
    'npx',
    ['-y', `lighthouse@${VERSION}`, page, `--port=${port}`, '--output=json', '--quiet'],
    { timeout: TIMEOUT_MS, maxBuffer: MOST_OUTPUT },
  );
  const { categories } = JSON.parse(stdout) as LighthouseReport;
  return Object.fromEntries(
    Object.entries(categories).map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)]),
  );
}
