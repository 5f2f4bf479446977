/** Of fewer runs no share can be told. */
const FEWEST_RUNS = 5;
/** What fails more often than this fails always: a run may have begun before it. */
const PARTIAL_BELOW = 0.9;

/** Share of the runs that failed, where only some did; undefined where all do, or too few are known. */
export function failedShare(seen: {
  readonly runs: number;
  readonly failed: number;
}): number | undefined {
  if (seen.runs < FEWEST_RUNS) return undefined;
  const share = seen.failed / seen.runs;
  return share < PARTIAL_BELOW ? share : undefined;
}
