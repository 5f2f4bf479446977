import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addHistogram,
  bucketMiddle,
  bucketOf,
  countOf,
  percentiles,
} from '#core/history/histogram';

const durations = fc.array(fc.double({ min: 1, max: 120_000, noNaN: true }), {
  minLength: 1,
  maxLength: 400,
});

function histogramOf(values: readonly number[]): Record<number, number> {
  const histogram: Record<number, number> = {};
  for (const value of values) {
    const bucket = bucketOf(value);
    histogram[bucket] = (histogram[bucket] ?? 0) + 1;
  }
  return histogram;
}

function exactPercentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1] ?? Number.NaN;
}

describe('the latency histogram', () => {
  it('gives p50, p95 and p99 within 5 percent of the exact ones', () => {
    const shares = [0.5, 0.95, 0.99];
    fc.assert(
      fc.property(durations, (values) => {
        const estimated = percentiles(histogramOf(values), shares);
        expect(estimated).toHaveLength(shares.length);
        for (const [index, share] of shares.entries()) {
          const exact = exactPercentile(values, share);
          const error = Math.abs((estimated[index] ?? Number.NaN) - exact) / exact;
          expect(error).toBeLessThan(0.05);
        }
      }),
    );
  });

  it('says the same whether merged or counted in one go', () => {
    fc.assert(
      fc.property(durations, durations, (left, right) => {
        const merged = { ...histogramOf(left) };
        for (const [bucket, count] of Object.entries(histogramOf(right))) {
          merged[Number(bucket)] = (merged[Number(bucket)] ?? 0) + count;
        }
        expect(merged).toEqual(histogramOf([...left, ...right]));
      }),
    );
  });

  it('puts every duration into the bucket whose middle is nearest in ratio', () => {
    fc.assert(
      fc.property(fc.double({ min: 1.01, max: 3_600_000, noNaN: true }), (ms) => {
        const ratio = bucketMiddle(bucketOf(ms)) / ms;
        expect(ratio).toBeGreaterThan(0.95);
        expect(ratio).toBeLessThan(1.05);
      }),
    );
  });

  it('stays small whatever a broken clock claims', () => {
    for (const ms of [0, -5, Number.NaN, Number.POSITIVE_INFINITY, 1e300]) {
      expect(bucketOf(ms)).toBeGreaterThanOrEqual(0);
      expect(bucketOf(ms)).toBeLessThanOrEqual(198);
    }
  });

  it('has no percentile when nothing was counted', () => {
    expect(percentiles({}, [0.5, 0.95])).toEqual([]);
    expect(countOf({})).toBe(0);
  });

  it('counts everything up to 1 ms in the first bucket, and everything long in the last', () => {
    expect([0, 1, 1.01].map(bucketOf)).toEqual([0, 0, 1]);
    expect([1e7, Number.POSITIVE_INFINITY].map(bucketOf)).toEqual([198, 198]);
    expect(percentiles({ 198: 2 }, [0.5])).toEqual([bucketMiddle(198)]);
    expect(countOf({ 0: 1, 198: 2 })).toBe(3);
  });

  it('gives the value of the nearest rank at its very edge', () => {
    const histogram = { 3: 1, 10: 1 };
    const [low, high] = [bucketMiddle(3), bucketMiddle(10)];
    expect(percentiles(histogram, [0.5, 0.51, 1])).toEqual([low, high, high]);
    expect(percentiles(histogram, [1e-9])).toEqual([low]);
  });

  it('adds counts bucket by bucket up to the last', () => {
    const sum: Record<number, number> = { 0: 1, 5: 2 };
    addHistogram(sum, { 0: 3, 7: 1, 198: 4 });
    expect(sum).toEqual({ 0: 4, 5: 2, 7: 1, 198: 4 });
  });
});
