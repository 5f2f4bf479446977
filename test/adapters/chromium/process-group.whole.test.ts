import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { endGroup, killGroup } from '#adapters/chromium/process-group';
import { runningInGroup } from '../../support/residue.ts';

/** A shell with a child that both ignore SIGTERM. Resolves once both run. */
async function startGroup(): Promise<number> {
  const script = `trap '' TERM; sleep 60 & echo up; wait`;
  const shell = spawn('sh', ['-c', script], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(shell.stdout, 'data');
  return shell.pid ?? 0;
}

describe('a process group', () => {
  it('has nothing that runs once it has been ended', async () => {
    const leader = await startGroup();
    expect(runningInGroup(leader)).toHaveLength(2);
    await endGroup(leader);
    expect(runningInGroup(leader)).toEqual([]);
  });

  it('that does not exist is not there to be killed', () => {
    expect(killGroup(2 ** 22 - 1)).toBe(false);
  });
});
