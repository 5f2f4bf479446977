import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Builds and starts the image of `bonghwa watch` from the packed package, where Docker exists. */
const IMAGE = 'bonghwa-watch-trial';

function docker(...args: string[]): number {
  return spawnSync('docker', args, { stdio: 'inherit' }).status ?? 1;
}

if (spawnSync('docker', ['version'], { stdio: 'ignore' }).status !== 0) {
  console.log('Docker is not here: nothing was built.');
  process.exit(0);
}
const folder = mkdtempSync(join(tmpdir(), 'bonghwa-docker-'));
try {
  const npm = (...args: string[]) => execFileSync('npm', args, { cwd: folder, stdio: 'inherit' });
  execFileSync('npm', ['pack', '--pack-destination', folder], { stdio: 'inherit' });
  const [packed = ''] = globSync('*.tgz', { cwd: folder });
  npm('init', '-y');
  npm('install', '--no-audit', '--no-fund', `./${packed}`);
  npm('exec', 'bonghwa', 'init');
  copyFileSync(resolve('package/host/Dockerfile'), join(folder, 'Dockerfile'));
  copyFileSync(resolve('package/host/dockerignore'), join(folder, '.dockerignore'));
  const built = docker('build', '-t', IMAGE, folder);
  process.exitCode =
    built || docker('run', '--rm', '--init', IMAGE, 'node_modules/.bin/bonghwa', 'plan');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
