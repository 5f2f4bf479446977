import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { InvalidInputError, UnknownNameError } from '#core/errors';
import { defaultConfiguration } from '#local/configuration';
import { readScenario } from '#local/scenario/scenario-file';
import { simulate } from '#local/simulate/simulate';
import { cli } from '../../bin/cli.ts';

let folder = '';
let file = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bonghwa-why-'));
  file = join(folder, 'summary.json');
  const configuration = defaultConfiguration();
  const scenario = await readScenario('two-groups', configuration.catalogue);
  await writeFile(file, JSON.stringify(simulate(scenario, { configuration }).summary));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

async function why(...args: string[]): Promise<string> {
  const out = vi.spyOn(console, 'log').mockImplementation(() => {});
  await cli(['why', ...args, '--from', file]);
  return out.mock.calls.flat().join('\n');
}

describe('bonghwa why', () => {
  it('says of an outage what was seen, decided, told and not told', async () => {
    const text = await why('moel-20240718-0915', '--lang', 'en');
    const titles = [
      'What was seen',
      'What was decided',
      'Who was told',
      'Who was not told, and why',
    ];
    for (const title of titles) expect(text).toContain(title);
    expect(text).toMatch(/#1 \[DOWN\] It would be sent by SMS and email/);
    expect(text).toMatch(/notice withheld: \[DOWN\] waiting for runs that confirm the failure/);
  });

  it('says of a service which outage it was part of', async () => {
    const text = await why('work24', '--at', '2024-07-18T12:30:00+09:00', '--lang', 'en');
    expect(text).toContain('moel-20240718-0915');
  });

  it('says of a service that is fine that nothing failed', async () => {
    const text = await why('eps', '--at', '2024-07-18T09:00:00+09:00', '--lang', 'en');
    expect(text).toMatch(/nothing failed between .* and 2024-07-18 09:00:00/);
  });

  it('speaks Korean unless asked otherwise', async () => {
    expect(await why('moel-20240718-0915')).toContain('알리지 않은 것과 이유');
  });

  it.each([
    ['an unknown outage', ['moel-20200101-0000'], UnknownNameError],
    ['two at once', ['work24', 'eps'], InvalidInputError],
    ['a time without an offset', ['eps', '--at', '09:00'], InvalidInputError],
    ['another language', ['eps', '--lang', 'fr'], InvalidInputError],
  ])('refuses %s', async (_, args, error) => {
    await expect(why(...args)).rejects.toThrow(error);
  });
});
