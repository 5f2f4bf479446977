import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bounded } from '#lambda/wiring/bounded';
import { close, listen } from '#local/cloud/loopback';

describe('a service that takes a call and never answers', () => {
  let server: Server;
  let endpoint = '';
  beforeAll(async () => {
    server = createServer(() => {});
    endpoint = `http://127.0.0.1:${await listen(server)}`;
  });
  afterAll(() => close(server));

  it('costs a few short tries, not the time-out of the function', async () => {
    const client = new DynamoDBClient({
      ...bounded(100),
      endpoint,
      region: 'ap-northeast-2',
      credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
    });
    const call = client.send(new GetItemCommand({ TableName: 't', Key: { pk: { S: 'a' } } }));
    await expect(call).rejects.toMatchObject({ name: 'TimeoutError' });
    client.destroy();
  });
});

describe('every SDK client of a function', () => {
  it('is made with these bounds', () => {
    const folder = new URL('../../lambda/wiring/', import.meta.url);
    const made = readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [
        ...readFileSync(new URL(file, folder), 'utf8').matchAll(/new \w+Client\(.{0,20}/g),
      ])
      .map(([text]) => text);
    expect(made.length).toBeGreaterThan(4);
    expect(made.filter((text) => !text.includes('bounded('))).toEqual([]);
  });
});
