import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';

const OURS = /^(bonghwa-run-|playwright|core\.|\.org\.chromium)/;

/** Files that browsers leave in the temporary folder if nothing removes them. */
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
    const parent = /^PPid:\s*(\d+)/m.exec(readStatus(pid))?.[1];
    return { pid, command, parent: Number(parent) };
  } catch {
    return undefined;
  }
}

function descends(pid: number, parents: ReadonlyMap<number, number>): boolean {
  const parent = parents.get(pid);
  return parent === process.pid || (parent !== undefined && descends(parent, parents));
}

/** Ids of the processes of a group, without zombies. */
export function runningInGroup(leader: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      const status = readStatus(pid);
      return status.includes(`\nNSpgid:\t${leader}\n`) && !/^State:\tZ/m.test(status);
    });
}

function readStatus(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}
