import { createStores } from '#adapters/dynamodb/stores';
import { DAY, HOUR, type Instant } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';
import { createApp } from '#lambda/api/app';
import type { Meter } from './meter.ts';
import { SEEDED_SERVICE } from './seed-results.ts';

export interface RouteFigures {
  readonly route: string;
  readonly readUnits: number;
  readonly items: number;
  readonly calls: number;
  readonly bytes: number;
  readonly p50: number;
  readonly p95: number;
  /** p95 of the processor time outside the store, ms. */
  readonly beyondStoreP95: number;
}

export interface RouteBench {
  readonly meter: Meter;
  readonly table: string;
  readonly configuration: Configuration;
  readonly now: Instant;
  readonly rounds: number;
}

function iso(at: Instant): string {
  return new Date(at).toISOString();
}

/** Every read route, over windows that 30 days of history fill. */
export function routesAt(now: Instant, knownRun: string, knownOutage: string): readonly string[] {
  const service = `/v1/services/${SEEDED_SERVICE}`;
  const window = (days: number) => `from=${iso(now - days * DAY)}&to=${iso(now)}`;
  return [
    '/v1/status',
    '/v1/services',
    service,
    `${service}/results?${window(1)}`,
    `${service}/results?${window(1)}&limit=200`,
    `${service}/results?${window(1)}&check=login`,
    `${service}/results?${window(28)}&result=failed`,
    `${service}/results/${knownRun}`,
    `${service}/uptime?${window(2)}&interval=hour`,
    `${service}/uptime?${window(28)}&interval=day`,
    `${service}/uptime?${window(28)}&interval=day&tz=Europe/Berlin`,
    `${service}/uptime.csv?${window(28)}&interval=day`,
    `/v1/outages?${window(28)}`,
    '/v1/outages?state=open',
    `/v1/outages/${knownOutage}`,
    `/v1/outages.csv?${window(28)}`,
    '/v1/badges/work24.svg?show=uptime',
    // Statistics read whole months, and 30 days fill only the one that goes on.
    `/v1/statistics?service=${SEEDED_SERVICE}&${window(17)}`,
    `/v1/statistics?${window(17)}`,
    `/v1/uptime?services=${SEEDED_SERVICE}&${window(28)}`,
    `${service}/layers?${window(28)}&interval=day`,
    `${service}/results.ndjson?${window(1)}`,
    `${service}/rollups.ndjson?${window(28)}&interval=hour`,
    '/v1/feed.atom',
    '/v1/metrics',
  ];
}

/** Windows that only a long history fills. */
export function longRoutesAt(now: Instant): readonly string[] {
  const uptime = `/v1/services/${SEEDED_SERVICE}/uptime?to=${iso(now)}`;
  return [
    `${uptime}&from=${iso(now - 90 * DAY + HOUR)}&interval=day`,
    `${uptime}&from=${iso(now - 399 * DAY)}&interval=day`,
    `${uptime}&from=${iso(now - 365 * DAY)}&interval=month`,
    `/v1/statistics?service=${SEEDED_SERVICE}&from=${iso(now - 365 * DAY)}&to=${iso(now)}`,
    `/v1/statistics?group=moel&from=${iso(now - 365 * DAY)}&to=${iso(now)}`,
    `/v1/services/${SEEDED_SERVICE}/results?from=${iso(now - 365 * DAY)}&to=${iso(now)}&result=failed&limit=200`,
  ];
}

export async function benchRoutes(
  routes: readonly string[],
  bench: RouteBench,
): Promise<readonly RouteFigures[]> {
  const app = openApp(bench);
  const figures: RouteFigures[] = [];
  for (const route of routes) figures.push(await benchCalmly(app, route, bench));
  return figures;
}

/** Maximum time outside the store for every route, p95, ms. */
export const MOST_BEYOND_STORE = 30;

/** Other work may slow one round, but not three. A slow route is slow in all. */
async function benchCalmly(app: ReturnType<typeof createApp>, route: string, bench: RouteBench) {
  let figures = await benchRoute(app, route, bench);
  for (let tries = 1; tries < 3 && figures.beyondStoreP95 > MOST_BEYOND_STORE; tries += 1) {
    console.log(`     (${figures.beyondStoreP95.toFixed(1)} ms: measured again) ${figures.route}`);
    figures = await benchRoute(app, route, bench);
  }
  return figures;
}

/** SHA-256 of the token below. */
function openApp({ meter, table, configuration, now }: RouteBench) {
  const clock = { now: () => now, secondsUntil: () => 0 };
  const { retentionDays } = configuration;
  const sha256 = '09824f6d8aba7bccb1771eae7f52b8d8885957a01043ac0e2c14763087b097d8';
  const record = { name: 'bench', sha256, createdAt: 0, expiresAt: now + DAY };
  return createApp({
    ...createStores({ client: meter.client, table, clock, retentionDays }),
    clock,
    tokenClock: clock,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    configuration,
    evaluations: { send: async () => undefined },
    evidence: { link: async (key) => `https://evidence.example/${key}` },
    tokens: { list: async () => [{ ...record, scopes: ['read'] }] },
  });
}

async function benchRoute(
  app: ReturnType<typeof createApp>,
  route: string,
  { meter, rounds }: RouteBench,
): Promise<RouteFigures> {
  meter.remember(false);
  let bytes = 0;
  const ask = async () => {
    const response = await app.request(route, { headers: { authorization: BENCH_TOKEN } });
    bytes = (await response.arrayBuffer()).byteLength;
    if (response.status !== 200) throw new Error(`${route} answered ${response.status}`);
  };
  const totals: number[] = [];
  for (let round = 0; round < rounds + WARM; round += 1) {
    meter.take();
    const began = performance.now();
    await ask();
    if (round >= WARM) totals.push(performance.now() - began);
  }
  const { readUnits, items, calls } = meter.take();
  meter.remember(true);
  const beyond: number[] = [];
  for (let round = 0; round < rounds + WARM; round += 1) {
    const before = process.cpuUsage();
    await ask();
    const { user, system } = process.cpuUsage(before);
    if (round >= WARM) beyond.push((user + system) / 1000);
  }
  return {
    route: short(route),
    ...{ readUnits, items, calls, bytes },
    p50: share(totals, 0.5),
    p95: share(totals, 0.95),
    beyondStoreP95: share(beyond, 0.95),
  };
}

/** The first rounds warm caches and compilers. */
const WARM = 3;

const BENCH_TOKEN = `Bearer bgh_${'b'.repeat(43)}`;

function share(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(part * sorted.length) - 1] ?? Number.NaN;
}

/** Dates as days before now, so that figures of different seeds compare. */
function short(route: string): string {
  const time = (name: string) => Date.parse(new RegExp(`${name}=([^&]+)`).exec(route)?.[1] ?? '');
  const days = Math.round((time('to') - time('from')) / DAY);
  const bare = route
    .replace(/from=[^&]+&to=[^&]+/, `${days}d`)
    .replace(/to=[^&]+&from=[^&]+/, `${days}d`);
  return bare.replace(/(results|outages)\/[^?]+/, '$1/{id}');
}
