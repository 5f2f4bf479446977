import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { totalSeconds } from '#core/history/availability';
import {
  byDay,
  declaredAfter,
  isPartly,
  recounted,
  type Spent,
  spentBetween,
  type WindowChange,
} from '#core/history/retroactive';
import type { Rollup } from '#core/history/rollup';
import type { Result } from '#core/run/result';
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

function minutesOf(
  first: number,
  state: Spent['state'],
  rest: number,
  other: Spent['state'],
): readonly Spent['state'][] {
  return [...Array(first).fill(state), ...Array(rest).fill(other)];
}

const minutes = fc.array(fc.constantFrom<Spent['state']>('up', 'degraded', 'down', 'unknown'), {
  minLength: 60,
  maxLength: 60,
});
const IDS = ['a', 'b', 'c', 'd'];
/** A declared window does not change. It may be declared and withdrawn any number of times. */
const windows = fc
  .array(fc.tuple(fc.integer({ min: -30, max: 90 }), fc.integer({ min: 1, max: 90 })), {
    minLength: IDS.length,
    maxLength: IDS.length,
  })
  .map((all) =>
    all.map(
      ([from, length], index): WindowChange => ({
        window: IDS[index] ?? '',
        from: START + from * MINUTE,
        to: START + (from + length) * MINUTE,
      }),
    ),
  );
const changes = fc
  .tuple(windows, fc.array(fc.tuple(fc.nat({ max: IDS.length - 1 }), fc.boolean())))
  .map(([all, deeds]) =>
    deeds.flatMap(([index, withdrawn]): readonly WindowChange[] => {
      const one = all[index];
      return one ? [withdrawn ? { ...one, withdrawn } : one] : [];
    }),
  );

function changed(hour: Rollup, change: WindowChange, spent: readonly Spent[]): Rollup {
  const declared = declaredAfter(hour, change);
  return declared === hour.retroactive ? hour : recounted(hour, declared, spent);
}

/** Windows that are in force after all changes. */
function inForce(all: readonly WindowChange[]): readonly WindowChange[] {
  const last = new Map(all.map((one) => [one.window, one]));
  return [...last.values()].filter(({ withdrawn }) => !withdrawn);
}

describe('an hour with maintenance declared afterwards', () => {
  it('counts exactly the minutes of windows in force as maintenance, whatever was declared and withdrawn', () => {
    fc.assert(
      fc.property(minutes, changes, (states, all) => {
        const { rollup, spent } = hourOf(states);
        const after = all.reduce((hour, one) => changed(hour, one, spent), rollup);
        const held = inForce(all);
        const inside = states.map((_, index) => {
          const at = START + index * MINUTE;
          return held.some(({ from, to }) => from <= at && at < to);
        });
        const expected = hourOf(states.map((state, at) => (inside[at] ? 'maintenance' : state)));
        expect(after.seconds).toEqual(expected.rollup.seconds);
      }),
    );
  });

  it('is as it was, layers too, when every window is withdrawn, even if the runs are gone by then', () => {
    fc.assert(
      fc.property(minutes, changes, (states, all) => {
        const { rollup: plain, spent } = hourOf(states);
        const host = { downSeconds: plain.seconds.down / 3, latency: { 40: 1 } };
        const data = { downSeconds: (plain.seconds.down * 2) / 3, latency: {} };
        const rollup = { ...plain, layers: { host, data } };
        const declared = all.reduce((hour, one) => changed(hour, one, spent), rollup as Rollup);
        const back = all.reduce(
          (hour, one) => changed(hour, { ...one, withdrawn: true }, []),
          declared,
        );
        expect(back).toEqual(rollup);
      }),
    );
  });

  it('takes the downtime of its layers in the proportion in which it takes that of the hour', () => {
    const { rollup, spent } = hourOf(minutesOf(40, 'down', 20, 'up'));
    const layers = {
      host: { downSeconds: 600, latency: {} },
      data: { downSeconds: 1_800, latency: {} },
      session: { downSeconds: 0, latency: {} },
    };
    const window = { window: 'a', from: START, to: START + 10 * MINUTE };
    const after = changed({ ...rollup, layers }, window, spent);
    expect(after.layers).toEqual({
      host: { downSeconds: 450, countedDown: 600, latency: {} },
      data: { downSeconds: 1_350, countedDown: 1_800, latency: {} },
      session: { downSeconds: 0, latency: {} },
    });
  });

  it('keeps its length where the runs tell nothing, or something else than was counted', () => {
    fc.assert(
      fc.property(minutes, minutes, windows, (states, others, [one]) => {
        const { rollup } = hourOf(states);
        if (!one) throw new Error('no window');
        const after = changed(rollup, one, hourOf(others).spent);
        expect(totalSeconds(after.seconds)).toBe(3_600);
        expect(Math.min(...Object.values(after.seconds))).toBeGreaterThanOrEqual(0);
        const covered = Math.min(one.to, START + HOUR) - Math.max(one.from, START);
        expect(after.seconds.maintenance).toBe(Math.max(0, covered) / SECOND);
      }),
    );
  });
});

describe('the stretches of an hour', () => {
  const at = (minute: number) => START + minute * MINUTE;
  const one = { window: 'a', from: at(10), to: at(20) };
  const other = { window: 'b', from: at(10), to: at(20) };
  const hour = { ...hourOf([]).rollup, retroactive: [one] };

  it('are the same array where a change changes nothing', () => {
    expect(declaredAfter(hour, one)).toBe(hour.retroactive);
    expect(declaredAfter(hour, { ...other, withdrawn: true })).toBe(hour.retroactive);
    expect(declaredAfter(hour, { ...other, from: at(60), to: at(70) })).toBe(hour.retroactive);
  });

  it('are those of each window, as it was declared last', () => {
    expect(declaredAfter(hour, other)).toEqual([one, other]);
    for (const again of [
      { ...one, from: at(5) },
      { ...one, to: at(30) },
    ])
      expect(declaredAfter(hour, again)).toEqual([again]);
    expect(declaredAfter(hour, { ...one, withdrawn: true })).toEqual([]);
  });

  it('need the runs only where they cover a part of the hour', () => {
    expect(isPartly([])).toBe(false);
    expect(isPartly([{ from: at(0), to: at(60) }])).toBe(false);
    expect(isPartly([{ from: at(0), to: at(59) }])).toBe(true);
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

describe('the time between two runs', () => {
  const run = (minute: number, result: Result['result']) =>
    ({ result, finishedAt: minute * MINUTE }) as Result;
  const states = (...results: readonly Result['result'][]) =>
    spentBetween(results.map((result, minute) => run(minute, result))).map(({ state }) => state);

  it('is as both runs say, and unknown if one failed and the other did not', () => {
    expect(states('passed', 'passed', 'failed', 'failed', 'degraded', 'passed')).toEqual([
      'up',
      'unknown',
      'down',
      'unknown',
      'degraded',
    ]);
  });

  it('is taken in order of their ends, without runs that say nothing', () => {
    const mixed = [run(3, 'passed'), run(1, 'passed'), run(2, 'inconclusive')];
    expect(spentBetween(mixed)).toEqual([{ from: MINUTE, to: 3 * MINUTE, state: 'up' }]);
    expect(states('passed')).toEqual([]);
  });
});
