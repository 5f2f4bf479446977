import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FUNCTIONS, type FunctionName, nodeOptions } from '#contract/functions';
import { type Invocation, RuntimeApiServer } from './runtime-api-server.ts';

const BOOTSTRAP = fileURLToPath(new URL('bootstrap.mjs', import.meta.url));
/**
 * `nobody`, because the superuser may write into read-only folders, so a run as superuser proves
 * nothing.
 */
const NOBODY = 65_534;

export interface LambdaProcessOptions {
  readonly name: FunctionName;
  /** The function's asset, as bundled for deployment. */
  readonly asset: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** One execution environment: only the asset, in a read-only folder, with a /tmp of its own. */
export class LambdaProcess {
  readonly #options: LambdaProcessOptions;
  readonly #server = new RuntimeApiServer();
  readonly #folder = mkdtempSync(join(tmpdir(), 'bonghwa-lambda-'));
  #child: ChildProcess | undefined;
  #output = '';

  constructor(options: LambdaProcessOptions) {
    this.#options = options;
  }

  /**
   * A cold start includes the time from the start of the process to its request for the first
   * event.
   */
  async start(): Promise<void> {
    await this.#server.start();
    const task = join(this.#folder, 'task');
    const temporary = join(this.#folder, 'tmp');
    cpSync(this.#options.asset, task, { recursive: true });
    spawnSync('mkdir', ['-m', '700', temporary]);
    spawnSync('chmod', ['-R', 'a-w,a+rX', task]);
    const user = unprivileged();
    chmodSync(this.#folder, 0o755);
    if (user) chownSync(temporary, NOBODY, NOBODY);
    this.#child = spawn(process.execPath, [BOOTSTRAP], {
      cwd: task,
      env: this.#environment(task, temporary),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      ...user,
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.#output += chunk.toString();
      });
    }
    this.#child.once('exit', (code) => {
      this.#server.fail(new Error(`The function's process ended with ${code}:\n${this.#output}`));
    });
  }

  invoke(event: unknown): Promise<Invocation> {
    return this.#server.invoke(event, FUNCTIONS[this.#options.name].timeoutSeconds * 1000);
  }

  /** Processor time of the function and of the children it has waited for, ms. Linux only. */
  get cpuMs(): number {
    const stat = readFileSync(`/proc/${this.#child?.pid}/stat`, 'utf8');
    // Fields 14 to 17 are user and system time, own and children's, in ticks of 10 ms.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks) * 10, 0);
  }

  /** Everything the function has printed. */
  get output(): string {
    return this.#output;
  }

  /** Files that it left in /tmp. */
  get leftovers(): readonly string[] {
    return readdirSync(join(this.#folder, 'tmp'));
  }

  async stop(): Promise<void> {
    this.#child?.removeAllListeners('exit');
    if (this.#child?.pid && this.#child.exitCode === null && this.#child.signalCode === null) {
      const ended = new Promise((resolve) => this.#child?.once('exit', resolve));
      process.kill(-this.#child.pid, 'SIGKILL');
      await ended;
    }
    await this.#server.stop();
    spawnSync('chmod', ['-R', 'u+w', this.#folder]);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Only the listed variables. A variable that exists only on this machine would hide a fault. */
  #environment(task: string, temporary: string): NodeJS.ProcessEnv {
    return {
      PATH: '/usr/local/bin:/usr/bin:/bin',
      LANG: 'en_US.UTF-8',
      TZ: ':UTC',
      TMPDIR: temporary,
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      AWS_LAMBDA_RUNTIME_API: this.#server.address,
      LAMBDA_TASK_ROOT: task,
      _HANDLER: 'index.handler',
      NODE_OPTIONS: nodeOptions(this.#options.name),
      ...this.#options.environment,
    };
  }
}

function unprivileged(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const user = { uid: NOBODY, gid: NOBODY };
  return spawnSync(process.execPath, ['-v'], user).status === 0 ? user : undefined;
}
