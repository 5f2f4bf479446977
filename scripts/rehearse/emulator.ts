import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { close, listen } from '#local/cloud/loopback';
import { HOME_REGION } from './guard.ts';
import { RehearsalError } from './rehearsal-error.ts';
import { runCommand } from './run-command.ts';

/** Pinned: an emulator that supports a new resource type overnight would change the report. */
const PACKAGES = ['ministack==1.5.33', 'cfn-lint==1.58.0'];
export const LOG = 'ministack.log';
const START_MS = 60_000;

export interface Emulator {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** A virtual environment of our own, so that nothing is installed on the machine. */
export async function installTools(folder: string): Promise<string> {
  const bin = join(folder, 'venv/bin');
  if (!existsSync(join(bin, 'ministack'))) {
    await runCommand('python3', ['-m', 'venv', join(folder, 'venv')]);
    await runCommand(join(bin, 'pip'), ['install', '--quiet', ...PACKAGES]);
  }
  return bin;
}

/** Why the rehearsal cannot run here, if it cannot. */
export async function missingTool(): Promise<string | undefined> {
  const script = 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))';
  try {
    const { code } = await runCommand('python3', ['-c', script], { accept: [0, 1] });
    return code === 0 ? undefined : 'Python 3.10 or newer with venv and pip is needed.';
  } catch {
    return 'Python 3.10 or newer is needed, and there is no python3.';
  }
}

export interface EmulatorOptions {
  /** Of the virtual environment. */
  readonly bin: string;
  /** Path of its log. */
  readonly folder: string;
  /**
   * Folder for the functions' code. It is outside the project, whose package.json would turn the
   * code into ES modules.
   */
  readonly temporary: string;
}

export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { bin, folder, temporary } = options;
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const log = openSync(join(folder, LOG), 'w');
  const child = spawn(join(bin, 'ministack'), [], {
    env: {
      PATH: process.env.PATH ?? '',
      HOME: temporary,
      TMPDIR: temporary,
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      MINISTACK_REGION: HOME_REGION,
      AWS_ENDPOINT_URL: endpoint,
      // Used in queue URLs and API host names. A name that ends in a number would not be a valid
      // URL.
      MINISTACK_HOST: 'localhost',
    },
    stdio: ['ignore', log, log],
    detached: true,
  });
  await untilUp(endpoint, child);
  return { endpoint, stop: () => end(child) };
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await close(server);
  return port;
}

async function untilUp(endpoint: string, child: ChildProcess): Promise<void> {
  const deadline = performance.now() + START_MS;
  while (performance.now() < deadline && child.exitCode === null) {
    const answer = await fetch(`${endpoint}/_ministack/health`).catch(() => undefined);
    if (answer) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  await end(child);
  throw new RehearsalError(
    'The emulator does not start.',
    'Read .bonghwa/rehearsal/ministack.log.',
  );
}

/** Also ends its children, because it runs every function in a process of its own. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid, 'SIGTERM');
  const force = setTimeout(() => process.kill(-(child.pid ?? 0), 'SIGKILL'), 5_000);
  await ended;
  clearTimeout(force);
}
