import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/** Folder of the tools. They are not dependencies of the project. */
export const TOOLS = resolve(import.meta.dirname, '../../.bonghwa/check-api');

/** They bring a TypeScript of their own, because the project's version has no compiler API. */
const PACKAGES = {
  '@redocly/cli': '2.77.0',
  '@stoplight/spectral-cli': '6.16.3',
  'openapi-fetch': '0.17.0',
  'openapi-typescript': '7.13.0',
  typescript: '5.9.3',
};

const SCHEMATHESIS = '4.32.5';

/** Path of a program, or why it is missing. */
export type Found = { readonly path: string } | { readonly missing: string };

export interface Outcome {
  readonly good: boolean;
  readonly output: string;
}

const MOST_OUTPUT = 64 * 1024 * 1024;

/** Runs a program in the folder of the tools, while this process keeps serving the API. */
export function run(program: string, args: readonly string[]): Promise<Outcome> {
  return new Promise((done) => {
    execFile(program, args, { cwd: TOOLS, maxBuffer: MOST_OUTPUT }, (error, stdout, stderr) =>
      done({ good: error === null, output: `${stdout}${stderr}`.trim() }),
    );
  });
}

/** Fetches the npm packages once. */
export function fetchPackages(): Promise<Outcome> {
  mkdirSync(TOOLS, { recursive: true });
  const manifest = { private: true, type: 'module', dependencies: PACKAGES };
  writeFileSync(join(TOOLS, 'package.json'), JSON.stringify(manifest));
  return run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--silent']);
}

export function binary(name: string): string {
  return join(TOOLS, 'node_modules/.bin', name);
}

export async function fetchSchemathesis(): Promise<Found> {
  const venv = join(TOOLS, 'venv');
  const path = join(venv, 'bin/schemathesis');
  if (existsSync(path)) return { path };
  const made = await run('python3', ['-m', 'venv', venv]);
  if (!made.good) return { missing: 'no python3 with venv' };
  const pip = await run(join(venv, 'bin/pip'), ['install', '-q', `schemathesis==${SCHEMATHESIS}`]);
  return pip.good && existsSync(path) ? { path } : { missing: pip.output.slice(-200) };
}

/**
 * Where a Debian package was unpacked without root: `dpkg -x prometheus_*.deb .bonghwa/prometheus`.
 */
const UNPACKED = resolve(TOOLS, '../prometheus/usr/bin');

/** A program of the Debian package `prometheus`. */
export function prometheusProgram(name: 'prometheus' | 'promtool'): Found {
  const folders = [UNPACKED, ...(process.env.PATH ?? '').split(delimiter)];
  const folder = folders.find((each) => existsSync(each) && readdirSync(each).includes(name));
  if (folder !== undefined) return { path: join(folder, name) };
  return {
    missing: `no ${name}: apt-get install prometheus, or unpack it into .bonghwa/prometheus`,
  };
}
