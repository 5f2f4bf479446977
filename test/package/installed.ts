import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const CHECKOUT = resolve(import.meta.dirname, '../..');

/** A new user's folder: only `npm init -y` and the packed package. */
export interface Installed {
  readonly folder: string;
  /** `PATH` of a new user, without the checkout's own Node. */
  readonly path: string;
  run(command: string, ...args: string[]): { status: number | null; out: string; err: string };
  remove(): void;
}

export function installPacked(): Installed {
  const base = mkdtempSync(join(tmpdir(), 'bonghwa-stranger-'));
  const folder = join(base, 'own');
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--silent', '--pack-destination', base], {
      cwd: CHECKOUT,
      encoding: 'utf8',
    }),
  ) as [{ filename: string }];
  execFileSync('mkdir', [folder]);
  const path = (process.env.PATH ?? '')
    .split(':')
    .filter((place) => !place.startsWith(CHECKOUT))
    .join(':');
  const run = (command: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: folder,
      env: { PATH: path, HOME: process.env.HOME ?? base, LANG: 'C.UTF-8' },
      encoding: 'utf8',
    });
    return { status, out: stdout, err: stderr };
  };
  run('npm', 'init', '-y');
  const added = install(run, join(base, packed.filename));
  if (added.status !== 0) throw new Error(added.err);
  return { folder, path, run, remove: () => rmSync(base, { recursive: true, force: true }) };
}

function install(run: Installed['run'], ...what: string[]) {
  return run('npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', ...what);
}
