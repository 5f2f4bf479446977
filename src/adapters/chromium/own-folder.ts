import { readdirSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { startOf } from '#adapters/chromium/process-group';
import { HOUR } from '#core/time/time';

/** Nothing here is in use for this long. For folders whose process cannot be identified. */
const ABANDONED_MS = HOUR;

/** Clean-up of each folder if the process must exit early. */
const open = new Map<string, (folder: string) => void>();
process.on('exit', () => {
  for (const [folder, sweep] of open) sweep(folder);
});

/**
 * A new folder that begins with `path` and names its process. If the process must exit, `sweep`
 * cleans it at once.
 */
export async function openOwnFolder(
  path: string,
  sweep: (folder: string) => void = remove,
): Promise<string> {
  const folder = await mkdtemp(`${path}${self()}-`);
  open.set(folder, sweep);
  return folder;
}

export async function closeOwnFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  open.delete(folder);
}

/** Sweeps folders that begin with `path` and whose process was killed before its own clean-up. */
export function sweepAbandoned(path: string, sweep: (folder: string) => void = remove): void {
  for (const name of entriesOf(dirname(path))) {
    if (!name.startsWith(basename(path))) continue;
    const folder = join(dirname(path), name);
    try {
      if (isAbandoned(name.slice(basename(path).length), folder)) sweep(folder);
    } catch {
      // It belongs to another user, or another process swept it in the meantime.
    }
  }
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

function isAbandoned(owner: string, folder: string): boolean {
  const { mtimeMs, uid } = statSync(folder);
  if (uid !== process.getuid?.()) return false;
  const [space, pid, start] = owner.split('-')[0]?.split('.') ?? [];
  if (space === processSpace() && start) return startOf(Number(pid)) !== start;
  return Date.now() - mtimeMs > ABANDONED_MS;
}

/** Unique for each process, even if process ids are reused. */
function self(): string {
  return `${processSpace()}.${process.pid}.${startOf(process.pid)}`;
}

/** Containers may share a folder without seeing each other's processes. */
function processSpace(): string {
  try {
    return /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? '0';
  } catch {
    return '0';
  }
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
