import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { browserFiles } from '#adapters/chromium/browser-files';
import { createJourneyRunner, type JourneyRunnerOptions } from '#adapters/chromium/journey-runner';
import { classify } from '#core/classify/classify';
import type { JourneyOrder } from '#core/ports/checks';
import type { RunRecord } from '#core/run/run-record';
import { inspectionOnly } from '#portals/inspection';
import { anInspection } from '../support/journey-orders.ts';

/** How a run with a broken monitor ended. The portal works all the time. */
export interface Ending {
  /** `ended`: by a signal, without a result. `given back`: the queue delivers the request again. */
  readonly result: 'passed' | 'degraded' | 'failed' | 'inconclusive' | 'ended' | 'given back';
  readonly kind?: string | undefined;
  /** The message for the person who ran it. */
  readonly message: string;
}

type End = 'monitor-fault' | 'passed' | 'ended' | 'given back';

export interface BrokenMonitor {
  readonly name: string;
  /** `passed`: it repairs itself, or does not matter. */
  readonly ends: End | readonly End[];
  /** Without a browser and without another process. */
  readonly cheap?: true;
  /** Separate mounts and networks need administrator rights. */
  readonly administrator?: true;
  run(lab: Lab): Promise<Ending>;
}

export interface Child {
  readonly url?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** A shell command line before the program. `"$@"` stands for the program and its arguments. */
  readonly shell?: string;
  readonly cwd?: string;
  readonly arguments?: readonly string[];
  /** Called as soon as a browser of the child runs. */
  readonly onBrowser?: (child: number) => void;
}

/** A run that takes longer is stuck and gets no result. */
const PATIENCE_MS = 60_000;

/** A healthy page, a temporary folder for the monitor, and one cached browser for all runs. */
export class Lab {
  readonly folder = mkdtempSync(join(tmpdir(), 'bonghwa-test-'));
  /** The folder for a run's files. Leftovers in it are reported. */
  readonly temporary = join(this.folder, 'tmp');
  readonly home = join(this.folder, 'home');
  readonly cache = join(this.home, '.cache', `bonghwa-browser-${process.getuid?.() ?? 0}`);
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    mkdirSync(this.temporary);
    mkdirSync(join(this.home, '.cache'), { recursive: true });
  }

  static async open(): Promise<Lab> {
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(HEALTHY);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return new Lab(server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /**
   * Files left in the temporary folder, except those kept on purpose. Removes them for the next
   * run.
   */
  sweep(): readonly string[] {
    const left = readdirSync(this.temporary);
    for (const name of left) rmSync(join(this.temporary, name), { recursive: true, force: true });
    return left.filter((name) => !/^bonghwa-(browser|evidence)-/.test(name));
  }

  /** One run in this process, with the lab's temporary folder. */
  async inspect(
    options: Partial<JourneyRunnerOptions> = {},
    over: Partial<JourneyOrder> = {},
  ): Promise<Ending> {
    const before = process.env.TMPDIR;
    process.env.TMPDIR = this.temporary;
    try {
      const browser = { cache: this.cache };
      const runner = createJourneyRunner({ journeys: inspectionOnly, browser, ...options });
      return endingOf(await runner.run({ ...anInspection(this.url), ...over }));
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
    }
  }

  /**
   * `bonghwa inspect` as a process of its own. It finds the cached browser in the home directory.
   */
  async inspectApart(child: Child = {}): Promise<Ending> {
    await browserFiles({ cache: this.cache });
    const cwd = child.cwd ?? this.folder;
    const program = [
      process.execPath,
      resolve('bin/bonghwa.ts'),
      'inspect',
      child.url ?? this.url,
      '--json',
      '--timeout-ms',
      '4000',
      ...(child.arguments ?? []),
    ];
    const running = spawn('bash', ['-c', child.shell ?? 'exec "$@"', 'bash', ...program], {
      cwd,
      env: {
        PATH: process.env.PATH,
        TMPDIR: this.temporary,
        HOME: this.home,
        ...child.environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { out: '', err: '' };
    running.stdout.on('data', (chunk) => {
      said.out += chunk;
    });
    running.stderr.on('data', (chunk) => {
      said.err += chunk;
    });
    const watch = setInterval(() => {
      const started = readdirSync(this.temporary).some((name) => name.startsWith('bonghwa-run-'));
      if (started && running.pid !== undefined) child.onBrowser?.(running.pid);
    }, 20);
    const patience = setTimeout(() => running.kill('SIGKILL'), PATIENCE_MS);
    await new Promise((done) => running.on('close', done));
    clearTimeout(patience);
    clearInterval(watch);
    if (said.out === '') return { result: 'ended', message: said.err.trim().slice(-300) };
    const { fault, kind, reason, result } = JSON.parse(said.out);
    return { result, kind, message: fault?.message ?? reason };
  }
}

export function endingOf({ observation }: RunRecord): Ending {
  const { kind, reason, result } = classify(observation);
  return { result, kind, message: observation.fault?.message ?? reason };
}

export const HEALTHY = `<!DOCTYPE html><html lang="ko"><meta charset="utf-8"><title>고용24</title><body>
<header><a href="/">고용24</a> <a href="/login">로그인</a></header>
<nav><a href="/jobs">채용정보</a> <a href="/ei">실업급여</a> <a href="/hrd">직업훈련</a></nav>
<main><h1>고용24</h1><p>환영합니다. 일자리부터 지원금까지 한곳에서 찾아보세요.</p>
<form><label>검색 <input type="search"></label></form></main>`;
