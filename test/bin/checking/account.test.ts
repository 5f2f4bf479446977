import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { type Asking, accountHere, mayLogIn } from '../../../bin/checking/account.ts';
import { aConfiguration } from '../../support/builders.ts';

const folder = mkdtempSync(join(tmpdir(), 'bonghwa-account-'));
const file = join(folder, 'secrets.json');
const HERE = 'http://127.0.0.1:8080';

afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

interface Given {
  readonly journey?: string;
  readonly login?: string;
  readonly baseUrl?: string;
  readonly validUntil?: number;
}

function asking({ journey = 'login', validUntil, ...over }: Given = {}): Asking {
  const { catalogue } = aConfiguration();
  const target = catalogue.targets.find(({ service }) => service === 'work24');
  if (!target) throw new Error('the default catalogue lacks work24');
  const permission = { service: 'work24', grantedBy: '담당관', reference: '2026-17' };
  const permissions = validUntil === undefined ? [] : [{ ...permission, validUntil }];
  return { configuration: { permissions }, target: { ...target, ...over }, journey, file };
}

function keep(logins: object): void {
  writeFileSync(file, JSON.stringify({ logins }), { mode: 0o600 });
}

const LATER = Date.now() + 60_000;

describe('a run from here', () => {
  it.each<[string, Given, boolean]>([
    ['with a recorded permission', { validUntil: LATER }, true],
    ['without one', {}, false],
    ['with one that has ended', { validUntil: Date.now() - 1 }, false],
    ['against a portal on this machine', { baseUrl: HERE }, true],
    ['where the target has no login', { validUntil: LATER, login: 'none' }, false],
    ['by code where it has none', { validUntil: LATER, login: 'none', journey: 'order' }, true],
    ['by code without a permission', { login: 'none', journey: 'order' }, false],
  ])('%s: may it log in?', (_, given, may) => {
    expect(mayLogIn(asking(given))).toBe(may);
  });

  it('takes the account from the secrets file, with its further fields', async () => {
    keep({ work24: { userId: 'kim', password: 'pw', birthDate: '900101' } });
    const account = await accountHere(asking());
    expect(account?.userId.reveal()).toBe('kim');
    expect(account?.birthDate?.reveal()).toBe('900101');
  });

  it('takes that of the environment first, but for a portal on this machine alone', async () => {
    keep({ work24: { userId: 'kim', password: 'pw' } });
    vi.stubEnv('BONGHWA_CHECK_USER_ID', 'lee');
    vi.stubEnv('BONGHWA_CHECK_PASSWORD', 'pw');
    expect((await accountHere(asking({ baseUrl: HERE })))?.userId.reveal()).toBe('lee');
    expect((await accountHere(asking()))?.userId.reveal()).toBe('kim');
  });

  it('has none where the file names others', async () => {
    keep({ eps: { userId: 'kim', password: 'pw' } });
    expect(await accountHere(asking())).toBeUndefined();
  });
});
