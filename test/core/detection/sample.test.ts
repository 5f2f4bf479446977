import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CountsAs,
  type Failure,
  MAX_FAILURES_KEPT,
  type Sample,
  type Suspicion,
} from '#core/detection/group-state';
import {
  failureOf,
  isUsable,
  lastUsable,
  sampleOf,
  suspect,
  withSample,
} from '#core/detection/sample';
import type { Evidence } from '#core/run/result';
import { aRequest, NINE_FIFTEEN } from '../../support/builders.ts';
import { HANGS, resultOf } from '../../support/results.ts';

const MARKS: readonly CountsAs[] = [
  'passed',
  'degraded',
  'failed',
  'inconclusive',
  'excused',
  'doubted',
];

const marked = fc.record({
  from: fc.integer({ min: 0, max: 100 }),
  mark: fc.constantFrom(...MARKS),
});
const history = fc.record({
  samples: fc
    .uniqueArray(marked, { minLength: 1, maxLength: 20, selector: ({ from }) => from })
    .map((all) =>
      all.map(({ from, mark }): Sample => {
        return { run: `run ${from}`, scheduledAt: from, from, to: from + 1, mark };
      }),
    ),
  foldedBefore: fc.integer({ min: 0, max: 101 }),
  keep: fc.integer({ min: 0, max: 6 }),
});

const inOrder = (samples: readonly Sample[]) => samples.toSorted((a, b) => a.from - b.from);

describe('the samples of a check', () => {
  it('stand in order of their start, and lose those that are neither read again nor counted', () => {
    fc.assert(
      fc.property(history, ({ samples, foldedBefore, keep }) => {
        const [fresh, ...others] = samples;
        if (!fresh) return;
        const all = inOrder(samples);
        const counted = new Set(all.filter(isUsable).slice(keep === 0 ? all.length : -keep));
        const needed = all.filter((one) => one.scheduledAt >= foldedBefore || counted.has(one));
        expect(withSample(inOrder(others), fresh, { foldedBefore, keep })).toEqual(needed);
      }),
    );
  });

  it('that count are the newest usable ones from a moment on', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 101 }), ({ samples, keep }, countFrom) => {
        const usable = inOrder(samples).filter((one) => isUsable(one) && one.from >= countFrom);
        const newest = usable.toReversed().slice(0, keep);
        expect(lastUsable(inOrder(samples), countFrom, keep)).toEqual(newest);
      }),
    );
  });
});

describe('a suspicion', () => {
  it('keeps its first failures and the latest one, up to a limit', () => {
    const keptOf = (count: number) => {
      const failures = Array.from({ length: count }, (_, to) => ({ to }) as Failure);
      const all = failures.reduce(
        (held: Suspicion | undefined, failure) => suspect(held, failure, null),
        undefined,
      );
      return all?.failures.map(({ to }) => to);
    };
    const whole = Array.from({ length: MAX_FAILURES_KEPT }, (_, to) => to);
    expect(keptOf(MAX_FAILURES_KEPT)).toEqual(whole);
    const last = MAX_FAILURES_KEPT + 2;
    expect(keptOf(last + 1)).toEqual([...whole.slice(0, -1), last]);
  });
});

describe('a failure', () => {
  it('keeps the keys of a few pieces of evidence', () => {
    const request = { ...aRequest(), check: 'work24/probe' };
    const evidence = Array.from({ length: MAX_FAILURES_KEPT + 3 }, (_, index) => ({
      ...{ type: 'screenshot', key: `failed/${index}.png`, contentType: 'image/png', bytes: 1 },
    })) as readonly Evidence[];
    const times = { startedAt: NINE_FIFTEEN, durationMs: 1_000 };
    const result = resultOf(request, times, { ...HANGS, evidence });
    const failure = failureOf(result, sampleOf(result, 'failed', NINE_FIFTEEN + 2_000));
    const kept = evidence.slice(0, MAX_FAILURES_KEPT).map(({ key }) => key);
    expect(failure).toMatchObject({ evidence: kept, kind: 'timeout', databaseText: false });
    expect([failure.from, failure.to]).toEqual([NINE_FIFTEEN, NINE_FIFTEEN + 1_000]);
  });

  it('of an unknown kind says so', () => {
    const { kind: _, ...rest } = HANGS;
    const times = { startedAt: NINE_FIFTEEN, durationMs: 1_000 };
    const result = resultOf(aRequest(), times, rest);
    const sample = sampleOf(result, 'failed', NINE_FIFTEEN + 2_000);
    expect(failureOf(result, sample).kind).toBe('unknown');
  });
});
