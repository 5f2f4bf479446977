/** A share of fewer runs means nothing. */
const FEWEST_RUNS = 5;
/** A higher share counts as "always", because some runs may have begun before the fault. */
const PARTIAL_BELOW = 0.9;

/** Share of failed runs if only some failed. Undefined if all fail, or too few are known. */
export function failedShare(seen: {
  readonly runs: number;
  readonly failed: number;
}): number | undefined {
  if (seen.runs < FEWEST_RUNS) return undefined;
  const share = seen.failed / seen.runs;
  return share < PARTIAL_BELOW ? share : undefined;
}
