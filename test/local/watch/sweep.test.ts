import {
  BatchWriteItemCommand,
  DynamoDBClient,
  QueryCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import {
  CreateBucketCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createStores } from '#adapters/dynamodb/stores';
import { ensureTable } from '#adapters/dynamodb/table';
import { TABLE } from '#contract/table';
import { DAY, SECOND } from '#core/time/time';
import { type Started, startDatabase } from '#local/cloud/database';
import { startMessaging } from '#local/cloud/messaging';
import { type SweepOptions, sweep } from '#local/watch/sweep';
import { failedAt, outageAt, resultAt, T0 } from '../../adapters/dynamodb/samples.ts';

const RETENTION = { passed: 35, others: 400 };
const REGION = 'ap-northeast-2';
const credentials = { accessKeyId: 'loopback', secretAccessKey: 'loopback' };

describe('the sweep of the store of watch', () => {
  const started: Started[] = [];
  let options: SweepOptions;
  let seen: string[] = [];
  let tables = 0;
  beforeAll(async () => {
    const database = await startDatabase({});
    const messaging = await startMessaging({ region: REGION, lastingQueues: false });
    started.push(database, messaging);
    options = {
      database: new DynamoDBClient({ endpoint: database.url, region: REGION, credentials }),
      objects: new S3Client({
        endpoint: messaging.url,
        region: REGION,
        credentials,
        forcePathStyle: true,
      }),
      table: '',
      bucket: 'evidence',
      now: T0,
    };
    options.database.middlewareStack.add(
      (next, { commandName }) =>
        (args) => {
          seen.push(commandName ?? '');
          return next(args);
        },
      { step: 'initialize' },
    );
    await options.objects.send(new CreateBucketCommand({ Bucket: options.bucket }));
  });
  beforeEach(async () => {
    options = { ...options, table: `swept-${tables++}` };
    await ensureTable(options.database, options.table);
    seen = [];
  });
  afterAll(async () => {
    options.database.destroy();
    options.objects.destroy();
    for (const { stop } of started) await stop();
  });

  const keysLeft = async () => {
    const { Items = [] } = await options.database.send(
      new ScanCommand({ TableName: options.table }),
    );
    return Items.map(({ pk, sk }) => `${pk?.S} ${sk?.S}`).sort();
  };
  const notPassedLeft = async (service: string) => {
    const answer = await options.database.send(
      new QueryCommand({
        TableName: options.table,
        IndexName: TABLE.notPassedIndex.name,
        KeyConditionExpression: '#service = :service',
        ExpressionAttributeNames: { '#service': TABLE.notPassedIndex.partitionKey },
        ExpressionAttributeValues: { ':service': { S: service } },
      }),
    );
    return answer.Count;
  };
  const storesHere = () =>
    createStores({
      client: options.database,
      table: options.table,
      clock: { now: () => T0, secondsUntil: () => 0 },
      retentionDays: RETENTION,
    });
  const fill = async (count: number, ttl: (index: number) => number | undefined) => {
    for (let start = 0; start < count; start += 25) {
      const indexes = Array.from({ length: Math.min(25, count - start) }, (_, n) => start + n);
      const puts = indexes.map((index) => {
        const time = ttl(index);
        const Item = {
          pk: { S: `SERVICE#${index % 7}` },
          sk: { S: String(index) },
          ...(time === undefined ? {} : { [TABLE.timeToLive]: { N: String(time) } }),
        };
        return { PutRequest: { Item } };
      });
      await options.database.send(
        new BatchWriteItemCommand({ RequestItems: { [options.table]: puts } }),
      );
    }
  };

  it('removes results that are past their time, from the index too, and nothing else', async () => {
    const stores = storesHere();
    await stores.results.put(resultAt(T0 - 36 * DAY));
    await stores.results.put(failedAt(T0 - 401 * DAY));
    await stores.results.put(resultAt(T0 - 34 * DAY));
    await stores.results.put(failedAt(T0 - 37 * DAY));
    await stores.outages.put(outageAt('20200101-0000'));
    const before = await keysLeft();
    expect(await notPassedLeft('work24')).toBe(2);
    expect(await sweep(options)).toEqual({ items: 2, objects: 0 });
    const left = await keysLeft();
    expect(before.filter((key) => !left.includes(key))).toEqual([
      expect.stringContaining(new Date(T0 - 401 * DAY).toISOString()),
      expect.stringContaining(new Date(T0 - 36 * DAY).toISOString()),
    ]);
    expect(await notPassedLeft('work24')).toBe(1);
    const kept = await stores.results.since('work24', T0 - 500 * DAY);
    expect(kept.map(({ result }) => result)).toEqual(['failed', 'passed']);
  });

  it('removes at the second at which readers stop seeing, not one sooner', async () => {
    const second = T0 / SECOND;
    await fill(3, (index) => second - 1 + index);
    expect((await sweep(options)).items).toBe(2);
    expect(await keysLeft()).toEqual(['SERVICE#2 2']);
  });

  it('goes through a large table in small pages, once', async () => {
    const gone = T0 / SECOND - 1;
    await fill(1_200, (index) =>
      index % 3 === 0 ? gone : index % 3 === 1 ? gone + DAY : undefined,
    );
    seen = [];
    expect((await sweep(options)).items).toBe(400);
    expect(seen.filter((name) => name === 'ScanCommand')).toHaveLength(3);
    expect(seen.filter((name) => name === 'BatchWriteItemCommand').length).toBeLessThan(20);
    expect(await keysLeft()).toHaveLength(800);
    expect((await sweep(options)).items).toBe(0);
  });

  it('ends after a page on request, and the next one finds the rest', async () => {
    await fill(1_200, () => 1);
    seen = [];
    const { items } = await sweep({ ...options, signal: AbortSignal.abort() });
    expect(items).toBe(500);
    expect(seen.filter((name) => name === 'ScanCommand')).toHaveLength(1);
    expect((await sweep(options)).items).toBe(700);
  });

  it('counts only what went, and takes what the store put off the next time', async () => {
    await fill(30, () => 1);
    const { database, table } = options;
    let putOff = 0;
    database.middlewareStack.add(
      (next) => async (args) => {
        const input = args.input as { RequestItems?: Record<string, unknown[]> };
        const requests = input.RequestItems?.[table];
        if (!requests) return next(args);
        const [first, ...others] = requests;
        putOff += 1;
        const answer = await next({ ...args, input: { RequestItems: { [table]: others } } });
        Object.assign(answer.output as object, { UnprocessedItems: { [table]: [first] } });
        return answer;
      },
      { step: 'initialize', name: 'puts-off' },
    );
    expect((await sweep(options)).items).toBe(28);
    database.middlewareStack.remove('puts-off');
    expect(putOff).toBe(2);
    expect(await keysLeft()).toHaveLength(2);
    expect((await sweep(options)).items).toBe(2);
  });

  it('removes pictures of passed runs after 3 days, of others after 400, and no other file', async () => {
    const { objects, bucket: Bucket } = options;
    for (const Key of ['passed/a.png', 'failed/a.png', 'other/a.png']) {
      await objects.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }));
    }
    const left = async () =>
      ((await objects.send(new ListObjectsV2Command({ Bucket }))).Contents ?? []).map(
        ({ Key }) => Key,
      );
    const sweptAfter = async (days: number) => sweep({ ...options, now: Date.now() + days * DAY });
    expect((await sweptAfter(2)).objects).toBe(0);
    expect((await sweptAfter(4)).objects).toBe(1);
    expect(await left()).toEqual(['failed/a.png', 'other/a.png']);
    expect((await sweptAfter(401)).objects).toBe(1);
    expect(await left()).toEqual(['other/a.png']);
  });
});
