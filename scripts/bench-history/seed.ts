import {
  BatchWriteItemCommand,
  type DynamoDBClient,
  type PutItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { createStores } from '#adapters/dynamodb/stores';
import { groupContext } from '#core/detection/context';
import { evaluate } from '#core/detection/detection';
import { emptyGroupState } from '#core/detection/empty-state';
import type { GroupState } from '#core/detection/group-state';
import type { Totals } from '#core/history/rollup';
import type { Outage } from '#core/outage/outage';
import { KST_OFFSET } from '#core/time/kst';
import { DAY, HOUR, MINUTE, SECOND } from '#core/time/time';
import { resultOf, resultsOf, SEEDED_SERVICE, type Seed } from './seed-results.ts';
import { copiesOf, rollupsOf } from './seed-rollups.ts';

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
  const complete: Totals[] = [];
  for (const check of options.configuration.catalogue.checks) {
    if (check.service !== SEEDED_SERVICE) continue;
    for (const result of resultsOf(check, options)) await stores.results.put(result);
    for (const rollup of rollupsOf(check, options)) {
      await stores.rollups.put(rollup);
      const copies = copiesOf(rollup, options);
      for (const copy of copies) await stores.rollups.put(copy);
      if (copies.length > 0) complete.push(rollup, ...copies);
    }
  }
  await stores.rollups.addTotals('moel', complete);
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
  const send = async (command: { input: Partial<PutItemCommandInput> }) => {
    // A read: the table is empty.
    if (!command.input.Item) return {};
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
