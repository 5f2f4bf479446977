import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { totalSeconds } from '#core/history/availability';
import { byDay, type Spent, withMaintenance } from '#core/history/retroactive';
import type { Rollup } from '#core/history/rollup';
import { DAY, HOUR, MINUTE, SECOND } from '#core/time/time';

const START = Date.parse('2024-07-18T02:00:00Z');

/** An hour minute by minute. */
function hourOf(minutes: readonly Spent['state'][]) {
  const spent = minutes.map((state, index): Spent => {
    const from = START + index * MINUTE;
    return { from, to: from + MINUTE, state };
  });
  const seconds = { up: 0, degraded: 0, down: 0, maintenance: 0, unknown: 0 };
  for (const state of minutes) seconds[state] += MINUTE / SECOND;
  const rollup: Rollup = {
    ...{ schema: 1, check: 'work24/probe', service: 'work24', period: 'hour', start: START },
    ...{ seconds, results: {}, kinds: {}, latency: {}, frozen: false },
  };
  return { rollup, spent };
}

const minutes = fc.array(fc.constantFrom<Spent['state']>('up', 'degraded', 'down', 'unknown'), {
  minLength: 60,
  maxLength: 60,
});
const window = fc
  .tuple(fc.integer({ min: -30, max: 90 }), fc.integer({ min: 1, max: 90 }))
  .map(([from, length]) => ({
    from: START + from * MINUTE,
    to: START + (from + length) * MINUTE,
  }));

describe('an hour with maintenance declared afterwards', () => {
  it('counts exactly the minutes of all windows as maintenance, whatever their order', () => {
    fc.assert(
      fc.property(minutes, fc.array(window, { maxLength: 4 }), (states, windows) => {
        const { rollup, spent } = hourOf(states);
        const after = windows.reduce((hour, one) => withMaintenance(hour, one, spent), rollup);
        const inside = states.map((_, index) => {
          const at = START + index * MINUTE;
          return windows.some(({ from, to }) => from <= at && at < to);
        });
        const expected = hourOf(states.map((state, at) => (inside[at] ? 'maintenance' : state)));
        expect(after.seconds).toEqual(expected.rollup.seconds);
      }),
    );
  });

  it('keeps its length where the runs tell nothing, or something else than was counted', () => {
    fc.assert(
      fc.property(minutes, minutes, window, (states, others, one) => {
        const { rollup } = hourOf(states);
        const after = withMaintenance(rollup, one, hourOf(others).spent);
        expect(totalSeconds(after.seconds)).toBe(3_600);
        expect(Math.min(...Object.values(after.seconds))).toBeGreaterThanOrEqual(0);
        const covered = Math.min(one.to, START + HOUR) - Math.max(one.from, START);
        expect(after.seconds.maintenance).toBe(Math.max(0, covered) / SECOND);
      }),
    );
  });
});

describe('a stretch by Korean days', () => {
  it('is cut at midnight', () => {
    const from = Date.parse('2024-07-18T22:00:00+09:00');
    expect(byDay({ from, to: from + DAY + 4 * HOUR })).toEqual([
      { from, to: from + 2 * HOUR },
      { from: from + 2 * HOUR, to: from + 26 * HOUR },
      { from: from + 26 * HOUR, to: from + 28 * HOUR },
    ]);
  });
});
