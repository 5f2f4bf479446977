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
}

export const ASSIGNMENT_VARIABLE = 'BONGHWA_BENCH';

export function readAssignment(): BenchAssignment {
  return JSON.parse(process.env[ASSIGNMENT_VARIABLE] ?? '{}');
}

/** Prints the milliseconds of each run for the parent process. */
export function report(milliseconds: readonly number[]): void {
  console.log(JSON.stringify(milliseconds.map((ms) => Math.round(ms * 10) / 10)));
}
