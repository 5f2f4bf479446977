/** Resources of one invocation. `basis` says whether they are measured or estimated. */
export interface FunctionUsage {
  /** GB as billed. */
  readonly memoryGb: number;
  /** Billed milliseconds of our own work. */
  readonly workMs: number;
  /** Additional milliseconds of waiting for the portal. */
  readonly waitMs: number;
  readonly basis: string;
  /** Processor time of one invocation, if measured. */
  readonly processorMs?: number;
}

export interface Usage {
  readonly runner: FunctionUsage;
  readonly browser: FunctionUsage;
  readonly prober: FunctionUsage;
  readonly dispatcher: FunctionUsage;
  readonly evaluator: FunctionUsage;
  readonly historyApi: FunctionUsage;
  /** One calm minute. */
  readonly pageWriter: FunctionUsage;
  /** Bytes of one stored result, and of a group's state as stored. */
  readonly resultBytes: number;
  readonly stateBytes: number;
  readonly boardBytes: number;
  /** Steps of a journey, each with a picture in the first run of an hour. */
  readonly steps: number;
  /** Log bytes of one invocation, platform lines included. */
  readonly logBytes: number;
  /** SQS requests a month by the poller of an idle queue. */
  readonly idlePollsPerQueue: number;
  readonly apiRequestsPerMonth: number;
}

/** vCPUs of a function: Lambda gives one at 1769 MB, and in proportion. */
function share(memoryGb: number): number {
  return (memoryGb * 1024) / 1769;
}

/** Converts processor time on this project's machine to time on Lambda, for equally fast cores. */
function measured(memoryGb: number, cpuMs: number, waitMs: number): FunctionUsage {
  const waiting = waitMs > 0 ? `; waiting for real portals is assumed` : '';
  return {
    memoryGb,
    workMs: Math.round(cpuMs / share(memoryGb)),
    waitMs,
    processorMs: cpuMs,
    basis: `${cpuMs} ms processor time measured (npm run measure, 2026-11-23)${waiting}`,
  };
}

const BROWSER = measured(2, 515, 1_500);

/**
 * Function times and item sizes are means of 20 warm runs of the bundled functions against
 * simulated portals. Journeys stop at the login page (to the session: 750 ms). Everything else is
 * assumed.
 */
export const DEFAULT_USAGE: Usage = {
  // Billed while it waits for the browser, at an eighth of the browser's memory.
  runner: {
    memoryGb: 0.25,
    workMs: Math.round(25 / share(0.25)),
    waitMs: BROWSER.workMs + BROWSER.waitMs,
    basis: '25 ms processor time assumed; waits as long as the browser takes',
  },
  browser: BROWSER,
  prober: measured(0.25, 21, 300),
  dispatcher: measured(0.25, 13, 0),
  evaluator: measured(0.5, 26, 0),
  historyApi: { memoryGb: 0.5, workMs: 100, waitMs: 0, basis: 'assumed' },
  pageWriter: { memoryGb: 0.5, workMs: 150, waitMs: 0, basis: 'assumed' },
  resultBytes: 700,
  // With a day of open rollups and samples. The measured fresh state has 1.5 KB.
  stateBytes: 4_000,
  boardBytes: 1_000,
  steps: 6,
  logBytes: 1_000,
  idlePollsPerQueue: 648_000,
  // One dashboard with a request per minute.
  apiRequestsPerMonth: 45_000,
};
