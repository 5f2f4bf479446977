import { createStores } from '#adapters/dynamodb/stores';
import { FUNCTIONS } from '#contract/functions';
import type { CheckRequest } from '#contract/messages';
import { FIRST_CHANNEL } from '#core/notice/ledger';
import { MINUTE, SECOND } from '#core/time/time';
import type { Catalogue } from '#core/watch/catalogue';
import { defaultConfiguration } from '#local/configuration';
import { dispatchTick } from '#pipeline/dispatch/dispatch-tick';
import { evaluateGroup } from '#pipeline/evaluate/evaluate-group';
import { resultOf } from '../bench-history/seed-results.ts';
import { MemoryTable, type TableLoad } from './memory-table.ts';
import { unitsOfYear } from './statistics-year.ts';

/**
 * npm run scale [-- SERVICES GROUP_SIZE]: runs the real dispatcher, stores and evaluator over a
 * table in memory for some minutes. Prints the figures of docs/scale.md. Exit 1 if one exceeds its
 * limit.
 */
const [services = 10_000, groupSize = 10] = process.argv.slice(2).map(Number);
const TICKS = 8;
const WARM = 3;

/** Limit of one DynamoDB partition, write units per second. */
const PARTITION_LIMIT = 1_000;

const MOST_OF_YEAR = 15;

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const base = defaultConfiguration();
const catalogue = grown(base.catalogue);
const configuration = { ...base, catalogue };
const table = new MemoryTable();
let now = Date.UTC(2024, 6, 1);
const clock = { now: () => now, secondsUntil: () => 0 };
const { retentionDays } = configuration;
const stores = createStores({ client: table.client, table: 'scale', clock, retentionDays });
let requested: readonly CheckRequest[] = [];
const ports = {
  ...stores,
  clock,
  configuration,
  stage: 'prod',
  log: silent,
  metrics: { count: () => undefined },
  channels: [
    { name: FIRST_CHANNEL, hasFallback: false, accepts: () => true, send: async () => 'scale' },
  ],
  evaluations: { send: async () => undefined },
  checkQueue: {
    send: async (requests: readonly CheckRequest[]) => {
      requested = requests;
    },
  },
};
const checks = new Map(catalogue.checks.map((check) => [check.id, check]));

function grown(catalogue: Catalogue): Catalogue {
  const originals = catalogue.services;
  const copies = Array.from({ length: services }, (_, index) => {
    const original = originals[index % originals.length];
    if (!original) throw new Error('The catalogue is empty.');
    const group = `group-${Math.floor(index / groupSize)}`;
    return {
      original: original.id,
      service: { ...original, id: `${original.id}-${index}`, group },
    };
  });
  const byService = <Thing extends { readonly service: string }>(things: readonly Thing[]) =>
    Map.groupBy(things, ({ service }) => service);
  const [targets, checksOf] = [byService(catalogue.targets), byService(catalogue.checks)];
  return {
    ...catalogue,
    groups: [...new Set(copies.map(({ service }) => service.group))].map((id) => ({
      id,
      name: id,
      nameEn: id,
    })),
    services: copies.map(({ service }) => service),
    targets: copies.flatMap(({ original, service }) =>
      (targets.get(original) ?? []).map((target) => ({ ...target, service: service.id })),
    ),
    checks: [
      ...catalogue.checks.filter(({ type }) => type === 'control'),
      ...copies.flatMap(({ original, service }) =>
        (checksOf.get(original) ?? []).map((check) => ({
          ...check,
          id: `${service.id}/${check.id.split('/')[1]}`,
          service: service.id,
          group: service.group,
        })),
      ),
    ],
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

interface Tick {
  readonly requests: number;
  readonly dispatchMs: number;
  readonly evaluationMs: readonly number[];
  readonly dispatch: TableLoad;
  readonly results: TableLoad;
  readonly evaluations: TableLoad;
}

async function tick(): Promise<Tick> {
  table.take();
  const dispatchMs = await timed(() => dispatchTick(now, ports));
  const dispatch = table.take();
  for (const request of requested) {
    const check = checks.get(request.check);
    if (!check) throw new Error(`${request.check} is unknown.`);
    await stores.results.put({ ...resultOf(check, request.scheduledAt), run: request.run });
  }
  const results = table.take();
  now += MINUTE;
  const evaluationMs: number[] = [];
  for (const { id } of catalogue.groups) {
    const request = { v: 1, group: id, at: now, reason: 'tick' } as const;
    evaluationMs.push(await timed(() => evaluateGroup(request, ports)));
  }
  return {
    requests: requested.length,
    dispatchMs,
    evaluationMs,
    dispatch,
    results,
    evaluations: table.take(),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function print(ticks: readonly Tick[]): void {
  const of = (pick: (tick: Tick) => number) => Math.round(mean(ticks.map(pick)));
  const evaluations = ticks.flatMap((each) => each.evaluationMs).toSorted((a, b) => a - b);
  const hottest = new Map<string, number>();
  for (const { results, evaluations: written } of ticks) {
    for (const [pk, units] of [...results.partitions, ...written.partitions]) {
      hottest.set(pk, (hottest.get(pk) ?? 0) + units);
    }
  }
  const top = [...hottest].toSorted(([, a], [, b]) => b - a).slice(0, 3);
  console.log(`${services} services, groups of ${groupSize}, mean of ${ticks.length} minutes`);
  console.log(`requests a minute      ${of((each) => each.requests)}`);
  const reads = (pick: (tick: Tick) => TableLoad) =>
    `${of((each) => pick(each).reads)} reads of ${of((each) => pick(each).readUnits)} units`;
  const writes = (pick: (tick: Tick) => TableLoad) =>
    `${of((each) => pick(each).writes)} writes of ${of((each) => pick(each).writeUnits)} units`;
  const ofEvaluations = (each: Tick) => each.evaluations;
  const p95 = evaluations[Math.floor(evaluations.length * 0.95)] ?? 0;
  const all = of((each) => each.evaluationMs.reduce((a, b) => a + b, 0));
  console.log(
    `dispatcher             ${of((each) => each.dispatchMs)} ms, ${reads((each) => each.dispatch)}`,
  );
  console.log(`results                ${writes((each) => each.results)}`);
  console.log(`evaluations            ${writes(ofEvaluations)}, ${reads(ofEvaluations)}`);
  console.log(
    `one evaluation         mean ${mean(evaluations).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, ` +
      `all ${all} ms in one process`,
  );
  for (const [pk, units] of top) {
    console.log(
      `partition ${pk.padEnd(20)} ${(units / ticks.length / 60).toFixed(2)} write units a second`,
    );
  }
  judge({
    dispatchMs: Math.max(...ticks.map((each) => each.dispatchMs)),
    evaluationMs: evaluations.at(-1) ?? Number.NaN,
    hottest: (top[0]?.[1] ?? 0) / ticks.length / 60,
  });
}

/** The limit is that of a group of six services. Larger ones are only printed. */
async function printYear(): Promise<void> {
  const group = catalogue.groups[0]?.id ?? '';
  const year = await unitsOfYear({ table, stores, configuration, group });
  const { readUnits, writeUnits, ms } = year;
  console.log(
    `statistics of a year   ${readUnits} read units for a group of ${groupSize}, ${ms.toFixed(0)} ms; ` +
      `its totals were written with ${writeUnits} units`,
  );
  if (groupSize <= 10) within('statistics of a group’s year, read units', readUnits, MOST_OF_YEAR);
}

interface Extremes {
  readonly dispatchMs: number;
  readonly evaluationMs: number;
  /** Write units a second. */
  readonly hottest: number;
}

function judge({ dispatchMs, evaluationMs, hottest }: Extremes): void {
  const { dispatcher, evaluator } = FUNCTIONS;
  within('the slowest tick, s', dispatchMs / SECOND, dispatcher.timeoutSeconds);
  within('the slowest evaluation, s', evaluationMs / SECOND, evaluator.timeoutSeconds);
  within('the hottest partition, write units a second', hottest, PARTITION_LIMIT);
}

function within(what: string, value: number, most: number): void {
  const good = value <= most;
  console.log(`${good ? 'ok    ' : 'MISSED'} ${what}: ${value.toFixed(1)} of at most ${most}`);
  if (!good) process.exitCode = 1;
}

const ticks: Tick[] = [];
for (let index = 0; index < TICKS; index += 1) ticks.push(await tick());
print(ticks.slice(WARM));
await printYear();
