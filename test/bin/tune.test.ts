import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tuneCommand } from '../../bin/commands/tune.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bonghwa-tune-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

describe('bonghwa tune', () => {
  it('says of a scenario how much later a longer span tells it', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    const args = ['--from', '2024-07-18', '--rules', 'lastsSeconds.together=60'];
    expect(await tuneCommand.run(args, 'en')).toBe(0);
    const printed = log.mock.calls.flat().join('\n');
    expect(printed).toContain('rules in force: 1 outages told, 2 SMS');
    expect(printed).toMatch(/lastsSeconds\.together=60: 1 outages told, 2 SMS; 0 missed, 0 added/);
    expect(printed).toMatch(/\d+ s later/);
  });

  it('says that nothing was recorded instead of answering', async () => {
    const file = join(folder, 'empty.json');
    await writeFile(file, '{"items":[],"next":null}');
    await expect(tuneCommand.run(['--from', file], 'en')).rejects.toThrow('Nothing was recorded');
  });

  it('refuses an unknown rule before it reads anything', async () => {
    const args = ['--from', join(folder, 'absent.json'), '--rules', 'patience=9'];
    await expect(tuneCommand.run(args, 'en')).rejects.toThrow('there is no rule "patience"');
  });

  it('refuses days that are none', async () => {
    await expect(tuneCommand.run(['--days', 'many'], 'en')).rejects.toThrow('--days many');
  });
});
