import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** MB of 10^6 bytes. */
export interface Figures {
  readonly residentMb: number;
  /** On the heap and beside it, garbage collected. */
  readonly liveMb: number;
  readonly folderMb: number;
}

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

export function measure(folder: string): Figures {
  collectGarbage();
  const { rss, heapUsed, external } = process.memoryUsage();
  return {
    residentMb: rss / 1e6,
    liveMb: (heapUsed + external) / 1e6,
    folderMb: sizeOf(folder) / 1e6,
  };
}

/** Percent more. */
export function growth(before: number, after: number): number {
  return (after / before - 1) * 100;
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
