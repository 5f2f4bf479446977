import {
  BatchWriteItemCommand,
  type DynamoDBClient,
  type PutItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { createStores } from '#adapters/dynamodb/stores';
import { groupContext } from '#core/detection/context';
import { evaluate } from '#core/detection/detection';
import { emptyGroupState, type GroupState } from '#core/detection/group-state';
import type { Rollup } from '#core/history/rollup';
import {
  addResult,
  addSeconds,
  emptyAccumulator,
  mergeRollups,
  toRollup,
} from '#core/history/rollup-math';
import type { Outage } from '#core/outage/outage';
import { LAYERS, type Layer, layerDepth } from '#core/run/layer';
import type { Result } from '#core/run/result';
import { KST_OFFSET } from '#core/time/kst';
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '#core/time/time';
import type { Check } from '#core/watch/catalogue';
import type { Configuration } from '#core/watch/configuration';

export interface Seed {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly configuration: Configuration;
  readonly now: Instant;
  readonly days: number;
}

/**
 * The service whose results and rollups are seeded in full. Other services only get what statistics
 * of their group read: months, days and the latest hours.
 */
export const SEEDED_SERVICE = 'work24';

/** One run in this many does not pass, far more than usual. */
const FAILS_EVERY = 250;

/**
 * Writes what remains of `days` days at default cadence after expiry. Returns the number of items.
 */
export async function seed(options: Seed): Promise<number> {
  const batch = createBatch(options);
  const stores = createStores({
    client: batch.client,
    table: options.table,
    clock: { now: () => options.now, secondsUntil: () => 0 },
    retentionDays: options.configuration.retentionDays,
  });
  for (const check of options.configuration.catalogue.checks) {
    if (check.service !== SEEDED_SERVICE) continue;
    for (const result of resultsOf(check, options)) await stores.results.put(result);
    for (const rollup of rollupsOf(check, options)) {
      await stores.rollups.put(rollup);
      for (const copy of copiesOf(rollup, options)) await stores.rollups.put(copy);
    }
  }
  for (const outage of outagesOf(options)) await stores.outages.put(outage);
  await stores.groups.commit(groupStateAt(options));
  await stores.board.put(boardOf(options));
  return batch.flush();
}

/** Collects the items that the stores put, and writes 25 at a time. */
function createBatch({ client, table }: Seed) {
  let waiting: PutItemCommandInput['Item'][] = [];
  let written = 0;
  const flush = async () => {
    const chunk = waiting;
    waiting = [];
    written += chunk.length;
    const chunks = Array.from({ length: Math.ceil(chunk.length / 25) }, (_, index) =>
      chunk.slice(index * 25, index * 25 + 25),
    );
    await Promise.all(
      chunks.map((items) =>
        client.send(
          new BatchWriteItemCommand({
            RequestItems: { [table]: items.map((Item) => ({ PutRequest: { Item } })) },
          }),
        ),
      ),
    );
  };
  const send = async (command: { input: PutItemCommandInput }) => {
    waiting.push(command.input.Item);
    if (waiting.length >= 1_000) await flush();
    return {};
  };
  return {
    client: { send } as unknown as DynamoDBClient,
    flush: async () => {
      await flush();
      return written;
    },
  };
}

function failsAt(at: Instant): boolean {
  return Math.floor(at / MINUTE) % FAILS_EVERY === 0;
}

function* resultsOf(check: Check, { configuration, now, days }: Seed): Generator<Result> {
  const { passed, others } = configuration.retentionDays;
  const interval = check.intervalSeconds * SECOND;
  const first = Math.floor((now - Math.min(days, others) * DAY) / interval) * interval;
  for (let at = first; at < now; at += interval) {
    if (failsAt(at) || at >= now - passed * DAY) yield resultOf(check, at);
  }
}

export function resultOf(check: Check, at: Instant): Result {
  const stamp = new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
  const failed = failsAt(at);
  const depth = check.type === 'journey' ? 6 : 3;
  const durationMs = 300 + (Math.floor(at / MINUTE) % 97) * 13;
  return {
    schema: 1,
    run: `${check.service}.${check.id.split('/')[1]}.${stamp}.scheduled`,
    check: check.id,
    service: check.service,
    group: check.group,
    vantage: 'ap-northeast-2',
    trigger: 'scheduled',
    scheduledAt: at,
    startedAt: at + 700,
    finishedAt: at + 700 + durationMs,
    durationMs,
    depth: check.depth,
    passedLayers: ['host', 'static', 'data'],
    attempts: 1,
    steps: Array.from({ length: depth }, (_, index) => ({
      name: `step ${index} of the check`,
      layer: 'data',
      status: 'passed',
      startedMs: index * 100,
      durationMs: 90 + ((at / MINUTE + index) % 17),
    })),
    phases: { dns: 3, connect: 5, tls: 9, firstByte: 80, body: 20 },
    evidence: [],
    certificateDays: 90,
    requests: { 'www.work24.go.kr': 12 },
    result: failed ? 'failed' : 'passed',
    ...(failed ? { kind: 'timeout', signature: '0f3a9c55d1e2b784' } : {}),
    layer: 'data',
    reason: failed ? 'The search page did not answer in 20 s.' : 'The deepest step passed.',
    rule: failed ? 'step-timeout' : 'passed',
  };
}

function* rollupsOf(check: Check, { now, days }: Seed): Generator<Rollup> {
  const { id, service } = check;
  const first = Math.floor((now - days * DAY + KST_OFFSET) / DAY) * DAY - KST_OFFSET;
  let month: Rollup[] = [];
  for (let day = first; day < now; day += DAY) {
    const hours: Rollup[] = [];
    for (let start = day; start < day + DAY && start + HOUR <= now; start += HOUR) {
      hours.push(hourOf(check, start));
    }
    yield* hours;
    if (day + DAY > now) return;
    const whole = { check: id, service, period: 'day', frozen: false, start: day } as const;
    month.push(mergeRollups(hours, whole));
    yield mergeRollups(hours, whole);
    if (new Date(day + DAY + KST_OFFSET).getUTCDate() !== 1) continue;
    const start = month[0]?.start ?? day;
    yield mergeRollups(month, { check: id, service, period: 'month', frozen: true, start });
    month = [];
  }
}

/** The same of the other services. */
function copiesOf(rollup: Rollup, { configuration, now }: Seed): readonly Rollup[] {
  if (rollup.period === 'hour' && rollup.start < now - 3 * DAY) return [];
  const name = rollup.check.slice(rollup.check.indexOf('/'));
  return configuration.catalogue.services
    .filter(({ id }) => id !== SEEDED_SERVICE)
    .map(({ id }) => ({ ...rollup, check: `${id}${name}`, service: id }));
}

function hourOf(check: Check, start: Instant): Rollup {
  const accumulator = emptyAccumulator(start);
  for (let at = start; at < start + HOUR; at += check.intervalSeconds * SECOND) {
    const result = resultOf(check, at);
    addResult(accumulator, { ...result, layersMs: layersAt(at, check.depth) });
  }
  addSeconds(accumulator, 'up', { seconds: HOUR / SECOND });
  const { id, service } = check;
  return toRollup(accumulator, { check: id, service, period: 'hour', frozen: false });
}

/** For a check that goes through every layer down to its depth. */
function layersAt(at: Instant, depth: Layer) {
  const reached = LAYERS.slice(0, layerDepth(depth) + 1);
  return Object.fromEntries(
    reached.map((layer, index) => [layer, 40 + index * 90 + (Math.floor(at / MINUTE) % 31) * 7]),
  );
}

/** The evaluator's state: the current hour, and past hours that are not written yet. */
function groupStateAt({ configuration, now }: Seed): GroupState {
  const context = groupContext(configuration, 'moel', 'prod');
  const { checks } = configuration.catalogue;
  let state = emptyGroupState('moel', now - 2 * HOUR);
  for (let at = now - 2 * HOUR; at <= now; at += MINUTE) {
    const due = checks.filter(({ intervalSeconds }) => at % (intervalSeconds * SECOND) === 0);
    const results = due.map((check) => resultOf(check, at - MINUTE));
    const input = { results, controls: [], commands: [], now: at };
    state = { ...evaluate(state, input, context).state, outbox: [] };
  }
  return { ...state, version: 1 };
}

/** One outage of the whole group a week; every fourth lasts over a midnight. */
function outagesOf({ configuration, now, days }: Seed): Outage[] {
  const services = configuration.catalogue.services.map(({ id }) => id);
  const cause = {
    layer: 'data',
    kind: 'timeout',
    confidence: 'likely',
    shared: true,
    databaseText: false,
  } as const;
  return Array.from({ length: Math.ceil(days / 7) }, (_, index): Outage => {
    const began = now - (index * 7 + 0.5) * DAY;
    const [date = '', time = ''] = new Date(began + KST_OFFSET).toISOString().split('T');
    const between = { after: began - MINUTE, by: began };
    const lasted = index % 4 === 1 ? 30 * HOUR : HOUR;
    const ended = { after: began + lasted, by: began + lasted + MINUTE };
    return {
      schema: 1,
      id: `moel-${date.replaceAll('-', '')}-${time.slice(0, 5).replace(':', '')}`,
      group: 'moel',
      state: 'closed',
      cause,
      incidents: services.map((service) => ({
        service,
        startedBetween: between,
        endedBetween: ended,
        layer: 'data',
        kind: 'timeout',
        databaseText: false,
        passedLayers: ['host', 'static'],
        runs: [`${service}.login.20240718T001500Z.scheduled`],
        evidence: [`failed/${'0f'.repeat(32)}.png`],
      })),
      unaffected: [],
      startedBetween: between,
      endedBetween: ended,
      openedAt: began + MINUTE,
      closedAt: began + lasted + 3 * MINUTE,
      downSeconds: lasted / SECOND,
      recurrences: 0,
      notes: [],
      timeline: Array.from({ length: 20 }, (_, entry) => ({
        at: began + entry * MINUTE,
        type: 'service-down',
        service: services[entry % services.length] ?? SEEDED_SERVICE,
        check: `${services[entry % services.length] ?? SEEDED_SERVICE}/login`,
        layer: 'data',
        kind: 'timeout',
      })),
    };
  });
}

function boardOf({ configuration, now }: Seed) {
  const { services, checks } = configuration.catalogue;
  return {
    group: 'moel',
    updatedAt: now,
    openOutages: [],
    networkInDoubt: false,
    services: services.map(({ id }) => ({
      service: id,
      state: 'up' as const,
      since: now - DAY,
      checks: checks
        .filter(({ service }) => service === id)
        .map((check) => ({
          check: check.id,
          state: 'up' as const,
          since: now - DAY,
          lastRun: resultOf(check, now - MINUTE).run,
          lastResultAt: now - MINUTE,
          lastResult: 'passed',
          lastDurationMs: 420,
          reached: check.depth,
          certificateDays: 90,
          results: { passed: 12_345, failed: 12 },
        })),
    })),
  };
}
