/** How often each change was executed, by its id. */
type Hits = Readonly<Record<string, number>>;

/** What the switches in the code read and write. */
interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number;
  hitLimit?: number;
  mutantCoverage?: { readonly static: Hits; readonly perTest: Readonly<Record<string, Hits>> };
}

interface Ended {
  readonly id: string;
  readonly file: string;
  readonly run: () => unknown;
}

/** A test that can be run again. */
export interface RecordedTest extends Ended {
  readonly tookMs: number;
}

const global = globalThis as { __stryker__?: Switches };
global.__stryker__ ??= {};
const switches = global.__stryker__;

const tests: RecordedTest[] = [];
let begunAt = 0;

export function beginTest(id: string): void {
  switches.currentTestId = id;
  begunAt = performance.now();
}

export function endTest(ended: Ended): void {
  switches.currentTestId = undefined;
  tests.push({ ...ended, tookMs: performance.now() - begunAt });
}

/** Tests that run the code of a change. */
export function testsOf(change: string): readonly RecordedTest[] {
  return tests.filter(({ id }) => hitsOf(id, change) > 0);
}

/** Whether its code runs while a module loads. */
export function runsAtLoad(change: string): boolean {
  return (switches.mutantCoverage?.static[change] ?? 0) > 0;
}

/** Runs a test on the code with the change. Throws what the test throws. */
export async function runWith(change: string, { id, run }: RecordedTest): Promise<void> {
  switches.currentTestId = 'with a change';
  switches.hitCount = 0;
  switches.hitLimit = 100 * hitsOf(id, change);
  switches.activeMutant = change;
  try {
    await run();
  } finally {
    switches.activeMutant = undefined;
  }
}

function hitsOf(test: string, change: string): number {
  return switches.mutantCoverage?.perTest[test]?.[change] ?? 0;
}
