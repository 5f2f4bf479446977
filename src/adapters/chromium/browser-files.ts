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
  /** The wrapper script: no core dumps, and it writes the browser's process id to disk. */
  readonly executable: string;
  readonly environment: Readonly<Record<string, string>>;
}

export interface BrowserFilesOptions {
  /** Folder with the packed browser. Default: the installed package. */
  readonly source?: string;
  /** Folder for unpacked browsers. Default: one of this user in the temporary folder. */
  readonly cache?: string;
  /** Unpacks again, for a browser that looks complete but does not start. */
  readonly anew?: boolean;
}

const underWay = new Map<string, Promise<BrowserFiles>>();

/**
 * The packed browser, unpacked. Its files are checked each time, and unpacked again if any is
 * missing. Each process unpacks once, and processes do not disturb each other. Throws
 * MonitorFaultError.
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
    {
      en: `the browser cannot be unpacked: ${reasons.join('; ')}`,
      ko: `브라우저의 압축을 풀 수 없습니다(원문: ${reasons.join('; ')})`,
    },
    {
      en: 'make room (300 MB) in the temporary folder, or set TMPDIR to a folder of yours',
      ko: '임시 폴더에 공간(300 MB)을 확보하거나 TMPDIR을 쓸 수 있는 폴더로 지정하십시오',
    },
  );
}

/**
 * The path in BONGHWA_BROWSER. Undefined if the packed browser is used. Throws MonitorFaultError if
 * it is not a program.
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
    {
      en: `BONGHWA_BROWSER is ${named}, which is no program that can be started`,
      ko: `BONGHWA_BROWSER 값 ${named}은(는) 실행할 수 있는 프로그램이 아닙니다`,
    },
    {
      en: 'give the path of Chrome or Chromium, or unset it to use the packed browser',
      ko: 'Chrome이나 Chromium의 경로를 주거나, 값을 지워 내장 브라우저를 쓰십시오',
    },
  );
}

/**
 * An installed browser, as on macOS or arm64: Chrome, Chromium or Playwright's. The package's fonts
 * and libraries only fit the packed browser.
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

/** The packed browser only runs on Linux on x64. */
export function refuseOtherMachine({
  platform,
  arch,
}: Pick<NodeJS.Process, 'platform' | 'arch'>): void {
  if (platform === 'linux' && arch === 'x64') return;
  throw new MonitorFaultError(
    {
      en: `the packed browser runs on Linux x64 only, and this is ${platform} ${arch}`,
      ko: `내장 브라우저는 Linux x64에서만 동작합니다. 이 컴퓨터: ${platform} ${arch}`,
    },
    {
      en: 'set BONGHWA_BROWSER to the path of Chrome or Chromium',
      ko: 'BONGHWA_BROWSER에 Chrome이나 Chromium의 경로를 지정하십시오',
    },
  );
}

/** Uses a home directory if the temporary folder is full, read-only or owned by someone else. */
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

/** Not `recursive`: where a folder cannot be made, as below /proc, Node would retry forever. */
async function make(folder: string): Promise<void> {
  await mkdir(folder, { mode: 0o700 }).catch((error: unknown) => {
    if (!existsSync(folder)) throw error;
  });
}

/** In a shared temporary folder another user could have placed a program. */
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
