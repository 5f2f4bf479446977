import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fromDocument,
  fromLayersDocument,
  toDocument,
  toLayersDocument,
} from '#adapters/dynamodb/rollup-document';
import { defined } from '#core/defined';
import { KINDS, OUTCOMES } from '#core/run/verdict';
import { rollupAt, T0 } from './samples.ts';

const count = fc.integer({ min: 1, max: 100_000 });
const second = fc.double({ min: 0, max: 3_000_000, noNaN: true }).map((value) => value + 0);

const seconds = fc.record({
  ...{ up: second, degraded: second, down: second },
  ...{ maintenance: second, unknown: second },
});
const stretch = fc
  .record({ from: fc.nat(), to: fc.nat(), window: fc.option(fc.string(), { nil: undefined }) })
  .map(({ window, ...rest }) => ({ ...rest, ...defined({ window }) }));

const rollup = fc
  .record({
    period: fc.constantFrom('hour' as const, 'day' as const, 'month' as const),
    seconds,
    results: fc.dictionary(fc.constantFrom(...OUTCOMES), count),
    kinds: fc.dictionary(fc.constantFrom(...KINDS), count),
    latency: fc.dictionary(fc.nat({ max: 198 }).map(String), count),
    frozen: fc.boolean(),
    retroactive: fc.option(fc.array(stretch, { minLength: 1 }), { nil: undefined }),
    counted: fc.option(seconds, { nil: undefined }),
  })
  .map(({ retroactive, counted, ...parts }) =>
    rollupAt(T0, { ...parts, ...defined({ retroactive, counted }) }),
  );

describe('a rollup as it is stored', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(rollup, (each) => {
        const stored = JSON.parse(JSON.stringify(toDocument(each)));
        expect(fromDocument(stored, each)).toEqual(each);
      }),
    );
  });

  it('keeps what its layers counted before maintenance took some of it', () => {
    const data = { downSeconds: 60, latency: { 40: 2 }, countedDown: 600 };
    const layers = { host: { downSeconds: 0, latency: {} }, data };
    const stored = JSON.parse(JSON.stringify(toLayersDocument(layers)));
    expect(fromLayersDocument(stored)).toEqual(layers);
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
