import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { ClassicLevel } from 'classic-level';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ensureTable } from '#adapters/dynamodb/table';
import { startDatabase } from '#local/cloud/database';

const TABLE = 'table';
const level: { attachResource(it: unknown): void; detachResource(it: unknown): void } =
  Object.getPrototypeOf(ClassicLevel.prototype);

const folder = mkdtempSync(join(tmpdir(), 'bonghwa-database-'));
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

describe.each([
  ['in memory', undefined],
  ['in a folder', folder],
])('the database %s', (_, dataFolder) => {
  it('closes every iterator, also one that is not read to its end', async () => {
    const opened = vi.spyOn(level, 'attachResource');
    const closed = vi.spyOn(level, 'detachResource');
    const database = await startDatabase({ dataFolder });
    const client = new DynamoDBClient({
      endpoint: database.url,
      region: 'local',
      credentials: { accessKeyId: 'loopback', secretAccessKey: 'loopback' },
    });
    await ensureTable(client, TABLE);
    for (const sk of ['a', 'b', 'c']) {
      const Item = { pk: { S: 'p' }, sk: { S: sk } };
      await client.send(new PutItemCommand({ TableName: TABLE, Item }));
    }
    const asked = {
      TableName: TABLE,
      KeyConditionExpression: 'pk = :p',
      ExpressionAttributeValues: { ':p': { S: 'p' } },
    };
    await client.send(new QueryCommand(asked));
    await client.send(new QueryCommand({ ...asked, Limit: 1 }));
    await client.send(new ScanCommand({ TableName: TABLE, Limit: 2 }));
    await vi.waitFor(() => expect(closed.mock.calls).toHaveLength(opened.mock.calls.length));
    expect(opened.mock.calls.length).toBeGreaterThan(2);
    client.destroy();
    await database.stop();
  });
});
