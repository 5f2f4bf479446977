import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from '#adapters/files/make-folder';
import { unusablePath } from '#adapters/files/unusable-path';

let base: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'bonghwa-test-'));
  await writeFile(join(base, 'file'), '');
  await symlink('loop-b', join(base, 'loop-a'));
  await symlink('loop-a', join(base, 'loop-b'));
  await symlink('nothing', join(base, 'lost'));
});
afterAll(() => rm(base, { recursive: true }));

describe('a folder that somebody named', () => {
  it('is created with the missing ones above it, for its owner only, and again without harm', async () => {
    const path = join(base, 'a', '새 폴더', 'c');
    for (const _ of [1, 2]) await makeFolder(path, 0o700);
    expect((await stat(path)).mode & 0o777).toBe(0o700);
  });

  it('may be created by two at once', async () => {
    const path = join(base, 'at', 'once');
    await Promise.all([1, 2, 3].map(() => makeFolder(path)));
    expect((await stat(path)).isDirectory()).toBe(true);
  });

  it.each([
    ['is a file', 'file', 'EEXIST'],
    ['is below a file', 'file/below', 'ENOTDIR'],
    ['is a link to itself', 'loop-a', 'EEXIST'],
    ['is below such a link', 'loop-a/below', 'ELOOP'],
    ['is a link to nothing', 'lost', 'EEXIST'],
    ['has too long a name', 'x'.repeat(300), 'ENAMETOOLONG'],
  ])('that %s is refused with the reason', async (_, name, code) => {
    const error = await makeFolder(join(base, name)).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code });
    expect(unusablePath(error)?.why.ko).toMatch(/\p{Script=Hangul}/u);
  });

  // Node's own `recursive` does not end here.
  it.runIf(existsSync('/proc/self'))(
    'where nothing can be created is refused at once',
    async () => {
      for (const path of ['/proc/x', '/proc/x/y']) {
        const error = await makeFolder(path).catch((thrown: unknown) => thrown);
        expect(error).toMatchObject({ code: 'ENOENT' });
        expect(unusablePath(error)?.why.en).toBe('nothing can be created there');
      }
    },
  );

  it('is never created by Node alone', () => {
    const own = ['src/adapters/files/**', 'src/adapters/chromium/**'];
    const sources = globSync(['bin/**/*.ts', 'local/**/*.ts', 'src/**/*.ts'], { exclude: own });
    const alone = sources.filter((path) =>
      /mkdir(Sync)?\([^;]*recursive: true/.test(readFileSync(path, 'utf8')),
    );
    expect(sources.length).toBeGreaterThan(300);
    expect(alone).toEqual([]);
  });
});

describe('an error of a path', () => {
  it.each([
    ['IO error: /d/000007.ldb: No space left on device', '/d/000007.ldb', /full/, false],
    ['IO error: /d: e/LOCK: Permission denied', '/d: e/LOCK', /no right/, true],
    ['IO error: /d/LOG: Read-only file system', '/d/LOG', /read-only/, false],
  ])('of LevelDB is read: %s', (message, path, why, rights) => {
    const expected = { path, rights, why: { en: expect.stringMatching(why) } };
    expect(unusablePath(new Error(message))).toMatchObject(expected);
  });

  it.each([
    new Error('IO error: /d/000005.ldb: Input/output error'),
    new Error('Corruption: bad block'),
    Object.assign(new Error('no such file'), { code: 'ENOENT', path: '/d' }),
    'EACCES',
  ])('that no person can change is none: %s', (error) => {
    expect(unusablePath(error)).toBeUndefined();
  });
});
