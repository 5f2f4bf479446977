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

/** Kills a process group and waits until none of it runs, at most a second. */
export async function endGroup(leader: number): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (let pause: number = PAUSE_MS.first; killGroup(leader) && runs(leader); pause *= 2) {
    if (performance.now() > until) return;
    await sleep(Math.min(pause, PAUSE_MS.most));
  }
}

/**
 * Dead processes that init has not collected still count as a group, but use no memory or files.
 */
function runs(leader: number): boolean {
  return readdirSync('/proc').some((entry) => {
    if (!/^\d+$/.test(entry)) return false;
    const { state, group } = statOf(entry);
    return group === leader && state !== 'Z' && state !== 'X';
  });
}

/** Start of a process, in ticks since the machine started. Undefined if there is none. */
export function startOf(pid: number): string | undefined {
  return fieldsOf(String(pid))[19];
}

/** Command line of a process. Empty if there is none. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/**
 * The first process with `setting` in its environment. The browser's first process is the oldest.
 */
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

/** From /proc/<pid>/stat: `pid (name) state parent group …`. The name may contain anything. */
function fieldsOf(pid: string): readonly string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
