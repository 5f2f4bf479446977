/**
 * Latency histogram of fixed, log-spaced buckets: bucket index → count, sparse. Bucket i holds
 * whole and fractional milliseconds in (RATIO^(i-1), RATIO^i]. Everything up to 1 ms is bucket 0.
 * Fixed edges let histograms of any two periods merge by addition.
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

/** The representative value of a bucket in ms: its geometric middle. */
export function bucketMiddle(index: number): number {
  return index === 0 ? 1 : RATIO ** (index - 0.5);
}

export function countOf(histogram: Histogram): number {
  let sum = 0;
  for (let index = 0; index <= LAST_BUCKET; index += 1) sum += histogram[index] ?? 0;
  return sum;
}

/**
 * Adds index by index, because a year of histograms goes into one answer and keys would be built as
 * text.
 */
export function addHistogram(into: Record<number, number>, from: Histogram): void {
  for (let index = 0; index <= LAST_BUCKET; index += 1) {
    const count = from[index];
    if (count !== undefined) into[index] = (into[index] ?? 0) + count;
  }
}

/**
 * Nearest-rank percentiles in ms, within 5 % of the exact ones (values below 1 ms count as 1).
 * Empty for an empty histogram. `shares` are above 0, at most 1, and ascend.
 */
export function percentiles(histogram: Histogram, shares: readonly number[]): readonly number[] {
  const count = countOf(histogram);
  const found: number[] = [];
  let seen = 0;
  for (let index = 0; seen < count; index += 1) {
    seen += histogram[index] ?? 0;
    while (found.length < shares.length && seen >= rankOf(shares[found.length] ?? 1, count)) {
      found.push(bucketMiddle(index));
    }
  }
  return found;
}

function rankOf(share: number, count: number): number {
  return Math.max(1, Math.ceil(share * count));
}
