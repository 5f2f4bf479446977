import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { ClassicLevel } from 'classic-level';
import { TABLE } from '#contract/table';

/** MB of 10^6 bytes. */
export interface Figures {
  /** After garbage collection, so without pages that V8 only keeps for later. */
  readonly residentMb: number;
  /** Heap and external memory, after a garbage collection. */
  readonly liveMb: number;
  /** All files, with the store's journal and everything that it has not compacted yet. */
  readonly folderMb: number;
  /** The same with a compacted store. */
  readonly dataMb: number;
  /** Items with an expiry. */
  readonly expiring: number;
  /** Items without an expiry, such as hours, days and outages. */
  readonly kept: number;
  /** These items as the store writes them, and the page's files. */
  readonly keptMb: number;
}

export interface Measured {
  /** Data folder of `watch`. */
  readonly folder: string;
  readonly table: string;
  /** Bucket of the page. */
  readonly page: string;
}

setFlagsFromString('--expose-gc');
const collectGarbage: (how: object) => void = runInNewContext('gc');

/** Gives free pages back to the system, as V8 does by itself only when memory is short. */
const THOROUGHLY = { type: 'major', execution: 'sync', flavor: 'last-resort' };

/** After a sweep, so that expired data is gone. */
export async function measure({ folder, table, page }: Measured): Promise<Figures> {
  await collected();
  const { rss, heapUsed, external } = process.memoryUsage();
  const store = join(folder, 'dynamodb');
  const others = sizeOf(folder) - sizeOf(store);
  const { expiring, kept, keptBytes } = await countItems(table);
  return {
    residentMb: rss / 1e6,
    liveMb: (heapUsed + external) / 1e6,
    folderMb: sizeOf(folder) / 1e6,
    dataMb: (others + (await compactedSize(store))) / 1e6,
    expiring,
    kept,
    keptMb: (keptBytes + sizeOf(join(folder, 'objects', 'buckets', page))) / 1e6,
  };
}

/** One collection finds what the one before made free, such as buffers outside the heap. */
async function collected(): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    collectGarbage(THOROUGHLY);
    await wait(20);
  }
}

async function countItems(TableName: string) {
  const client = new DynamoDBClient({});
  const count = { expiring: 0, kept: 0, keptBytes: 0 };
  for await (const { Items = [] } of paginateScan({ client }, { TableName })) {
    for (const item of Items) {
      if (item[TABLE.timeToLive]) count.expiring += 1;
      else {
        count.kept += 1;
        count.keptBytes += Buffer.byteLength(asStored(item));
      }
    }
  }
  client.destroy();
  return count;
}

/** The store writes bytes in base64. */
function asStored(item: unknown): string {
  return JSON.stringify(item, (_, value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
  );
}

/** Bytes of a copy of the store after its compaction. Nothing writes meanwhile. */
async function compactedSize(store: string): Promise<number> {
  const copy = mkdtempSync(join(tmpdir(), 'bonghwa-week-copy-'));
  try {
    cpSync(store, copy, { recursive: true, filter: (path) => !path.endsWith('LOCK') });
    const level = new ClassicLevel(copy);
    await level.open();
    await level.compactRange('', '\uffff');
    await level.close();
    return sizeOf(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The store may remove a file while it is looked at. */
function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(
      (entry) => statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0,
    )
    .reduce((sum, size) => sum + size, 0);
}
