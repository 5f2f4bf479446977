import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';

/** MB of 10^6 bytes. */
export interface Figures {
  readonly residentMb: number;
  /** Heap and external memory, after a garbage collection. */
  readonly liveMb: number;
  readonly folderMb: number;
  /** Items of the table. */
  readonly items: number;
}

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** After a sweep, so that expired data is gone. */
export async function measure(folder: string, table: string): Promise<Figures> {
  collectGarbage();
  const { rss, heapUsed, external } = process.memoryUsage();
  return {
    residentMb: rss / 1e6,
    liveMb: (heapUsed + external) / 1e6,
    folderMb: sizeOf(folder) / 1e6,
    items: await countItems(table),
  };
}

/** Growth in percent. */
export function growth(before: number, after: number): number {
  return (after / before - 1) * 100;
}

async function countItems(TableName: string): Promise<number> {
  const client = new DynamoDBClient({});
  let count = 0;
  for await (const page of paginateScan({ client }, { TableName, Select: 'COUNT' })) {
    count += page.Count ?? 0;
  }
  return count;
}

/** The store may remove a file in the meantime. */
function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(
      (entry) => statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0,
    )
    .reduce((sum, size) => sum + size, 0);
}
