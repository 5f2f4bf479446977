import { existsSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Deployment } from '#core/plan/deployment';
import type { Configuration } from '#core/watch/configuration';

/** Input of every construct: the resolved configuration, by value. */
export interface DeployContext {
  readonly configuration: Configuration;
  readonly deployment: Deployment;
  /** JSON of `configuration`; copied beside the code of every function. */
  readonly configurationFile: string;
  /** Code that adds the journeys of an own folder; part of the browser function. */
  readonly journeysFile?: string;
}

/** The folder of this code, whatever the working directory is: a checkout, or the built package. */
export const CODE_ROOT = fileURLToPath(new URL('..', import.meta.url));

const LOCK_FILES = ['package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'yarn.lock'];

/** Lock file of the installed packages. Its folder is the project's. */
export const LOCK_FILE = nearestLockFile(CODE_ROOT);

export const PROJECT_ROOT = dirname(LOCK_FILE);

/** The path in the form for esbuild, which runs in the project's folder. */
export function asSeenFromProject(path: string): string {
  return `./${relative(PROJECT_ROOT, join(CODE_ROOT, path))}`;
}

/** The folder of an installed package, wherever the package manager put it. */
export function packageFolder(name: string): string {
  const found = findPackageJSON(name, import.meta.url);
  if (found) return dirname(found);
  throw new Error(`The package ${name} is not installed: run npm install again.`);
}

function nearestLockFile(folder: string): string {
  for (const name of LOCK_FILES) {
    if (existsSync(join(folder, name))) return join(folder, name);
  }
  const above = dirname(folder);
  if (above !== folder) return nearestLockFile(above);
  throw new Error(`No lock file (${LOCK_FILES.join(', ')}) above ${CODE_ROOT}: run npm install.`);
}
