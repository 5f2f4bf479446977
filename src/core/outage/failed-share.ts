/** A share of fewer runs would mean nothing. */
const FEWEST_RUNS = 5;
/** A higher share counts as "always": some runs may have begun before the fault. */
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
