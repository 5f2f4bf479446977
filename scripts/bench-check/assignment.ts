/** The input of every contestant: the same journey, browser and portal. */
export interface BenchAssignment {
  readonly baseUrl: string;
  readonly userId: string;
  readonly password: string;
  /** Unpacked browser and the environment it needs. */
  readonly executable: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  /** Number of runs in this process. */
  readonly runs: number;
  /** Keep a picture of each step, as the first run of an hour does. */
  readonly pictures?: boolean;
  /** Folder of the deployed function, and what the runner would send it. */
  readonly asset?: string;
  readonly order?: string;
}

export const ASSIGNMENT_VARIABLE = 'BONGHWA_BENCH';

export function readAssignment(): BenchAssignment {
  return JSON.parse(process.env[ASSIGNMENT_VARIABLE] ?? '{}');
}

export interface Report {
  /** Of each run. */
  readonly milliseconds: readonly number[];
  /** What the function answered last. */
  readonly answer?: unknown;
}

/** Prints the report for the parent process. */
export function report({ milliseconds, ...more }: Report): void {
  const rounded = milliseconds.map((ms) => Math.round(ms * 10) / 10);
  console.log(JSON.stringify({ milliseconds: rounded, ...more }));
}

export function reportIn(stdout: string): Report {
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}');
}
