import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InvalidInputError } from '#core/errors';
import { readSecrets } from '#local/watch/secrets-file';

const TOLD = {
  logins: { shop: { userId: 'kim', password: 'pw-7731' } },
  channels: { ops: 'k-99' },
};

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bonghwa-secrets-'));
  path = join(folder, 'secrets.json');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function complaint(): Promise<string> {
  const error = await readSecrets(path, {}).catch((thrown: unknown) => thrown);
  if (error instanceof InvalidInputError) return `${error.message} ${error.remedy}`;
  throw new Error('it was accepted');
}

describe('the secrets of watch', () => {
  it('come from a file of its owner alone', async () => {
    writeFileSync(path, JSON.stringify(TOLD), { mode: 0o600 });
    expect(await readSecrets(path, {})).toEqual(TOLD);
  });

  it('come from the environment where no file is named', async () => {
    expect(await readSecrets(undefined, { BONGHWA_SECRETS: JSON.stringify(TOLD) })).toEqual(TOLD);
  });

  it.each([0o640, 0o604, 0o666])('are refused where others may read them (%o)', async (mode) => {
    writeFileSync(path, JSON.stringify(TOLD));
    chmodSync(path, mode);
    expect(await complaint()).toMatch(/Others may read .* chmod 600 /);
  });

  it.each([
    ['text that is no JSON', 'pw-7731 k-99', /is no JSON\. /],
    ['a forgotten quote', '{\n"channels": {"ops": "k-99"},}', /JSON from line 2 column \d+ on/],
    ['an account that is no account', '{"logins": {"shop": "pw-7731"}}', /be at: logins\.shop\./],
    ['an unknown part', '{"login": {"shop": {"password": "pw-7731"}}}', /may hold `logins` and/],
    ['a list', '["pw-7731"]', /may hold `logins` and/],
    ['an empty value', '{"channels": {"ops": ""}}', /should be at: channels\.ops\./],
  ])('are refused with %s, and no value is told', async (_, text, why) => {
    writeFileSync(path, text, { mode: 0o600 });
    const told = await complaint();
    expect(told).toMatch(why);
    expect(told).not.toMatch(/pw-7731|k-99/);
  });

  it('may begin with the mark that editors on Windows write', async () => {
    writeFileSync(path, `\uFEFF${JSON.stringify(TOLD)}`, { mode: 0o600 });
    expect(await readSecrets(path, {})).toEqual(TOLD);
  });

  it('are refused where the named file is not there', async () => {
    expect(await complaint()).toMatch(/cannot be read \(ENOENT\)/);
  });
});
