/**
 * Latency histogram of fixed, log-spaced buckets: bucket index → count, sparse. Bucket i holds
 * whole and broken milliseconds in (RATIO^(i-1), RATIO^i]; everything up to 1 ms is bucket 0.
 * Fixed edges make histograms of any two periods mergeable by addition.
 */
export type Histogram = Readonly<Record<number, number>>;

/** Neighbouring edges differ by 8 %, so a bucket's middle is within 4 % of every value in it. */
const RATIO = 1.08;
const LOG_RATIO = Math.log(RATIO);

/** About 70 minutes: far above any run's deadline, so that a broken clock cannot grow the map. */
const LAST_BUCKET = 198;

/** Index of the bucket that `ms` falls in. */
export function bucketOf(ms: number): number {
  if (!(ms > 1)) return 0;
  return Math.min(LAST_BUCKET, Math.ceil(Math.log(ms) / LOG_RATIO));
}

/** The value that stands for a bucket, ms: its geometric middle. */
export function bucketMiddle(index: number): number {
  return index === 0 ? 1 : RATIO ** (index - 0.5);
}

export function countOf(histogram: Histogram): number {
  return Object.values(histogram).reduce((sum, count) => sum + count, 0);
}

/**
 * The nearest-rank percentile in ms, within 5 % of the exact one (values below 1 ms count as 1);
 * undefined for an empty histogram. `share` is above 0 and at most 1.
 */
export function percentile(histogram: Histogram, share: number): number | undefined {
  const rank = Math.max(1, Math.ceil(share * countOf(histogram)));
  let seen = 0;
  // Integer-like keys come in ascending order.
  for (const [index, count] of Object.entries(histogram)) {
    seen += count;
    if (seen >= rank) return bucketMiddle(Number(index));
  }
  return undefined;
}
