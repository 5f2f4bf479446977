import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { access, chmod, constants, lstat, mkdir, stat, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { contentName, fill, isWhole, markUsed, refill } from '#adapters/chromium/browser-cache';
import { wrapperOf } from '#adapters/chromium/browser-parts';
import { type BrowserSource, findBrowserSource } from '#adapters/chromium/browser-source';
import { sweepAbandoned } from '#adapters/chromium/own-folder';
import { MonitorFaultError } from '#core/errors';

/** A browser ready to start. */
export interface BrowserFiles {
  /** The wrapper script: no core dumps, and the browser's process id on disk. */
  readonly executable: string;
  readonly environment: Readonly<Record<string, string>>;
}

export interface BrowserFilesOptions {
  /** Folder with the packed browser. Default: the installed package. */
  readonly source?: string;
  /** Folder that unpacked browsers are kept in. Default: one of this user's in the temporary folder. */
  readonly cache?: string;
  /** Unpacks again, for a browser that looks complete and does not start. */
  readonly anew?: boolean;
}

const underWay = new Map<string, Promise<BrowserFiles>>();

/**
 * The browser as it was packed: looked through each time, unpacked again where anything is missing.
 * One unpacking per process however many ask, and processes that do it at once don't disturb each
 * other. Throws MonitorFaultError.
 */
export function browserFiles(options: BrowserFilesOptions = {}): Promise<BrowserFiles> {
  const key = JSON.stringify(options);
  const known = underWay.get(key);
  if (known) return known;
  const files = prepare(options).finally(() => underWay.delete(key));
  underWay.set(key, files);
  return files;
}

async function prepare({
  source,
  cache,
  anew = false,
}: BrowserFilesOptions): Promise<BrowserFiles> {
  if (source === undefined) {
    const own = await namedBrowser();
    if (own !== undefined) return ownBrowser(own);
    refuseOtherMachine(process);
  }
  const packed = findBrowserSource(source);
  const homes = cache === undefined ? defaultHomes() : [cache];
  if (!anew) {
    for (const home of homes) {
      const folder = await wholeIn(home, packed);
      if (folder !== undefined) return startable(folder);
    }
  }
  const reasons: string[] = [];
  for (const home of homes) {
    try {
      return startable(await filledIn(home, packed, anew ? refill : fill));
    } catch (error) {
      if (error instanceof MonitorFaultError) throw error;
      reasons.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new MonitorFaultError(
    `the browser cannot be unpacked: ${reasons.join('; ')}`,
    'make room (300 MB) in the temporary folder, or set TMPDIR to a folder of yours',
  );
}

/**
 * The path in BONGHWA_BROWSER; undefined where the packed browser is used. Throws MonitorFaultError for
 * what is no program.
 */
export async function namedBrowser(): Promise<string | undefined> {
  const named = process.env.BONGHWA_BROWSER;
  if (!named) return undefined;
  const path = resolve(named);
  const isProgram = await access(path, constants.X_OK).then(
    async () => (await stat(path)).isFile(),
    () => false,
  );
  if (isProgram) return path;
  throw new MonitorFaultError(
    `BONGHWA_BROWSER is ${named}, which is no program that can be started`,
    'give the path of Chrome or Chromium, or unset it to use the packed browser',
  );
}

/**
 * A browser of the machine's own, as on macOS or arm64: Chrome, Chromium, or what Playwright brings. The
 * package's fonts and libraries are made for the packed browser alone.
 */
async function ownBrowser(path: string): Promise<BrowserFiles> {
  const [home = tmpdir()] = defaultHomes();
  await make(home);
  if (!(await isOurs(home))) throw new Error(`${home} belongs to somebody else`);
  const executable = join(
    home,
    `start-own-${createHash('sha256').update(path).digest('hex').slice(0, 12)}`,
  );
  const quoted = `'${path.replaceAll("'", `'\\''`)}'`;
  await writeFile(executable, wrapperOf(quoted), { mode: 0o755 });
  return { executable, environment: {} };
}

/** The packed browser runs on Linux on x64 alone. */
export function refuseOtherMachine({
  platform,
  arch,
}: Pick<NodeJS.Process, 'platform' | 'arch'>): void {
  if (platform === 'linux' && arch === 'x64') return;
  throw new MonitorFaultError(
    `the packed browser runs on Linux x64 only, and this is ${platform} ${arch}`,
    'set BONGHWA_BROWSER to the path of Chrome or Chromium',
  );
}

/** A home directory serves where the temporary folder is full, read-only or taken by somebody else. */
function defaultHomes(): readonly string[] {
  const name = `bonghwa-browser-${process.getuid?.() ?? 0}`;
  return [join(tmpdir(), name), join(homedir(), '.cache', name)];
}

async function wholeIn(home: string, source: BrowserSource): Promise<string | undefined> {
  if (!(await isOurs(home))) return undefined;
  const folder = join(home, await contentName(source, home));
  if (!(await isWhole(folder))) return undefined;
  await markUsed(folder, Date.now()).catch(() => undefined);
  sweepAbandoned(`${folder}.partial-`);
  return folder;
}

async function filledIn(home: string, source: BrowserSource, write: typeof fill): Promise<string> {
  await make(dirname(home));
  await make(home);
  if (!(await isOurs(home))) throw new Error(`${home} belongs to somebody else`);
  const folder = join(home, await contentName(source, home));
  await write(folder, source);
  return folder;
}

/** Not `recursive`: where a folder cannot be made, as below /proc, Node would try forever. */
async function make(folder: string): Promise<void> {
  await mkdir(folder, { mode: 0o700 }).catch((error: unknown) => {
    if (!existsSync(folder)) throw error;
  });
}

/** In a shared temporary folder somebody else could have put a program of theirs there. */
async function isOurs(home: string): Promise<boolean> {
  try {
    const found = await lstat(home);
    const uid = process.getuid?.() ?? found.uid;
    if (!found.isDirectory() || found.uid !== uid) return false;
    if ((found.mode & 0o022) !== 0) await chmod(home, 0o700);
    return true;
  } catch {
    return false;
  }
}

function startable(folder: string): BrowserFiles {
  return {
    executable: join(folder, 'start-browser'),
    environment: { LD_LIBRARY_PATH: folder, FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}
