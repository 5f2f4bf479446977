import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserFiles, namedBrowser, refuseOtherMachine } from '#adapters/chromium/browser-files';
import { MonitorFaultError } from '#core/errors';

let folder: string;
let source: string;
let cache: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bonghwa-test-'));
  source = pack(join(folder, 'checkout'));
  cache = join(folder, 'cache');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const unpack = () => browserFiles({ source, cache });
const kept = async (from = source) =>
  dirname((await browserFiles({ source: from, cache })).executable);

/** A small package with all files of a browser's package. */
function pack(at: string, browser = brotliCompressSync(`\x7fELF${'x'.repeat(9_000)}`)): string {
  mkdirSync(join(at, 'fonts'), { recursive: true });
  writeFileSync(join(at, 'chromium.br'), browser);
  writeFileSync(join(at, 'fonts/한글.ttf'), 'a font');
  for (const name of ['al2023', 'swiftshader']) {
    writeFileSync(
      join(at, `${name}.tar.br`),
      brotliCompressSync(tarOf(`lib${name}.so`, 'library')),
    );
  }
  return at;
}

function tarOf(name: string, text: string): Buffer {
  const head = Buffer.alloc(512);
  head.write(name, 0);
  head.write('0000644', 100);
  head.write(text.length.toString(8), 124);
  head.write('0', 156);
  const body = Buffer.alloc(512);
  body.write(text);
  return Buffer.concat([head, body, Buffer.alloc(1_024)]);
}

const contentOf = (at: string) =>
  Object.fromEntries(
    readdirSync(at, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'manifest.json')
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        const { mode } = statSync(path);
        return [path.slice(at.length + 1), `${mode & 0o777} ${readFileSync(path, 'utf8')}`];
      }),
  );

describe('a browser that cannot be unpacked', () => {
  const whole = brotliCompressSync(`\x7fELF${'chromium'.repeat(40_000)}`);

  it.each([
    ['its file is missing', () => rmSync(join(source, 'chromium.br')), 'chromium.br'],
    ['the whole package is missing', () => rmSync(source, { recursive: true }), 'chromium.br'],
    [
      'its file was cut off',
      () => pack(source, whole.subarray(0, whole.length - 5)),
      'chromium.br',
    ],
    ['what is packed is no program', () => pack(source, brotliCompressSync('#!')), 'chromium.br'],
    ['it is not packed at all', () => pack(source, Buffer.from('not brotli')), 'chromium.br'],
    [
      'a library was cut off',
      () => truncateSync(join(source, 'al2023.tar.br'), 20),
      'al2023.tar.br',
    ],
    ['a library is missing', () => rmSync(join(source, 'al2023.tar.br')), 'al2023.tar.br'],
    ['there is no font', () => rmSync(join(source, 'fonts/한글.ttf')), 'fonts/*.ttf'],
  ])('because %s is named with the remedy and leaves nothing', async (_why, harm, file) => {
    harm();
    await expect(unpack()).rejects.toThrow(MonitorFaultError);
    await expect(unpack()).rejects.toThrow(`${join(source, file)} is missing or damaged`);
    await expect(unpack()).rejects.toMatchObject({ remedy: expect.stringContaining('npm ci') });
    const left = existsSync(cache) ? readdirSync(cache) : [];
    expect(left.filter((name) => !name.endsWith('.name'))).toEqual([]);
  });

  it('because there is no room says so', async () => {
    writeFileSync(cache, 'a file where the folder should be');
    await expect(unpack()).rejects.toThrow('the browser cannot be unpacked');
    await expect(unpack()).rejects.toMatchObject({ remedy: expect.stringContaining('TMPDIR') });
  });
});

describe('the unpacked browser', () => {
  it('is named by its content, with its own fonts and no path of a checkout in it', async () => {
    const at = await kept();
    expect(Object.keys(contentOf(at)).sort()).toEqual([
      'chromium',
      'fonts.conf',
      'fonts/한글.ttf',
      'libal2023.so',
      'libswiftshader.so',
      'start-browser',
    ]);
    expect(readFileSync(join(at, 'fonts.conf'), 'utf8')).not.toContain(folder);
    expect(readFileSync(join(at, 'start-browser'), 'utf8')).not.toContain(folder);
  });

  it.each([
    ['another browser', () => pack(source, brotliCompressSync('\x7fELF other'))],
    ['another font', () => writeFileSync(join(source, 'fonts/한글.ttf'), 'A font')],
    ['one more font', () => writeFileSync(join(source, 'fonts/b.otf'), 'a font')],
    [
      'another library',
      () => writeFileSync(join(source, 'al2023.tar.br'), brotliCompressSync(tarOf('a.so', 'b'))),
    ],
  ])('of %s is another folder, and the first one stays for its users', async (_what, change) => {
    const first = await kept();
    change();
    const second = await kept();
    expect(second).not.toBe(first);
    expect(existsSync(join(first, 'chromium'))).toBe(true);
  });

  it.each(['my checkout', '봉화 체크아웃', 'it\'s $HOME; `x` "y"'])(
    'is shared by checkouts with the same packages, one of them called %s',
    async (name) => {
      const first = await kept();
      const other = pack(join(folder, name, '가'));
      expect(await kept(other)).toBe(first);
      rmSync(source, { recursive: true });
      expect(await kept(other)).toBe(first);
      renameSync(other, join(folder, 'moved'));
      expect(await kept(join(folder, 'moved'))).toBe(first);
    },
  );

  it('is unpacked once by many who come at the same time from different checkouts', async () => {
    const checkouts = ['a', 'b', 'c', 'd', 'e'].map((name) => pack(join(folder, name)));
    const places = await Promise.all(checkouts.map((checkout) => kept(checkout)));
    expect(new Set(places).size).toBe(1);
    expect(readdirSync(cache).filter((name) => name.includes('partial'))).toEqual([]);
  });

  it('is taken from a package that cannot be written to', async () => {
    chmodSync(source, 0o555);
    expect(existsSync(join(await kept(), 'chromium'))).toBe(true);
    chmodSync(source, 0o755);
  });

  it('is not unpacked again while it is whole', async () => {
    const { ino, mtimeMs } = statSync(join(await kept(), 'chromium'));
    expect(statSync(join(await kept(), 'chromium'))).toMatchObject({ ino, mtimeMs });
  });
});

const HARMS: Readonly<Record<string, (path: string) => void>> = {
  removed: (path) => rmSync(path),
  emptied: (path) => truncateSync(path),
  'one byte longer': (path) => appendFileSync(path, '.'),
  'overwritten, its date set back': (path) => {
    const { atime, mtime, size } = statSync(path);
    writeFileSync(path, 'y'.repeat(size));
    utimesSync(path, atime, mtime);
  },
  'no longer executable, or suddenly so': (path) => chmodSync(path, statSync(path).mode ^ 0o111),
  'replaced by a folder': (path) => {
    rmSync(path);
    mkdirSync(path);
  },
};

describe('a browser kept from before', () => {
  it('is mended whatever happened to any of its files', async () => {
    const at = await kept();
    const wanted = contentOf(at);
    const names = [...Object.keys(wanted), 'manifest.json'];
    const harm = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...Object.keys(HARMS)));
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(harm, { selector: ([name]) => name, minLength: 1 }),
        async (harms) => {
          for (const [name, how] of harms) HARMS[how]?.(join(at, name));
          expect(await kept()).toBe(at);
          expect(contentOf(at)).toEqual(wanted);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is mended when its fonts are gone, or a file has taken their place', async () => {
    const at = await kept();
    const wanted = contentOf(at);
    rmSync(join(at, 'fonts'), { recursive: true });
    await kept();
    expect(contentOf(at)).toEqual(wanted);
    rmSync(join(at, 'fonts'), { recursive: true });
    writeFileSync(join(at, 'fonts'), '');
    await kept();
    expect(contentOf(at)).toEqual(wanted);
  });

  it('is mended by several at once', async () => {
    const at = await kept();
    const wanted = contentOf(at);
    rmSync(join(at, 'chromium'));
    const others = ['a', 'b', 'c'].map((name) => pack(join(folder, name)));
    await Promise.all(others.map((other) => kept(other)));
    expect(contentOf(at)).toEqual(wanted);
  });

  it('is unpacked anew on demand, under a program that still runs from it', async () => {
    const at = await kept();
    const { ino } = statSync(join(at, 'chromium'));
    await browserFiles({ source, cache, anew: true });
    expect(statSync(join(at, 'chromium')).ino).not.toBe(ino);
    expect(await kept()).toBe(at);
  });

  it('is removed when nobody used it for a month, and so is a half unpacked one after a crash', async () => {
    const old = await kept();
    const ago = (days: number) => Date.now() / 1_000 - days * 86_400;
    utimesSync(join(old, 'manifest.json'), ago(40), ago(40));
    const crashed = join(cache, 'x.partial-1');
    mkdirSync(crashed);
    utimesSync(crashed, ago(1), ago(1));
    const working = join(cache, 'x.partial-2');
    mkdirSync(working);
    await kept(pack(join(folder, 'new'), brotliCompressSync('\x7fELF new')));
    expect([old, crashed, working].map((path) => existsSync(path))).toEqual([false, false, true]);
  });

  it('stays while it is in use', async () => {
    const at = await kept();
    const month = Date.now() / 1_000 - 40 * 86_400;
    utimesSync(join(at, 'manifest.json'), month, month);
    await kept();
    await kept(pack(join(folder, 'new'), brotliCompressSync('\x7fELF new')));
    expect(existsSync(at)).toBe(true);
  });
});

describe('the folder where browsers are kept', () => {
  const OTHER_USER = 12_345;

  it('is one in the home directory where the temporary folder is not to be used', async () => {
    const temporary = join(folder, 'tmp');
    const home = join(folder, 'home');
    writeFileSync(temporary, 'no folder');
    mkdirSync(home);
    vi.stubEnv('TMPDIR', temporary);
    vi.stubEnv('HOME', home);
    const { executable } = await browserFiles({ source });
    expect(executable.startsWith(join(home, '.cache'))).toBe(true);
  });

  it.runIf(process.getuid?.() === 0)('is never one of somebody else', async () => {
    const home = join(folder, 'home');
    mkdirSync(home);
    vi.stubEnv('TMPDIR', folder);
    vi.stubEnv('HOME', home);
    const taken = join(folder, `bonghwa-browser-${process.getuid?.()}`);
    mkdirSync(taken);
    chownSync(taken, OTHER_USER, OTHER_USER);
    const { executable } = await browserFiles({ source });
    expect(executable.startsWith(join(home, '.cache'))).toBe(true);
    expect(readdirSync(taken)).toEqual([]);
  });
});

describe('the packed browser', () => {
  it.each([
    ['darwin', 'arm64'],
    ['linux', 'arm64'],
    ['win32', 'x64'],
  ] as const)('is refused in one line with a remedy on %s %s', (platform, arch) => {
    const error = thrown(() => refuseOtherMachine({ platform, arch }));
    expect(error).toBeInstanceOf(MonitorFaultError);
    expect((error as MonitorFaultError).message).toContain(`${platform} ${arch}`);
    expect((error as MonitorFaultError).remedy).toContain('BONGHWA_BROWSER');
  });

  it('is replaced by BONGHWA_BROWSER, which must be a program', async () => {
    vi.stubEnv('BONGHWA_BROWSER', process.execPath);
    const { executable, environment } = await browserFiles();
    expect(readFileSync(executable, 'utf8')).toContain(`exec '${process.execPath}' "$@"`);
    expect(environment).toEqual({});
    expect(await namedBrowser()).toBe(process.execPath);
    vi.unstubAllEnvs();
  });

  it.each([['/no/such/browser'], ['no-such-name'], [tmpdir()], [import.meta.filename]])(
    'is not replaced by %s, which is no program',
    async (path) => {
      vi.stubEnv('BONGHWA_BROWSER', path);
      await expect(browserFiles()).rejects.toThrow(
        `BONGHWA_BROWSER is ${path}, which is no program`,
      );
      vi.unstubAllEnvs();
    },
  );
});

function thrown(act: () => void): unknown {
  try {
    act();
    return undefined;
  } catch (error) {
    return error;
  }
}
