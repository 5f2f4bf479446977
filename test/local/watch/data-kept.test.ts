import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { ClassicLevel } from 'classic-level';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDatabase } from '#local/cloud/database';
import { ownedFolder } from '#local/watch/owned-folder';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bonghwa-kept-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs until `enough` writes are acknowledged. Then it is killed in the middle of the next one. */
async function killedAfter(enough: number): Promise<number> {
  const script = fileURLToPath(new URL('./store-process.ts', import.meta.url));
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  let acknowledged = -1;
  createInterface(child.stdout).on('line', (line) => {
    acknowledged = Number(line);
    if (acknowledged === enough) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return acknowledged;
}

describe('the data folder of watch', () => {
  it('holds every write that the store acknowledged before SIGKILL', async () => {
    const last = await killedAfter(40);
    const { url, stop } = await startDatabase({ dataFolder: folder, synced: true });
    const client = new DynamoDBClient({
      endpoint: url,
      region: 'ap-northeast-2',
      credentials: { accessKeyId: 'loopback', secretAccessKey: 'loopback' },
    });
    const numbers = Array.from({ length: last + 1 }, (_, number) => number);
    const found = await Promise.all(
      numbers.map((number) => {
        const Key = { pk: { S: 'SERVICE#shop' }, sk: { S: String(number) } };
        return client.send(new GetItemCommand({ TableName: 'kept', Key }));
      }),
    );
    await stop();
    expect(last).toBeGreaterThanOrEqual(40);
    expect(found.filter(({ Item }) => !Item)).toEqual([]);
  });

  it('syncs every write to disk', async () => {
    const database = await startDatabase({ dataFolder: join(folder, 'a'), synced: true });
    await database.stop();
    const asked: unknown[] = [];
    const store = new ClassicLevel(join(folder, 'b'));
    for (const method of ['_put', '_del', '_batch']) {
      const inner: unknown = Reflect.get(store, method);
      Reflect.set(store, method, (...args: unknown[]) => {
        asked.push(Object(args.at(-1)).sync);
        return Reflect.apply(inner as () => unknown, store, args);
      });
    }
    await store.put('a', '1');
    await store.del('a');
    await store.batch([{ type: 'put', key: 'b', value: '2' }]);
    await store.close();
    expect(asked).toEqual([true, true, true]);
  });

  it('is refused to a second start, and free again after the first', async () => {
    const first = await startDatabase({ dataFolder: folder });
    await expect(startDatabase({ dataFolder: folder })).rejects.toThrow(
      /Another Bonghwa is running on the data folder/,
    );
    await first.stop();
    const second = await startDatabase({ dataFolder: folder });
    await second.stop();
  });

  it.runIf(process.getuid?.() === 0)('is refused where it belongs to another user', async () => {
    const theirs = join(folder, 'theirs');
    mkdirSync(theirs);
    chownSync(theirs, 65_534, 65_534);
    await expect(ownedFolder(theirs)).rejects.toThrow(/belongs to another user \(uid 65534\)/);
  });
});
