import { createHash } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { InvalidInputError, UnknownNameError } from '#core/errors';
import { EXIT } from '../../bin/command.ts';
import { tokenCommand } from '../../bin/commands/token.ts';

describe('bonghwa token', () => {
  let folder: string;
  let file: string;
  let printed: string[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bonghwa-token-'));
    file = join(folder, 'deep', 'tokens.json');
    printed = [];
    vi.spyOn(console, 'log').mockImplementation((text) => void printed.push(String(text)));
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await rm(folder, { recursive: true });
  });

  const token = (...args: string[]) => tokenCommand.run([...args, '--file', file], 'en');

  it('shows a new token once and keeps only its SHA-256, for its owner’s eyes', async () => {
    expect(await token('create', 'grafana')).toBe(EXIT.good);
    const [shown = ''] = printed;
    expect(shown).toMatch(/^bgh_[\w-]{43}$/);
    const stored = await readFile(file, 'utf8');
    expect(stored).not.toContain(shown);
    expect(stored).toContain(createHash('sha256').update(shown).digest('hex'));
    expect((await stat(file)).mode & 0o077).toBe(0);
  });

  it('lists names, scopes and expiry, and revokes by name', async () => {
    await token('create', 'minji', '--scope', 'read', '--scope', 'write', '--days', '30');
    await token('create', 'grafana', '--json');
    printed.splice(0);
    await token('list', '--json');
    expect(JSON.parse(printed[0] ?? '')).toMatchObject([
      { name: 'minji', scopes: ['read', 'write'], expired: false },
      { name: 'grafana', scopes: ['read'] },
    ]);
    await token('revoke', 'minji');
    expect(await readFile(file, 'utf8')).not.toContain('minji');
    await expect(token('revoke', 'minji')).rejects.toBeInstanceOf(UnknownNameError);
  });

  it.each([
    [[]],
    [['burn']],
    [['create']],
    [['create', 'Two Words']],
    [['create', 'a', 'b']],
    [['create', 'a', '--days', '0']],
    [['create', 'a', '--days', '1e2']],
    [['create', 'a', '--scope', 'admin']],
  ])('refuses %j as bad input', async (args) => {
    await expect(token(...args)).rejects.toBeInstanceOf(InvalidInputError);
  });

  it('refuses a second token of the same name', async () => {
    await token('create', 'grafana');
    await expect(token('create', 'grafana')).rejects.toBeInstanceOf(InvalidInputError);
  });

  it.each([
    ['garbage', 'no JSON at all', 0o600, /does not hold token records: not JSON/],
    ['nothing', '', 0o600, /does not hold token records: not JSON/],
    ['what others may write', '{"tokens":[]}', 0o666, /Others may write .*\(mode 666\)/],
    ['what its group may write', '{"tokens":[]}', 0o620, /Others may write .*\(mode 620\)/],
  ])('refuses a file with %s', async (_, text, mode, told) => {
    const broken = join(folder, 'broken.json');
    await writeFile(broken, text);
    await chmod(broken, mode);
    const run = tokenCommand.run(['list', '--file', broken], 'en');
    await expect(run).rejects.toThrow(told);
    await expect(run).rejects.toBeInstanceOf(InvalidInputError);
  });

  it('refuses a folder in place of the file', async () => {
    const run = tokenCommand.run(['list', '--file', folder], 'en');
    await expect(run).rejects.toThrow(/cannot be read \(EISDIR\)/);
  });

  it('names a file that holds something else, and leaves it alone', async () => {
    const broken = join(folder, 'broken.json');
    await writeFile(broken, '{"tokens":[{"name":"x"}]}');
    const run = tokenCommand.run(['create', 'a', '--file', broken], 'en');
    await expect(run).rejects.toThrow(/broken\.json does not hold token records/);
    expect(await readFile(broken, 'utf8')).toBe('{"tokens":[{"name":"x"}]}');
  });
});
