import { spawn } from 'node:child_process';
import { descendants, readProcessFile } from './processes.ts';

export interface Measurement {
  readonly wallSeconds: number;
  /** User and system time of the process and everything it started. */
  readonly cpuSeconds: number;
  /** Peak memory of the process and everything it started (proportional set size). */
  readonly peakMebibytes: number;
  readonly stdout: string;
}

export interface Contestant {
  readonly command: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** How often memory is read. More often would itself change the measurement. */
const SAMPLE_MS = 60;

/**
 * Runs a command and waits for all that it started, orphans too: a browser that is killed leaves
 * children behind, and their processor time counts. Source: prctl(2), PR_SET_CHILD_SUBREAPER.
 */
const REAPER = `
import ctypes, os, resource, sys, time
ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)
start = time.monotonic()
child = os.spawnvp(os.P_NOWAIT, sys.argv[1], sys.argv[1:])
code = 0
while True:
    try:
        pid, status = os.wait()
    except ChildProcessError:
        break
    if pid == child:
        wall, code = time.monotonic() - start, os.waitstatus_to_exitcode(status)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print("TIME", wall, used.ru_utime + used.ru_stime, file=sys.stderr)
sys.exit(code)
`;

/** Runs a whole process and what it starts. */
export async function measure({ command, cwd, environment }: Contestant): Promise<Measurement> {
  const child = spawn('python3', ['-c', REAPER, ...command], {
    cwd,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let peak = 0;
  const sampler = setInterval(() => {
    peak = Math.max(peak, memoryBelow(child.pid ?? 0));
  }, SAMPLE_MS);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(sampler);
  const times = /TIME ([\d.]+) ([\d.]+)/.exec(stderr);
  if (code !== 0 || !times) throw new Error(`${command.join(' ')} failed:\n${stdout}\n${stderr}`);
  const [, wall = 0, cpu = 0] = times.map(Number);
  return {
    wallSeconds: wall,
    cpuSeconds: cpu,
    peakMebibytes: Math.round(peak / 1_024),
    stdout,
  };
}

/** Kibibytes of all descendants of `root`. */
function memoryBelow(root: number): number {
  return descendants(root)
    .map((pid) => Number(/^Pss:\s*(\d+)/m.exec(readProcessFile(pid, 'smaps_rollup'))?.[1] ?? 0))
    .reduce((sum, kibibytes) => sum + kibibytes, 0);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
