import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { close, listen } from '#local/cloud/loopback';
import { infinityRows } from './infinity.ts';
import { type Replayed, startReplayed } from './replayed.ts';
import { prometheusProgram } from './tools.ts';

/**
 * npm run check:prometheus: a real Prometheus scrapes a replay that ended while the whole group was
 * down, evaluates docs/prometheus/alerts.yml and answers every query of the dashboard. The API
 * answers those of the other dashboard. Waits in the rules are shortened to seconds. Exit 1 if an
 * alert or the data of a panel is missing. Skipped without Prometheus.
 */
const ROOT = resolve(import.meta.dirname, '../..');
const PATIENCE_MS = 40_000;

/**
 * The replay shows 2024, so the monitor counts as blind too, and the certificates that it saw
 * expired long ago.
 */
const EXPECTED = ['BonghwaBlind', 'BonghwaCertificateExpires', 'BonghwaServiceDown'];

interface Answer {
  readonly data?: {
    readonly result?: readonly unknown[];
    readonly alerts?: readonly { readonly state: string; readonly labels: { alertname: string } }[];
  };
}

interface Query {
  readonly panel: string;
  readonly expr: string;
}

function panelQueries(): readonly Query[] {
  const text = readFileSync(join(ROOT, 'docs/grafana/prometheus.json'), 'utf8');
  const { panels } = JSON.parse(text) as {
    panels: { title: string; targets: { expr: string }[] }[];
  };
  return panels.flatMap(({ title, targets }) =>
    targets.map(({ expr }) => ({ panel: title, expr: expr.replaceAll('$service', '.*') })),
  );
}

function configure(folder: string, target: string, token: string): string {
  const rules = readFileSync(join(ROOT, 'docs/prometheus/alerts.yml'), 'utf8');
  writeFileSync(join(folder, 'alerts.yml'), rules.replace(/for: \w+/g, 'for: 2s'));
  writeFileSync(join(folder, 'token'), token, { mode: 0o600 });
  const file = join(folder, 'prometheus.yml');
  writeFileSync(
    file,
    `global: { scrape_interval: 1s, evaluation_interval: 1s }
rule_files: [alerts.yml]
scrape_configs:
  - job_name: bonghwa
    metrics_path: /v1/metrics
    authorization: { credentials_file: token }
    static_configs: [{ targets: ['${new URL(target).host}'] }]
`,
  );
  return file;
}

async function until(done: () => Promise<readonly string[]>): Promise<readonly string[]> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const missing = await done().catch((error: unknown) => [String(error)]);
    if (missing.length === 0 || Date.now() > end) return missing;
    await new Promise((wait) => setTimeout(wait, 1_000));
  }
}

async function check(prometheus: string): Promise<readonly string[]> {
  const ask = async (path: string) =>
    (await (await fetch(`${prometheus}${path}`)).json()) as Answer;
  const alerts = await until(async () => {
    const firing = ((await ask('/api/v1/alerts')).data?.alerts ?? [])
      .filter(({ state }) => state === 'firing')
      .map(({ labels }) => labels.alertname);
    return EXPECTED.filter((name) => !firing.includes(name)).map((name) => `${name} does not fire`);
  });
  const found = new Map<string, number>();
  const panels = await until(async () => {
    for (const { panel, expr } of panelQueries()) {
      const { data } = await ask(`/api/v1/query?query=${encodeURIComponent(expr)}`);
      found.set(panel, data?.result?.length ?? 0);
    }
    return [...found].flatMap(([panel, series]) => (series > 0 ? [] : [`no data: ${panel}`]));
  });
  for (const [panel, series] of found)
    console.log(`${String(series).padStart(6)} series: ${panel}`);
  console.log(`${EXPECTED.length} alerts expected, ${panelQueries().length} queries asked`);
  return [...alerts, ...panels];
}

async function emptyPanels(replayed: Replayed): Promise<readonly string[]> {
  const rows = await infinityRows(replayed);
  for (const [panel, count] of rows) console.log(`${String(count).padStart(6)} rows: ${panel}`);
  return [...rows].flatMap(([panel, count]) => (count > 0 ? [] : [`no rows: ${panel}`]));
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await close(server);
  return port;
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    child.once('exit', () => done());
    child.kill('SIGTERM');
  });
}

async function main(): Promise<number> {
  const program = prometheusProgram('prometheus');
  if ('missing' in program) {
    console.log(`skipped: ${program.missing}`);
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'bonghwa-prometheus-'));
  const replayed = await startReplayed();
  const address = `127.0.0.1:${await freePort()}`;
  const file = configure(folder, replayed.url, replayed.token);
  const args = [`--config.file=${file}`, `--storage.tsdb.path=${folder}/data`];
  const child = spawn(program.path, [...args, `--web.listen-address=${address}`], {
    stdio: 'ignore',
  });
  try {
    const missing = [...(await check(`http://${address}`)), ...(await emptyPanels(replayed))];
    for (const each of missing) console.log(`MISSED ${each}`);
    if (missing.length === 0) console.log('ok     every alert fires and every panel has data');
    return missing.length === 0 ? 0 : 1;
  } finally {
    await ended(child);
    await replayed.stop();
    rmSync(folder, { recursive: true });
  }
}

process.exitCode = await main();
