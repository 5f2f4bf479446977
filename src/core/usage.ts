/** What one invocation takes. `basis` says whether a stopwatch or a judgement stands behind it. */
export interface FunctionUsage {
  /** GB as billed. */
  readonly memoryGb: number;
  /** Billed milliseconds of our own work. */
  readonly workMs: number;
  /** Milliseconds spent waiting for the portal, on top. */
  readonly waitMs: number;
  readonly basis: string;
}

export interface Usage {
  readonly runner: FunctionUsage;
  readonly prober: FunctionUsage;
  readonly dispatcher: FunctionUsage;
  readonly evaluator: FunctionUsage;
  readonly historyApi: FunctionUsage;
  /** Bytes of one stored result, and of a group's state as stored. */
  readonly resultBytes: number;
  readonly stateBytes: number;
  readonly boardBytes: number;
  /** Log bytes of one invocation, platform lines included. */
  readonly logBytes: number;
  /** Evidence of a passed journey kept, bytes; and of each failed one. */
  readonly passedEvidenceBytes: number;
  /** SQS requests a month by the poller of an idle queue. */
  readonly idlePollsPerQueue: number;
  readonly apiRequestsPerMonth: number;
}

/** Replaced by measurement where there is one; each `basis` says which. */
export const DEFAULT_USAGE: Usage = {
  runner: { memoryGb: 2, workMs: 1000, waitMs: 1500, basis: 'assumed' },
  prober: { memoryGb: 0.25, workMs: 100, waitMs: 400, basis: 'assumed' },
  dispatcher: { memoryGb: 0.25, workMs: 150, waitMs: 0, basis: 'assumed' },
  evaluator: { memoryGb: 0.5, workMs: 250, waitMs: 0, basis: 'assumed' },
  historyApi: { memoryGb: 0.5, workMs: 100, waitMs: 0, basis: 'assumed' },
  resultBytes: 1_500,
  stateBytes: 6_000,
  boardBytes: 2_500,
  logBytes: 1_400,
  passedEvidenceBytes: 0,
  idlePollsPerQueue: 648_000,
  apiRequestsPerMonth: 100_000,
};
