import { readdirSync, readFileSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { closeOwnFolder, openOwnFolder, sweepAbandoned } from '#adapters/chromium/own-folder';
import { commandOf, endGroup, killGroup, withEnvironment } from '#adapters/chromium/process-group';

const PREFIX = 'bonghwa-run-';

let swept = false;

/** A folder for one run. First removes what earlier processes left behind. */
export async function openRunFolder(): Promise<string> {
  const path = join(tmpdir(), PREFIX);
  if (!swept) sweepAbandoned(path, sweepNow);
  swept = true;
  return openOwnFolder(path, sweepNow);
}

/** Ends the run's browser if it still runs, and removes the files of both. */
export async function closeRunFolder(folder: string): Promise<void> {
  const { pid, profile } = startedIn(folder);
  if (pid !== undefined) await endGroup(pid);
  if (profile) await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  await closeOwnFolder(folder);
}

/** Process id that the wrapper wrote when the browser started. */
export function browserOf(folder: string): number | undefined {
  return notedIn(folder).pid;
}

function sweepNow(folder: string): void {
  const { pid, profile } = startedIn(folder);
  // After a crash the id may belong to another process, so only a browser of this run is killed.
  if (pid !== undefined && profile && commandOf(pid).includes(profile)) killGroup(pid);
  if (profile) rmSync(profile, { recursive: true, force: true });
  else removeEmptyProfiles(statSync(folder).birthtimeMs);
  rmSync(folder, { recursive: true, force: true });
}

interface Started {
  readonly pid?: number;
  /** Its profile folder. */
  readonly profile?: string;
}

/**
 * Processes that the wrapper recorded. Without a record (full disk, right at the start), processes
 * found by search.
 */
function startedIn(folder: string): Started {
  const noted = notedIn(folder);
  if (noted.pid !== undefined) return noted;
  const pid = withEnvironment(`BONGHWA_RUN=${folder}`);
  return pid === undefined ? {} : { pid, ...profileIn(commandOf(pid).split('\0')) };
}

function notedIn(folder: string): Started {
  try {
    const [pid, ...args] = readFileSync(join(folder, 'started'), 'utf8').split('\n');
    return Number(pid) > 0 ? { pid: Number(pid), ...profileIn(args) } : {};
  } catch {
    return {};
  }
}

/** Only a folder that Playwright made itself, in its own place. */
function profileIn(args: readonly string[]): Pick<Started, 'profile'> {
  const profile = args.find((arg) => arg.startsWith('--user-data-dir='))?.slice(16);
  return profile !== undefined && dirname(profile) === tmpdir() ? { profile } : {};
}

/** Made for a browser that never started. Another process would make its own again. */
function removeEmptyProfiles(since: number): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith('playwright_chromiumdev_profile-')) continue;
    const profile = join(tmpdir(), name);
    try {
      if (statSync(profile).birthtimeMs >= since) rmdirSync(profile);
    } catch {
      // It is in use.
    }
  }
}
