import { readdirSync, readFileSync } from 'node:fs';
import { sleep } from '#adapters/chromium/deadline';

const PAUSE_MS = { first: 1, most: 20 } as const;
const PATIENCE_MS = 1_000;

/** Kills a whole process group; false when there is no such group. */
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

/** From /proc/<pid>/stat: `pid (name) state parent group …`; the name may hold anything. */
function statOf(pid: string): { readonly state?: string; readonly group?: number } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state = '', , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state, group: Number(group) };
  } catch {
    return {};
  }
}
