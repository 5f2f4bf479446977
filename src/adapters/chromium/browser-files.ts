import { createReadStream, createWriteStream } from 'node:fs';
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync } from 'node:zlib';
import {
  type BrowserSource,
  findBrowserSource,
  missing,
  type Packing,
} from '#adapters/chromium/browser-source';
import { filesOfTar } from '#adapters/chromium/untar';
import { MonitorFaultError } from '#core/errors';

/** A browser ready to start. */
export interface BrowserFiles {
  /** The wrapper script: no core dumps, and the browser's process id on disk. */
  readonly executable: string;
  readonly environment: Readonly<Record<string, string>>;
}

export interface BrowserFilesOptions {
  /** Folder with the packed (or, ready to run, unpacked) browser. Default: the installed package. */
  readonly source?: string;
  /** Where it is unpacked and kept between runs. Default: a folder of this user's in the temporary one. */
  readonly cache?: string;
}

/** The browser's own file is some 200 MB; anything smaller was cut off while being written. */
const LEAST_BROWSER_BYTES = 150_000_000;
const MANIFEST = 'manifest.json';

const ready = new Map<string, Promise<BrowserFiles>>();

/**
 * Unpacks the browser unless a complete copy is there. One unpacking per process however many ask,
 * and processes that do it at once don't disturb each other. Throws MonitorFaultError.
 */
export function browserFiles(options: BrowserFilesOptions = {}): Promise<BrowserFiles> {
  const key = `${options.source ?? ''}\n${options.cache ?? ''}`;
  const known = ready.get(key);
  if (known) return known;
  const files = prepare(options);
  ready.set(key, files);
  files.catch(() => ready.delete(key));
  return files;
}

async function prepare(options: BrowserFilesOptions): Promise<BrowserFiles> {
  const source = findBrowserSource(options.source);
  const cache = options.cache ?? (await defaultCache(source));
  await complete(source, cache)
    .catch(() => complete(source, cache))
    .catch((cause: unknown) => {
      if (cause instanceof MonitorFaultError) throw cause;
      throw missing(join(source.folder, source.packing?.file ?? 'chromium'), cause);
    });
  return {
    executable: join(cache, 'start-browser'),
    environment: {
      LD_LIBRARY_PATH: source.packing ? cache : source.folder,
      FONTCONFIG_FILE: join(cache, 'fonts.conf'),
    },
  };
}

/** Named after the packed file's size, so that another version gets another folder. */
async function defaultCache(source: BrowserSource): Promise<string> {
  const { size } = await stat(join(source.folder, source.packing?.file ?? 'chromium'));
  const user = userInfo();
  const home = join(tmpdir(), `bonghwa-browser-${user.uid}`);
  await mkdir(home, { recursive: true, mode: 0o700 });
  const found = await lstat(home);
  // In a shared temporary folder somebody else could have put a program of theirs there first.
  if (!found.isDirectory() || (user.uid >= 0 && found.uid !== user.uid)) {
    throw new MonitorFaultError(`${home} belongs to somebody else`, `remove ${home}`);
  }
  return join(home, String(size));
}

async function complete(source: BrowserSource, cache: string): Promise<void> {
  if (await isComplete(cache)) return;
  await mkdir(dirname(cache), { recursive: true });
  const partial = await mkdtemp(`${cache}.partial-`);
  try {
    await fill(partial, source, cache);
    await rm(cache, { recursive: true, force: true });
    await rename(partial, cache).catch(async (error: unknown) => {
      // Another process was first; its copy is as good as ours.
      if (!(await isComplete(cache))) throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

async function fill(folder: string, source: BrowserSource, cache: string): Promise<void> {
  if (source.packing) await unpack(folder, source.folder, source.packing);
  const browser = source.packing ? cache : source.folder;
  await writeFile(join(folder, 'fonts.conf'), fontsConf(source.fonts, join(cache, 'font-cache')));
  await writeFile(join(folder, 'start-browser'), wrapper(join(browser, 'chromium')), {
    mode: 0o755,
  });
  await writeFile(join(folder, MANIFEST), JSON.stringify(await sizesOf(folder)));
}

async function unpack(folder: string, from: string, packing: Packing): Promise<void> {
  const binary = join(folder, 'chromium');
  await Promise.all([
    pipeline(
      createReadStream(join(from, packing.file), { highWaterMark: 2 ** 20 }),
      packing.decompress(),
      createWriteStream(binary, { mode: 0o755 }),
    ),
    ...['swiftshader.tar.br', 'al2023.tar.br'].map((archive) => untar(folder, join(from, archive))),
  ]);
  const { size } = await stat(binary);
  if (size < LEAST_BROWSER_BYTES) throw missing(join(from, packing.file));
}

async function untar(folder: string, archive: string): Promise<void> {
  for (const file of filesOfTar(brotliDecompressSync(await readFile(archive)))) {
    await writeFile(join(folder, basename(file.path)), file.body);
    await chmod(join(folder, basename(file.path)), file.mode);
  }
}

async function sizesOf(folder: string): Promise<Record<string, number>> {
  const names = await readdir(folder);
  const sizes = names.map(async (name) => [name, (await stat(join(folder, name))).size] as const);
  return Object.fromEntries(await Promise.all(sizes));
}

async function isComplete(cache: string): Promise<boolean> {
  try {
    const wanted: Record<string, number> = JSON.parse(
      await readFile(join(cache, MANIFEST), 'utf8'),
    );
    const checks = Object.entries(wanted).map(
      async ([name, size]) => (await stat(join(cache, name))).size === size,
    );
    return (await Promise.all(checks)).every(Boolean);
  } catch {
    return false;
  }
}

/**
 * A core file of this browser is 300 MB to 900 MB and fills Lambda's disk. `exec` keeps the process
 * id, so what stands in the file is the browser's own.
 */
function wrapper(browser: string): string {
  return [
    '#!/bin/sh',
    'ulimit -c 0',
    `[ -n "$BONGHWA_RUN" ] && printf '%s\\n' "$$" "$@" > "$BONGHWA_RUN/started"`,
    `exec '${browser}' "$@"`,
    '',
  ].join('\n');
}

function fontsConf(fonts: string, fontCache: string): string {
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    `  <dir>${fonts}</dir>`,
    `  <cachedir>${fontCache}</cachedir>`,
    '</fontconfig>',
    '',
  ].join('\n');
}
