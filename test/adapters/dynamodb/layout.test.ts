import { deflateRawSync } from 'node:zlib';
import {
  type AttributeValue,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStores, type Stores } from '#adapters/dynamodb/stores';
import { ensureTable } from '#adapters/dynamodb/table';
import type { GroupState } from '#core/detection/group-state';
import { MonitorFaultError } from '#core/errors';
import { newRow } from '#core/notice/ledger';
import type { Incident } from '#core/outage/outage';
import { type Backend, startDynalite } from '../../../scripts/dynamodb-backends.ts';
import { failedAt, noticeOf, outageAt, resultAt, T0 } from './samples.ts';
import { CONTRACT_RETENTION } from './stores.ts';

const TABLE_NAME = 'layout';

/** Text that does not compress, because every line differs. */
/** Never the same twice, because repeated text would compress to nothing. */
let seed = 1;

function noise(length: number): string {
  return Array.from({ length }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return String.fromCharCode(33 + (seed % 90));
  }).join('');
}

describe('items of the table', () => {
  let backend: Backend;
  let stores: Stores;
  const unreadable: string[] = [];
  beforeAll(async () => {
    backend = await startDynalite();
    await ensureTable(backend.client, TABLE_NAME);
    stores = createStores({
      client: backend.client,
      table: TABLE_NAME,
      clock: { now: () => T0, secondsUntil: () => 0 },
      retentionDays: CONTRACT_RETENTION,
      onUnreadable: (where) => void unreadable.push(where),
    });
  });
  afterAll(() => backend.stop());

  const partition = async (pk: string) => {
    const answer = await backend.client.send(
      new QueryCommand({
        TableName: TABLE_NAME,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: pk } },
      }),
    );
    return answer.Items ?? [];
  };
  const bytes = ({ doc, ...rest }: Record<string, AttributeValue>) =>
    Buffer.byteLength(doc?.B ?? doc?.S ?? '') + Buffer.byteLength(JSON.stringify(rest));

  it('of the ledger that an older version wrote are found and go on', async () => {
    const notice = noticeOf('moel-20230101-0000', 1);
    const old = { schema: 1, notice, state: 'failed', attempts: 6, channel: 'fallback' };
    await backend.client.send(
      new PutItemCommand({
        TableName: TABLE_NAME,
        Item: {
          pk: { S: `LEDGER#${notice.outage}` },
          sk: { S: `NOTICE#${notice.id}` },
          v: { N: '2' },
          doc: { S: JSON.stringify(old) },
          state: { S: 'failed' },
          attempts: { N: '6' },
        },
      }),
    );
    const fresh = newRow(notice, 'sns');
    expect(await stores.ledger.open(fresh)).toBe('exists');
    const row = await stores.ledger.get(fresh);
    expect(row).toEqual({ ...old, channel: 'sns', route: 'fallback' });
    expect(await stores.ledger.claim({ ...(row ?? fresh), attempts: 7 })).toBe(true);
  });

  it('of an ordinary passed run cost one write unit', async () => {
    await stores.results.put(resultAt(T0));
    const [item = {}] = await partition('SERVICE#work24');
    const { ConsumedCapacity } = await backend.client.send(
      new PutItemCommand({ TableName: TABLE_NAME, Item: item, ReturnConsumedCapacity: 'TOTAL' }),
    );
    expect(ConsumedCapacity?.CapacityUnits).toBe(1);
  });

  it('say their layout, and those of the layout before are read', async () => {
    const result = resultAt(T0, { service: 'eps' });
    await backend.client.send(
      new PutItemCommand({
        TableName: TABLE_NAME,
        Item: {
          pk: { S: 'SERVICE#eps' },
          sk: { S: `RESULT#${new Date(T0).toISOString()}#${result.run}` },
          v: { N: '1' },
          doc: { S: JSON.stringify(result) },
        },
      }),
    );
    expect(await stores.results.get('eps', result.run)).toEqual(result);
    const state = { schema: 1, group: 'old', version: 7, evaluatedAt: T0 } as GroupState;
    const packed = deflateRawSync(JSON.stringify(state)).toString('base64');
    await backend.client.send(
      new PutItemCommand({
        TableName: TABLE_NAME,
        Item: {
          pk: { S: 'GROUP#old' },
          sk: { S: 'STATE' },
          v: { N: '1' },
          doc: { S: JSON.stringify(packed) },
          version: { N: '7' },
        },
      }),
    );
    expect(await stores.groups.load('old')).toEqual(state);
    await stores.groups.commit({ ...state, version: 8 });
    expect(await stores.groups.load('old')).toEqual({ ...state, version: 8 });
  });

  it('that cannot be read are passed over and named, and hide none of the others', async () => {
    const at = T0 + 7_200_000;
    await stores.results.put({ ...resultAt(at), run: 'good' });
    const broken: Record<string, Record<string, AttributeValue>> = {
      future: { v: { N: '3' }, doc: { S: '{}' } },
      'not-json': { v: { N: '2' }, doc: { S: 'not json' } },
      'not-packed': { v: { N: '2' }, doc: { B: new Uint8Array([1, 2, 3]) } },
      'no-document': { v: { N: '2' } },
      'no-result': { v: { N: '2' }, doc: { S: '{}' } },
      'not-an-object': { v: { N: '2' }, doc: { S: 'null' } },
      'of-other-types': {
        v: { N: '2' },
        doc: { S: JSON.stringify({ ...resultAt(at), scheduledAt: 'soon' }) },
      },
    };
    const pk = { S: `SERVICE#${resultAt(at).service}` };
    for (const [name, item] of Object.entries(broken)) {
      const sk = { S: `RESULT#${new Date(at).toISOString()}#${name}` };
      await backend.client.send(
        new PutItemCommand({ TableName: TABLE_NAME, Item: { pk, sk, ...item } }),
      );
    }
    unreadable.length = 0;
    const { service } = resultAt(at);
    const since = await stores.results.since(service, at);
    expect(since.map(({ run }) => run)).toEqual(['good']);
    expect(unreadable).toHaveLength(Object.keys(broken).length);
    const page = await stores.results.list({ service, from: at, to: at + 1, limit: 50 });
    expect(page.items.map(({ run }) => run)).toEqual(['good']);
  });

  it('of a later layout are refused by name rather than misread', async () => {
    const key = { pk: { S: 'OUTAGES' }, sk: { S: '20240101-0000#moel-20240101-0000' } };
    await backend.client.send(
      new PutItemCommand({
        TableName: TABLE_NAME,
        Item: { ...key, v: { N: '3' }, doc: { S: '{}' } },
      }),
    );
    const read = stores.outages.get('moel-20240101-0000');
    await expect(read).rejects.toBeInstanceOf(MonitorFaultError);
    await expect(read).rejects.toThrow(/moel-20240101-0000 has the layout 3/);
  });

  it('stay below 100 KB, whatever a run or a long outage brings', async () => {
    const steps = Array.from({ length: 400 }, (_, index) => ({
      name: `step ${index}`,
      layer: 'data' as const,
      status: 'failed' as const,
      startedMs: index,
      durationMs: 1,
      error: noise(5_000),
    }));
    await stores.results.put(failedAt(T0, { service: 'worknet', steps, note: noise(90_000) }));
    const entry = () => ({ at: T0, type: 'note' as const, by: 'minji', text: noise(100) });
    const note = () => ({ by: 'minji', at: T0, text: noise(2_000) });
    const timeline = Array.from({ length: 5_000 }, () => entry());
    await stores.outages.put(outageAt('20240718-0915', { timeline }));
    const notes = Array.from({ length: 300 }, () => note());
    await stores.outages.put(outageAt('20240719-0915', { notes }));
    const [incident] = outageAt('20240720-0915').incidents;
    const incidents = Array.from({ length: 1_000 }, (_, index) => ({
      ...(incident as Incident),
      service: `service-${index}`,
      runs: [noise(40), noise(40), noise(40)],
      evidence: [noise(64), noise(64)],
    }));
    await stores.outages.put(outageAt('20240720-0915', { incidents, notes: [note()] }));
    expect((await stores.outages.get('moel-20240720-0915'))?.incidents).toHaveLength(1_000);
    for (const pk of ['SERVICE#worknet', 'OUTAGES']) {
      for (const item of await partition(pk)) expect(bytes(item)).toBeLessThan(100_000);
    }
    expect(await stores.results.since('worknet', T0)).toHaveLength(1);
  });

  it('hold the state of a huge group in pieces, replaced as one', async () => {
    const state = (version: number, size: number) =>
      ({
        schema: 1,
        group: 'huge',
        version,
        evaluatedAt: T0,
        ballast: noise(size),
      }) as unknown as GroupState;
    for (const [index, size] of [400_000, 600_000, 100, 500_000].entries()) {
      const committed = state(index + 1, size);
      await stores.groups.commit(committed);
      expect(await stores.groups.load('huge')).toEqual(committed);
    }
    const items = await partition('GROUP#huge');
    // A retired piece keeps only its key, until DynamoDB deletes it.
    const pieces = items.filter((item) => item.ttl === undefined && item.sk?.S !== 'STATE');
    const { Item } = await backend.client.send(
      new GetItemCommand({
        TableName: TABLE_NAME,
        Key: { pk: { S: 'GROUP#huge' }, sk: { S: 'STATE' } },
      }),
    );
    expect(pieces).toHaveLength(Number(Item?.pieces?.N) - 1);
    for (const item of items) expect(item.doc?.B?.length ?? 0).toBeLessThan(100_000);
  });
});
