import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  belongs,
  endOf,
  joined,
  lengthMs,
  overlap,
  sameCause,
  startOf,
} from '#core/outage/correlation';
import type { Between } from '#core/time/time';
import { incidentOf, outageOf, STARTED } from '../../support/outages.ts';

const between: fc.Arbitrary<Between> = fc
  .tuple(fc.option(fc.integer({ min: 1, max: 1_000 })), fc.integer({ min: 0, max: 10_000 }))
  .map(([before, by]) => ({ after: before === null ? null : by - before, by }));
const spans = fc.array(
  fc.tuple(fc.nat(1_000), fc.nat(1_000)).map(([from, length]) => ({ from, to: from + length })),
);

describe('start intervals', () => {
  it('overlap both ways or not at all, and each overlaps itself', () => {
    fc.assert(
      fc.property(between, between, (a, b) => {
        expect(overlap(a, b)).toBe(overlap(b, a));
        expect(overlap(a, a)).toBe(true);
      }),
    );
  });

  it('of one start give bounds in order, no wider than the narrowest upper one', () => {
    fc.assert(
      fc.property(fc.array(between, { minLength: 1 }), (starts) => {
        const { after, by } = startOf(starts);
        expect(by).toBe(Math.min(...starts.map((start) => start.by)));
        if (after !== null) expect(after).toBeLessThan(by);
      }),
    );
  });
});

describe('ends', () => {
  it('are none while one is missing, and the latest of all', () => {
    expect(endOf([{ after: 1, by: 2 }, undefined])).toBeUndefined();
    expect(endOf([])).toBeUndefined();
    expect(
      endOf([
        { after: 1, by: 9 },
        { after: 4, by: 6 },
      ]),
    ).toEqual({ after: 4, by: 9 });
  });
});

describe('an incident belongs to an outage', () => {
  const outage = outageOf(['work24']);
  const later = { after: STARTED.by + 600_000, by: STARTED.by + 660_000 };

  it('when both began in the same stretch of time, whatever it looks like', () => {
    const other = incidentOf('eps', { layer: 'host', kind: 'dns' });
    expect(belongs(outage, other)).toBe(true);
  });

  it('later only with the same cause', () => {
    expect(belongs(outage, incidentOf('eps', { startedBetween: later }))).toBe(true);
    const dns = incidentOf('eps', { startedBetween: later, layer: 'host', kind: 'dns' });
    expect(belongs(outage, dns)).toBe(false);
  });

  it('when it is of the same service', () => {
    const again = incidentOf('work24', { startedBetween: later, layer: 'host', kind: 'dns' });
    expect(belongs(outage, again)).toBe(true);
  });
});

describe('the same cause', () => {
  it('is an equal signature, or kind and layer', () => {
    const timeout = { layer: 'data', kind: 'timeout' } as const;
    const dns = { layer: 'host', kind: 'dns' } as const;
    expect(sameCause(timeout, { ...timeout, signature: 'x' })).toBe(true);
    expect(sameCause(timeout, dns)).toBe(false);
    expect(sameCause({ ...timeout, signature: 'x' }, { ...dns, signature: 'x' })).toBe(true);
  });
});

describe('spans', () => {
  it('joined lie apart, in order, and cover the same time', () => {
    fc.assert(
      fc.property(spans, (list) => {
        const result = joined(list);
        for (let index = 1; index < result.length; index += 1) {
          expect(result[index]?.from ?? 0).toBeGreaterThan(result[index - 1]?.to ?? 0);
        }
        const covered = new Set<number>();
        for (const { from, to } of list) for (let at = from; at < to; at += 1) covered.add(at);
        expect(lengthMs(list)).toBe(covered.size);
      }),
      { numRuns: 50 },
    );
  });
});
