import { readdirSync, readFileSync } from 'node:fs';

/** Ids of the processes that descend from `root`, without `root`. */
export function descendants(root: number): readonly number[] {
  const family = new Set([root]);
  for (const pid of everyProcess()) {
    const parent = /^PPid:\s*(\d+)/m.exec(readProcessFile(pid, 'status'))?.[1];
    if (family.has(Number(parent))) family.add(pid);
  }
  family.delete(root);
  return [...family];
}

/** Empty if the process has ended in the meantime. */
export function readProcessFile(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** In order of age, so that parents come before children. */
function everyProcess(): readonly number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0)
    .sort((one, other) => one - other);
}
