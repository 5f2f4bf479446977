import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  belongs,
  endOf,
  joined,
  lengthMs,
  likeCause,
  overlap,
  sameCause,
  startOf,
} from '#core/outage/correlation';
import { type Between, HOUR, MINUTE } from '#core/time/time';
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

describe('start intervals of unknown begin', () => {
  it('reach back ten minutes', () => {
    const open = { after: null, by: HOUR };
    const earlier = (by: number) => ({ after: by - 1, by });
    expect(overlap(open, earlier(HOUR - 10 * MINUTE))).toBe(false);
    expect(overlap(open, earlier(HOUR - 10 * MINUTE + 1))).toBe(true);
  });

  it('do not overlap where one ends as the other begins', () => {
    expect(overlap({ after: 1, by: 5 }, { after: 5, by: 9 })).toBe(false);
    expect(overlap({ after: 1, by: 6 }, { after: 5, by: 9 })).toBe(true);
  });

  it('are narrowed to the latest good run before the first bad one', () => {
    const seen = [
      { after: 2, by: 10 },
      { after: 7, by: 12 },
      { after: 10, by: 14 },
      { after: null, by: 11 },
    ];
    expect(startOf(seen)).toEqual({ after: 7, by: 10 });
    expect(startOf(seen.toReversed())).toEqual({ after: 7, by: 10 });
    expect(startOf([{ after: null, by: 3 }])).toEqual({ after: null, by: 3 });
  });
});

describe('ends', () => {
  it('without a failed run before them count from themselves', () => {
    expect(
      endOf([
        { after: null, by: 9 },
        { after: 4, by: 6 },
      ]),
    ).toEqual({ after: 9, by: 9 });
    expect(endOf([{ after: 1, by: 2 }])).toEqual({ after: 1, by: 2 });
  });

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

const QUARTER = 15 * MINUTE;

describe('an incident belongs to an outage', () => {
  const outage = outageOf(['work24']);
  const later = { after: STARTED.by + 600_000, by: STARTED.by + 660_000 };

  it('if both began at the same time, however they fail', () => {
    const other = incidentOf('eps', { layer: 'host', kind: 'dns' });
    expect(belongs(outage, other, QUARTER)).toBe(true);
  });

  it('later only with the same cause', () => {
    expect(belongs(outage, incidentOf('eps', { startedBetween: later }), QUARTER)).toBe(true);
    const dns = incidentOf('eps', { startedBetween: later, layer: 'host', kind: 'dns' });
    expect(belongs(outage, dns, QUARTER)).toBe(false);
  });

  it('within minutes with the same kind, at whatever layer', () => {
    const alike = (ms: number) => {
      const startedBetween = { after: STARTED.by + ms - 1, by: STARTED.by + ms };
      return belongs(outage, incidentOf('eps', { startedBetween, layer: 'host' }), QUARTER);
    };
    expect(alike(300_000)).toBe(true);
    expect(alike(300_001)).toBe(false);
  });

  it('when it is of the same service', () => {
    const again = incidentOf('work24', { startedBetween: later, layer: 'host', kind: 'dns' });
    expect(belongs(outage, again, QUARTER)).toBe(true);
  });

  it('no longer once its service has worked for a quarter of an hour, even if others are down', () => {
    const endedBetween = { after: later.by, by: later.by };
    const over = { ...outage, incidents: [incidentOf('work24', { endedBetween })] };
    const failing = (ms: number) => {
      const by = later.by + ms;
      const startedBetween = { after: by, by };
      return incidentOf('work24', { startedBetween, layer: 'host', kind: 'dns' });
    };
    expect(belongs(over, failing(QUARTER), QUARTER)).toBe(true);
    expect(belongs(over, failing(QUARTER + 1), QUARTER)).toBe(false);
  });

  it('never to an outage that was set apart, except for its own service', () => {
    const left = { ...outage, continues: 'moel-1' };
    expect(belongs(left, incidentOf('eps'), QUARTER)).toBe(false);
    expect(belongs(left, incidentOf('work24'), QUARTER)).toBe(true);
  });
});

describe('a later incident', () => {
  const afterMs = (ms: number) => ({ after: STARTED.by + ms - 1, by: STARTED.by + ms });

  it('joins within an hour, and nothing after that', () => {
    const outage = outageOf(['work24']);
    const later = (ms: number) => incidentOf('eps', { startedBetween: afterMs(ms) });
    expect(belongs(outage, later(HOUR), QUARTER)).toBe(true);
    expect(belongs(outage, later(HOUR + 1), QUARTER)).toBe(false);
  });

  it('does not join an outage that is over', () => {
    const over = incidentOf('work24', { endedBetween: afterMs(MINUTE) });
    const outage = outageOf([], { incidents: [over] });
    const later = { startedBetween: afterMs(10 * MINUTE) };
    expect(belongs(outage, incidentOf('eps', later), QUARTER)).toBe(false);
    const mixed = { ...outage, incidents: [over, incidentOf('worknet')] };
    expect(belongs(mixed, incidentOf('eps', later), QUARTER)).toBe(true);
  });

  it('joins at another layer only where some requests fail, in the same way', () => {
    const whole = outageOf(['work24']);
    const partial = { cause: { ...whole.cause, failedShare: 0.5 } };
    const seen = { layer: 'data', kind: 'timeout' } as const;
    const elsewhere = { ...seen, layer: 'static' } as const;
    expect(likeCause(whole, seen, elsewhere)).toBe(false);
    expect(likeCause(partial, seen, elsewhere)).toBe(true);
    expect(likeCause(partial, seen, { ...elsewhere, kind: 'dns' })).toBe(false);
    expect(likeCause(whole, seen, seen)).toBe(true);
  });
});

describe('the same cause', () => {
  it('needs both the kind and the layer, and a signature that is known', () => {
    const timeout = { layer: 'data', kind: 'timeout' } as const;
    expect(sameCause(timeout, { layer: 'static', kind: 'timeout' })).toBe(false);
    expect(sameCause(timeout, { layer: 'data', kind: 'dns' })).toBe(false);
    expect(sameCause({ ...timeout, signature: 'x' }, { ...timeout, signature: 'y' })).toBe(true);
    expect(sameCause({ layer: 'host', kind: 'dns' }, timeout)).toBe(false);
  });

  it('is an equal signature, or kind and layer', () => {
    const timeout = { layer: 'data', kind: 'timeout' } as const;
    const dns = { layer: 'host', kind: 'dns' } as const;
    expect(sameCause(timeout, { ...timeout, signature: 'x' })).toBe(true);
    expect(sameCause(timeout, dns)).toBe(false);
    expect(sameCause({ ...timeout, signature: 'x' }, { ...dns, signature: 'x' })).toBe(true);
  });
});

describe('spans', () => {
  it('that touch are one, and those without length are none', () => {
    const list = [
      { from: 5, to: 9 },
      { from: 1, to: 5 },
      { from: 20, to: 20 },
      { from: 2, to: 3 },
    ];
    expect(joined(list)).toEqual([{ from: 1, to: 9 }]);
  });

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
