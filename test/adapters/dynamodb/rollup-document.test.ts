import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDocument, toDocument } from '#adapters/dynamodb/rollup-document';
import { KINDS, OUTCOMES } from '#core/run/verdict';
import { rollupAt, T0 } from './samples.ts';

const count = fc.integer({ min: 1, max: 100_000 });
const second = fc.double({ min: 0, max: 3_000_000, noNaN: true }).map((value) => value + 0);

const rollup = fc
  .record({
    period: fc.constantFrom('hour' as const, 'day' as const, 'month' as const),
    seconds: fc.record({
      up: second,
      degraded: second,
      down: second,
      maintenance: second,
      unknown: second,
    }),
    results: fc.dictionary(fc.constantFrom(...OUTCOMES), count),
    kinds: fc.dictionary(fc.constantFrom(...KINDS), count),
    latency: fc.dictionary(fc.nat({ max: 198 }).map(String), count),
    frozen: fc.boolean(),
  })
  .map((parts) => rollupAt(T0, parts));

describe('a rollup as it is stored', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(rollup, (each) => {
        const stored = JSON.parse(JSON.stringify(toDocument(each)));
        expect(fromDocument(stored, each)).toEqual(each);
      }),
    );
  });

  it('is shorter than the rollup', () => {
    const latency = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [60 + index, 7]));
    const day = rollupAt(T0, { period: 'day', latency });
    const [before, after] = [day, toDocument(day)].map((each) => JSON.stringify(each).length);
    expect(after).toBeLessThan((before ?? 0) / 2);
  });

  it('is read as an older version wrote it', () => {
    const old = rollupAt(T0, { frozen: true });
    expect(fromDocument(old, old)).toEqual(old);
  });
});
