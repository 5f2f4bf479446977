import { createStores } from '#adapters/dynamodb/stores';
import { FIRST_CHANNEL } from '#core/notice/ledger';
import { HOUR, type Instant, MINUTE, SECOND } from '#core/time/time';
import type { Catalogue } from '#core/watch/catalogue';
import type { Configuration } from '#core/watch/configuration';
import { evaluateGroup } from '#pipeline/evaluate/evaluate-group';
import type { Meter } from './meter.ts';
import { resultOf } from './seed-results.ts';

export interface WriteFigures {
  readonly services: number;
  readonly runs: number;
  readonly evaluations: number;
  readonly writeUnitsPerRun: number;
  readonly readUnitsPerRun: number;
  readonly evaluationP95: number;
}

export interface WriteBench {
  readonly meter: Meter;
  readonly table: string;
  readonly configuration: Configuration;
  readonly services: number;
  readonly hours: number;
}

/**
 * Hours of default cadence through the stores and the real evaluator, with an evaluation each
 * minute.
 */
export async function benchWrites(bench: WriteBench): Promise<WriteFigures> {
  const configuration = { ...bench.configuration, catalogue: enlarged(bench) };
  let now: Instant = Date.UTC(2024, 6, 1);
  const clock = { now: () => now, secondsUntil: () => 0 };
  const { client } = bench.meter;
  const { retentionDays } = configuration;
  const stores = createStores({ client, table: bench.table, clock, retentionDays });
  const ports = {
    ...stores,
    clock,
    configuration,
    stage: 'prod',
    channels: [
      {
        name: FIRST_CHANNEL,
        hasFallback: false,
        accepts: () => true,
        send: async () => 'bench',
      },
    ],
    checkQueue: { send: async () => undefined },
    metrics: { count: () => undefined },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  };
  const { checks } = configuration.catalogue;
  const durations: number[] = [];
  const end = now + bench.hours * HOUR;
  let runs = 0;
  bench.meter.take();
  for (; now < end; now += MINUTE) {
    const due = checks.filter(({ intervalSeconds }) => now % (intervalSeconds * SECOND) === 0);
    await Promise.all(due.map((check) => stores.results.put({ ...resultOf(check, now - MINUTE) })));
    runs += due.length;
    const began = performance.now();
    await evaluateGroup({ v: 1, group: 'moel', at: now, reason: 'tick' }, ports);
    durations.push(performance.now() - began);
  }
  const { readUnits, writeUnits } = bench.meter.take();
  return {
    services: bench.services,
    runs,
    evaluations: durations.length,
    writeUnitsPerRun: writeUnits / runs,
    readUnitsPerRun: readUnits / runs,
    evaluationP95: durations.toSorted((a, b) => a - b)[Math.floor(durations.length * 0.95)] ?? 0,
  };
}

/** The catalogue with its services repeated under other ids until there are enough. */
function enlarged({ configuration, services: wanted }: WriteBench): Catalogue {
  const { catalogue } = configuration;
  const group = 'moel';
  const copies = Array.from({ length: wanted }, (_, index) => {
    const original = catalogue.services[index % catalogue.services.length];
    if (!original) throw new Error('The catalogue is empty.');
    const id = index < catalogue.services.length ? original.id : `${original.id}-${index}`;
    return { original: original.id, service: { ...original, id, group } };
  });
  const renamed = <Thing extends { readonly service: string }>(things: readonly Thing[]) =>
    copies.flatMap(({ original, service }) =>
      things
        .filter((thing) => thing.service === original)
        .map((thing) => ({ ...thing, service: service.id })),
    );
  const controls = catalogue.checks.filter(({ type }) => type === 'control');
  return {
    ...catalogue,
    services: copies.map(({ service }) => service),
    targets: renamed(catalogue.targets),
    checks: [
      ...controls,
      ...renamed(catalogue.checks).map((check) => ({
        ...check,
        id: `${check.service}/${check.id.split('/')[1]}`,
      })),
    ],
  };
}
