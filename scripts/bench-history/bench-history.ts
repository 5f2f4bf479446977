import { ensureTable } from '#adapters/dynamodb/table';
import { MINUTE } from '#core/time/time';
import { defaultConfiguration } from '#local/configuration';
import {
  type Backend,
  startDynalite,
  startDynamodbLocal,
  withoutDynamodbLocal,
} from '../dynamodb-backends.ts';
import { benchBundle } from './bundle.ts';
import { metered } from './meter.ts';
import {
  benchRoutes,
  longRoutesAt,
  MOST_BEYOND_STORE,
  type RouteFigures,
  routesAt,
} from './routes.ts';
import { seed } from './seed.ts';
import { resultOf, SEEDED_SERVICE } from './seed-results.ts';
import { benchWrites } from './writes.ts';

/**
 * npm run bench:history [-- --quick]: the cost of storing and querying history. Seeds 1, 30 and 400
 * days. Exits with 1 if a target of docs/scale.md is missed.
 */
const QUICK = process.argv.includes('--quick');
const SEEDS = QUICK ? [1, 30] : [1, 30, 400];
const ROUNDS = QUICK ? 20 : 100;
const NOW = Date.UTC(2024, 6, 18, 3);

const configuration = defaultConfiguration();
const misses: string[] = [];

function target(name: string, good: boolean): void {
  console.log(`${good ? 'ok    ' : 'MISSED'} ${name}`);
  if (!good) misses.push(name);
}

function row(days: number, figures: RouteFigures): string {
  const { route, readUnits, items, calls, bytes, p50, p95, beyondStoreP95 } = figures;
  const cells = [readUnits, items, calls, bytes].map((value) => String(value).padStart(8));
  const times = [p50, p95, beyondStoreP95].map((ms) => ms.toFixed(1).padStart(8));
  return `${String(days).padStart(4)}${cells.join('')}${times.join('')}  ${route}`;
}

async function benchReads(name: string, backend: Backend): Promise<void> {
  console.log(`\n# Routes on ${name}`);
  const titles = ['units', 'items', 'calls', 'bytes', 'p50 ms', 'p95 ms', 'beyond'];
  console.log(`days${titles.map((title) => title.padStart(8)).join('')}  route`);
  const bySeed = new Map<number, readonly RouteFigures[]>();
  const measured: RouteFigures[] = [];
  for (const days of SEEDS) {
    const table = `history-${days}`;
    await ensureTable(backend.client, table);
    const began = performance.now();
    const written = await seed({ client: backend.client, table, configuration, now: NOW, days });
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    console.log(`     (${written} items of ${SEEDED_SERVICE} seeded in ${seconds} s)`);
    const bench = {
      meter: metered(backend.client),
      table,
      configuration,
      now: NOW,
      rounds: ROUNDS,
    };
    const check = configuration.catalogue.checks.find(({ service }) => service === SEEDED_SERVICE);
    if (!check) throw new Error(`${SEEDED_SERVICE} has no check.`);
    const run = resultOf(check, NOW - 10 * MINUTE).run;
    const figures = await benchRoutes(routesAt(NOW, run, 'moel-20240718-0000'), bench);
    bySeed.set(days, figures);
    measured.push(...figures);
    for (const each of figures) console.log(row(days, each));
    if (days < 400) continue;
    const long = await benchRoutes(longRoutesAt(NOW), bench);
    for (const each of long) console.log(row(days, each));
    measured.push(...long);
    const ninety = long[0]?.readUnits ?? Number.POSITIVE_INFINITY;
    target(`uptime of 90 days costs at most 15 read units: ${ninety}`, ninety <= 15);
    for (const kind of ['service', 'group']) {
      const route = `/v1/statistics?${kind}`;
      const year = long.find((each) => each.route.startsWith(route))?.readUnits ?? Number.NaN;
      target(`statistics of a ${kind}'s year cost at most 15 read units: ${year}`, year <= 15);
    }
  }
  judgeGrowth(bySeed);
  judgeSpeed(name, measured);
}

function judgeGrowth(bySeed: ReadonlyMap<number, readonly RouteFigures[]>): void {
  const [month = [], longest = []] = [bySeed.get(30), bySeed.get(SEEDS.at(-1) ?? 30)];
  const status = longest.find(({ route }) => route === '/v1/status')?.items;
  target(`/v1/status reads one item: ${status}`, status === 1);
  for (const [index, { route, readUnits, items }] of longest.entries()) {
    const before = month[index]?.readUnits ?? 0;
    if (route === '/v1/feed.atom') {
      // It has no window: it shows the latest twenty, and 30 days have fewer.
      target(`${route} reads at most the twenty it shows and one more: ${items}`, items <= 21);
      continue;
    }
    const share = Math.round((readUnits / before - 1) * 100);
    const what = `${route} reads at most 10 % more than after 30 days`;
    target(`${what}: ${before} then, ${readUnits} now (${share} %)`, readUnits <= before * 1.1);
  }
}

function judgeSpeed(name: string, measured: readonly RouteFigures[]): void {
  const [slowest] = measured.toSorted((a, b) => b.beyondStoreP95 - a.beyondStoreP95);
  const ms = slowest?.beyondStoreP95 ?? Number.NaN;
  target(
    `p95 beyond the store on ${name} is at most ${MOST_BEYOND_STORE} ms: ${ms.toFixed(1)} (${slowest?.route})`,
    ms <= MOST_BEYOND_STORE,
  );
}

async function benchWriting(backend: Backend): Promise<void> {
  console.log('\n# Writes on dynalite: default cadence, one evaluation a minute');
  for (const services of QUICK ? [6] : [6, 12, 24, 48]) {
    const table = `writes-${services}`;
    await ensureTable(backend.client, table);
    const meter = metered(backend.client);
    const hours = QUICK ? 1 : 3;
    const figures = await benchWrites({ meter, table, configuration, services, hours });
    const { runs, evaluations, writeUnitsPerRun, readUnitsPerRun, evaluationP95 } = figures;
    console.log(
      `${services} services: ${runs} runs, ${evaluations} evaluations, ` +
        `${writeUnitsPerRun.toFixed(2)} write and ${readUnitsPerRun.toFixed(2)} read units a run, ` +
        `evaluation p95 ${evaluationP95.toFixed(0)} ms`,
    );
    if (services === 6) {
      target(
        `a run costs at most 8 write units: ${writeUnitsPerRun.toFixed(2)}`,
        writeUnitsPerRun <= 8,
      );
    }
  }
}

const dynalite = await startDynalite();
try {
  await benchReads('dynalite', dynalite);
  await benchWriting(dynalite);
} finally {
  await dynalite.stop();
}
const reason = withoutDynamodbLocal();
if (reason) console.log(`\n# DynamoDB Local: skipped (${reason})`);
else {
  const local = await startDynamodbLocal();
  await benchReads('DynamoDB Local', local).finally(() => local.stop());
}
console.log('\n# Bundle of the history API');
const { bytes, importMs } = await benchBundle('history-api');
console.log(`${bytes} bytes, import ${importMs.toFixed(0)} ms`);
target(`the bundle is at most 1 MB: ${(bytes / 1_000_000).toFixed(2)} MB`, bytes <= 1_000_000);
process.exitCode = misses.length === 0 ? 0 : 1;
