import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readResolvedConfiguration } from '#adapters/configuration/read-resolved';
import { MonitorFaultError } from '#core/errors';
import { loadConfiguration } from '#local/configuration';

const folder = mkdtempSync(join(tmpdir(), 'bonghwa-configuration-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('loading a configuration', () => {
  it('reads the one of this project', async () => {
    const { configuration, path } = await loadConfiguration({ environment: {} });
    expect(configuration.catalogue.services).toHaveLength(6);
    expect(path).toMatch(/bonghwa\.config\.ts$/);
  });

  it('lets it differ by stage', async () => {
    const path = file('staged.mjs', 'export default ({ stage }) => ({ tags: { of: stage } });');
    const { deployment } = await loadConfiguration({ path, stage: 'prod', environment: {} });
    expect(deployment).toMatchObject({ stage: 'prod', tags: { of: 'prod' } });
  });

  it('takes recipients and account from the environment, beside those in the file', async () => {
    const path = file(
      'recipients.mjs',
      "export default { subscribers: [{ protocol: 'email', endpoint: 'a@example.kr' }] };",
    );
    const environment = {
      BONGHWA_ACCOUNT: '123456789012',
      BONGHWA_SUBSCRIBERS: 'sms:+821012345678, https://hooks.example.kr/x',
    };
    const { deployment } = await loadConfiguration({ path, environment });
    expect(deployment.account).toBe('123456789012');
    expect(deployment.subscribers.map(({ protocol, endpoint }) => [protocol, endpoint])).toEqual([
      ['email', 'a@example.kr'],
      ['sms', '+821012345678'],
      ['https', 'https://hooks.example.kr/x'],
    ]);
  });

  it.each([
    ['is not there', join(folder, 'absent.ts'), /no configuration at .*absent\.ts/],
    ['exports nothing', file('empty.mjs', 'export const x = 1;'), /exports no default/],
    ['does not parse', file('broken.mjs', 'export default {'), /cannot be loaded/],
    ['is a list', file('list.mjs', 'export default [];'), /something else than fields in braces/],
    ['is a map', file('map.mjs', 'export default new Map();'), /something else than fields/],
    ['is a class', file('class.mjs', 'export default class A {}'), /class\.mjs cannot be loaded/],
    [
      'fails for the stage',
      file('throws.mjs', 'export default () => { throw new Error("no key") }'),
      /cannot be loaded: no key/,
    ],
    [
      'is promised as a list',
      file('async.mjs', 'export default async () => [];'),
      /something else/,
    ],
  ])('says so when the file %s', async (_what, path, says) => {
    await expect(loadConfiguration({ path, environment: {} })).rejects.toThrow(says);
  });
});

describe('reading what synth wrote beside the code', () => {
  it('is a fault of the deployment when it does not fit', () => {
    const path = file('resolved.json', '{"catalogue":{}}');
    expect(() => readResolvedConfiguration(path)).toThrow(MonitorFaultError);
  });
});
