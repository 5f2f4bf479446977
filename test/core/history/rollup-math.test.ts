import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentiles } from '#core/history/histogram';
import {
  type Accumulator,
  addResult,
  addSeconds,
  emptyAccumulator,
  mergeRollups,
  toRollup,
} from '#core/history/rollup-math';
import { KINDS, OUTCOMES } from '#core/run/verdict';
import { HOUR } from '#core/time/time';

const HEADER = { check: 'work24/login', service: 'work24', period: 'hour', frozen: false } as const;

const countable = fc.record({
  result: fc.constantFrom(...OUTCOMES),
  kind: fc.option(fc.constantFrom(...KINDS), { nil: undefined }),
  durationMs: fc.integer({ min: 0, max: 90_000 }),
});

const state = fc.constantFrom('up', 'degraded', 'down', 'maintenance', 'unknown' as const);

function accumulate(results: readonly Parameters<typeof addResult>[1][], start = 0): Accumulator {
  const accumulator = emptyAccumulator(start);
  for (const result of results) addResult(accumulator, result);
  return accumulator;
}

describe('a rollup', () => {
  it('counts results and kinds', () => {
    const accumulator = accumulate([
      { result: 'passed', durationMs: 200 },
      { result: 'failed', kind: 'timeout', durationMs: 20_000 },
      { result: 'failed', kind: 'timeout', durationMs: 20_000 },
    ]);
    const { results, kinds } = toRollup(accumulator, HEADER);
    expect({ results, kinds }).toEqual({
      results: { passed: 1, failed: 2 },
      kinds: { timeout: 2 },
    });
  });

  it('takes latency from runs that reached their end, not from time-outs', () => {
    const accumulator = accumulate([
      { result: 'passed', durationMs: 200 },
      { result: 'failed', kind: 'timeout', durationMs: 20_000 },
    ]);
    const p99 = percentiles(toRollup(accumulator, HEADER).latency, [0.99])[0] ?? 0;
    expect(Math.abs(p99 - 200) / 200).toBeLessThan(0.05);
  });

  it('does not change when its accumulator is counted on', () => {
    const accumulator = accumulate([{ result: 'passed', durationMs: 10 }]);
    const rollup = toRollup(accumulator, HEADER);
    addResult(accumulator, { result: 'passed', durationMs: 10 });
    addSeconds(accumulator, 'up', { seconds: 60 });
    expect(rollup.results).toEqual({ passed: 1 });
    expect(rollup.seconds.up).toBe(0);
  });

  it('is the same after JSON while it is being counted', () => {
    const accumulator = accumulate([{ result: 'passed', durationMs: 10 }]);
    const revived = JSON.parse(JSON.stringify(accumulator)) as Accumulator;
    addResult(accumulator, { result: 'passed', durationMs: 900 });
    addResult(revived, { result: 'passed', durationMs: 900 });
    expect(toRollup(revived, HEADER)).toEqual(toRollup(accumulator, HEADER));
  });

  it('merges to what one accumulator would have counted, in any order', () => {
    fc.assert(
      fc.property(fc.array(countable), fc.array(countable), (left, right) => {
        const parts = [
          toRollup(accumulate(left), HEADER),
          toRollup(accumulate(right, HOUR), HEADER),
        ];
        const header = { ...HEADER, period: 'day', start: 0 } as const;
        const whole = toRollup(accumulate([...left, ...right]), header);
        expect(mergeRollups(parts, header)).toEqual(whole);
        expect(mergeRollups(parts.toReversed(), header)).toEqual(whole);
      }),
    );
  });

  it('keeps every second that was added, in the state it was added to', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(state, fc.integer({ min: 0, max: 3600 }))), (spans) => {
        const accumulator = emptyAccumulator(0);
        for (const [where, seconds] of spans) {
          addSeconds(accumulator, where as 'up', { seconds });
        }
        const total = Object.values(accumulator.seconds).reduce((sum, seconds) => sum + seconds, 0);
        expect(total).toBe(spans.reduce((sum, [, seconds]) => sum + seconds, 0));
      }),
    );
  });
});

describe('blips', () => {
  it('are added up, and absent if none was counted', () => {
    const hour = toRollup(emptyAccumulator(0), HEADER);
    const merged = (...blips: readonly number[]) =>
      mergeRollups([hour, ...blips.map((count) => ({ ...hour, blips: count }))], {
        ...HEADER,
        start: 0,
      });
    expect(merged(2, 1, 4).blips).toBe(7);
    expect(merged()).not.toHaveProperty('blips');
  });
});
