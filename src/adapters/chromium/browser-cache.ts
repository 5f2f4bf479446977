import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { OWN_PARTS, writeParts } from '#adapters/chromium/browser-parts';
import { type BrowserSource, missing } from '#adapters/chromium/browser-source';
import { closeOwnFolder, openOwnFolder, sweepAbandoned } from '#adapters/chromium/own-folder';
import { DAY, HOUR } from '#core/time/time';

/** Lists every file of the folder with its stamp. */
const MANIFEST = 'manifest.json';
/** Unpacking never takes this long, so the process that began it has died. */
const ABANDONED_MS = HOUR;
const UNUSED_MS = 30 * DAY;

/**
 * Names the unpacked `source` by its content, so that checkouts with the same packages share a
 * folder.
 */
export async function contentName(source: BrowserSource, home: string): Promise<string> {
  const files = [source.binary, ...source.archives, ...source.fonts];
  const stamps = await eachOf(files, async (file) => `${file} ${await stampOf(file)}`);
  // Reading 70 MB takes a tenth of a second, and packages rarely change.
  const note = join(home, `${digest(stamps)}.name`);
  const noted = await readFile(note, 'utf8').catch(() => '');
  if (/^[\da-f]{16}$/.test(noted)) return noted;
  const name = digest(await eachOf(files, sha256Of));
  await replace(note, name).catch(() => undefined);
  return name;
}

/** True if no file is missing from the folder and none was changed since it was filled. */
export async function isWhole(folder: string): Promise<boolean> {
  const stamps = Object.entries(await readManifest(folder));
  const same = stamps.map(async ([name, stamp]) => (await stampOf(join(folder, name))) === stamp);
  const all = await Promise.all(same).catch(() => [false]);
  return all.length > 0 && all.every(Boolean);
}

/**
 * Fills the folder unless another process does it first. Throws MonitorFaultError for a damaged
 * package.
 */
export async function fill(folder: string, source: BrowserSource): Promise<void> {
  await unpackBeside(folder, source, async (partial) => {
    const renamed = await rename(partial, folder).then(
      () => true,
      () => false,
    );
    if (!renamed && !(await isWhole(folder))) await replaceAll(partial, folder);
  });
}

/** Replaces all files with new ones while browsers run from there. */
export async function refill(folder: string, source: BrowserSource): Promise<void> {
  await unpackBeside(folder, source, (partial) => replaceAll(partial, folder));
}

async function unpackBeside(
  folder: string,
  source: BrowserSource,
  use: (partial: string) => Promise<void>,
): Promise<void> {
  await sweepHome(dirname(folder));
  sweepAbandoned(`${folder}.partial-`);
  const partial = await openOwnFolder(`${folder}.partial-`);
  try {
    await writeParts(source, partial);
    await writeManifest(partial, await namesIn(partial));
    await use(partial);
  } finally {
    await closeOwnFolder(partial);
  }
}

/**
 * Marks the folder as in use. A folder that was unused for a month is removed when the next one is
 * filled.
 */
export async function markUsed(folder: string, now: number): Promise<void> {
  const path = join(folder, MANIFEST);
  const { mtimeMs } = await stat(path);
  if (now - mtimeMs > DAY) await utimes(path, now / 1_000, now / 1_000);
}

async function replaceAll(from: string, to: string): Promise<void> {
  const names = await namesIn(from);
  for (const name of names) await moveOver(join(from, name), join(to, name));
  await writeManifest(to, names);
}

/** A running browser keeps its open files. */
async function moveOver(from: string, to: string): Promise<void> {
  const folder = dirname(to);
  await mkdir(folder, { recursive: true }).catch(() => replaceByFolder(folder));
  await rename(from, to).catch(async () => {
    await rm(to, { recursive: true, force: true });
    await rename(from, to);
  });
}

async function replaceByFolder(path: string): Promise<void> {
  await rm(path, { force: true });
  await mkdir(path, { recursive: true });
}

async function readManifest(folder: string): Promise<Readonly<Record<string, string>>> {
  try {
    return JSON.parse(await readFile(join(folder, MANIFEST), 'utf8'));
  } catch {
    return {};
  }
}

async function writeManifest(folder: string, names: readonly string[]): Promise<void> {
  const stamps = names.map(async (name) => [name, await stampOf(join(folder, name))] as const);
  const manifest = Object.fromEntries(await Promise.all(stamps));
  await replace(join(folder, MANIFEST), JSON.stringify(manifest));
}

/** Changes with every change of a file, because its change time cannot be set. */
async function stampOf(path: string): Promise<string> {
  const { ctimeNs, ino, mode, mtimeNs, size } = await stat(path, { bigint: true });
  return [size, mode, ino, mtimeNs, ctimeNs].join('-');
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 2 ** 20 }), hash);
  return hash.digest('hex');
}

function eachOf(
  files: readonly string[],
  read: (file: string) => Promise<string>,
): Promise<readonly string[]> {
  const reading = files.map((file) =>
    read(file).catch((cause: unknown) => {
      throw missing(file, cause);
    }),
  );
  return Promise.all(reading);
}

function digest(seen: readonly string[]): string {
  const texts = [...OWN_PARTS.map(({ text }) => text), ...seen];
  return createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 16);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name !== MANIFEST)
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/** Atomic, even with other writers. */
async function replace(path: string, text: string): Promise<void> {
  const partial = `${path}.partial-${randomUUID()}`;
  try {
    await writeFile(partial, text);
    await moveOver(partial, path);
  } finally {
    await rm(partial, { force: true });
  }
}

async function sweepHome(home: string): Promise<void> {
  const now = Date.now();
  for (const name of await readdir(home)) {
    const path = join(home, name);
    const used = await stat(join(path, MANIFEST))
      .catch(() => stat(path))
      .catch(() => undefined);
    const most = name.includes('.partial-') ? ABANDONED_MS : UNUSED_MS;
    if (now - (used?.mtimeMs ?? now) > most) {
      await rm(path, { recursive: true, force: true }).catch(() => undefined);
    }
  }
}
