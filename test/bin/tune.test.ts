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

function passed(at: number) {
  const time = new Date(at).toISOString();
  return {
    run: 'eps.probe.1',
    check: 'eps/probe',
    service: 'eps',
    group: 'moel',
    vantage: 'ap-northeast-2',
    trigger: 'scheduled',
    result: 'passed',
    kind: null,
    layer: 'data',
    reason: 'The page came.',
    rule: 'x',
    matched: null,
    signature: null,
    scheduledAt: time,
    startedAt: time,
    finishedAt: time,
    durationMs: 0,
    depth: 'data',
    passedLayers: ['data'],
    attempts: 1,
    phasesMs: null,
    certificateDays: null,
    note: null,
  };
}

describe('bonghwa tune', () => {
  it('says of a scenario how much later a longer span tells it', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    const args = ['--from', '2024-07-18', '--rules', 'lastsSeconds.together=60'];
    expect(await tuneCommand.run(args, 'en')).toBe(0);
    const printed = log.mock.calls.flat().join('\n');
    expect(printed).toContain('rules in force: outages told: 1, SMS: 2');
    expect(printed).toMatch(
      /lastsSeconds\.together=60: outages told: 1, SMS: 2; missed: 0, added: 0/,
    );
    expect(printed).toMatch(/\d+ s later/);
    expect(printed).toContain('Work24 +5');
  });

  it('says that nothing was recorded instead of answering', async () => {
    const file = join(folder, 'empty.json');
    await writeFile(file, '{"items":[],"next":null}');
    await expect(tuneCommand.run(['--from', file], 'en')).rejects.toThrow('Nothing was recorded');
  });

  it('says the same of an API without results, and of the days that are missing', async () => {
    vi.spyOn(console, 'log').mockImplementation(() => {});
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    const fetched = vi.spyOn(globalThis, 'fetch');
    const answer = (items: readonly object[]) =>
      fetched.mockImplementation(async () => Response.json({ items, next: null }));
    answer([]);
    const args = ['--api', 'https://history.example.org', '--days', '2'];
    await expect(tuneCommand.run(args, 'en')).rejects.toThrow('Nothing was recorded');
    const at = Date.now() - 60_000;
    answer([passed(at)]);
    expect(await tuneCommand.run(args, 'en')).toBe(0);
    expect(error.mock.calls.flat().join('\n')).toMatch(
      /no result of Employment Permit System from .* to .* KST/,
    );
  });

  it('refuses an unknown rule before it reads anything', async () => {
    const args = ['--from', join(folder, 'absent.json'), '--rules', 'patience=9'];
    await expect(tuneCommand.run(args, 'en')).rejects.toThrow('there is no rule "patience"');
  });

  it.each([
    ['patience=9', 'the rules are openAt.k, openAt.n, lastsSeconds.together'],
    ['partial=3', 'partial has several values: partial.share, partial.surplus'],
    ['openAt.k=9', 'k must not exceed n'],
    ['openAt.k=2,openAt.k=3', 'openAt.k is given twice'],
    ['openAt.k', '"" is not a number'],
  ])('says what is wrong with --rules %s', async (rules, why) => {
    const args = ['--from', '2024-07-18', '--rules', rules];
    await expect(tuneCommand.run(args, 'en')).rejects.toThrow(why);
  });

  it('refuses days that are none, also where it reads a file', async () => {
    await expect(tuneCommand.run(['--days', 'many'], 'en')).rejects.toThrow('--days many');
    const args = ['--days', '0', '--from', '2024-07-18'];
    await expect(tuneCommand.run(args, 'en')).rejects.toThrow('--days 0');
  });
});
