import { readdirSync, readFileSync } from 'node:fs';
import { sleep } from '#adapters/chromium/deadline';

const PAUSE_MS = { first: 1, most: 20 } as const;
const PATIENCE_MS = 1_000;

/** Kills a whole process group. Returns false when it does not exist. */
export function killGroup(leader: number): boolean {
  try {
    process.kill(-leader, 'SIGKILL');
    return true;
  } catch {
    return false;
  }
}

/** Kills a process group and waits until nothing of it runs any more, a second at most. */
export async function endGroup(leader: number): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (let pause: number = PAUSE_MS.first; killGroup(leader) && runs(leader); pause *= 2) {
    if (performance.now() > until) return;
    await sleep(Math.min(pause, PAUSE_MS.most));
  }
}

/** The dead whom init has yet to collect still count as a group, but hold neither memory nor files. */
function runs(leader: number): boolean {
  return readdirSync('/proc').some((entry) => {
    if (!/^\d+$/.test(entry)) return false;
    const { state, group } = statOf(entry);
    return group === leader && state !== 'Z' && state !== 'X';
  });
}

/** When a process began, in ticks since the machine did; undefined when there is none. */
export function startOf(pid: number): string | undefined {
  return fieldsOf(String(pid))[19];
}

/** Command line of a process; empty when there is none. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** The first process that has `setting` in its environment: the browser's first one is the oldest. */
export function withEnvironment(setting: string): number | undefined {
  const found = readdirSync('/proc').find((entry) => {
    try {
      return (
        /^\d+$/.test(entry) && readFileSync(`/proc/${entry}/environ`, 'utf8').includes(setting)
      );
    } catch {
      return false;
    }
  });
  return found === undefined ? undefined : Number(found);
}

function statOf(pid: string): { readonly state?: string | undefined; readonly group: number } {
  const [state, , group] = fieldsOf(pid);
  return { state, group: Number(group) };
}

/** From /proc/<pid>/stat: `pid (name) state parent group …`; the name may hold anything. */
function fieldsOf(pid: string): readonly string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
