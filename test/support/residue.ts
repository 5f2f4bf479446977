import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';

const OURS = /^(bonghwa-run-|playwright|core\.|\.org\.chromium)/;

/** What browsers leave in the temporary folder when nobody sweeps. */
export function leftFiles(): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => OURS.test(name));
}

/** Browser processes that descend from this one, by id. */
export function leftBrowsers(): readonly number[] {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readProcess(Number(name)))
    .filter((one) => one !== undefined);
  const parents = new Map(processes.map(({ pid, parent }) => [pid, parent]));
  return processes
    .filter(({ pid, command }) => command.includes('--headless') && descends(pid, parents))
    .map(({ pid }) => pid);
}

function readProcess(pid: number) {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    const parent = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return { pid, command, parent: Number(parent) };
  } catch {
    return undefined;
  }
}

function descends(pid: number, parents: ReadonlyMap<number, number>): boolean {
  const parent = parents.get(pid);
  return parent === process.pid || (parent !== undefined && descends(parent, parents));
}
