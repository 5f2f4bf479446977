import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completedState } from '#core/detection/completed-state';
import type { GroupState } from '#core/detection/group-state';
import type { Result } from '#core/run/result';
import { DAY, SECOND } from '#core/time/time';
import { NINE_FIFTEEN } from '../../support/builders.ts';
import { HANGS } from '../../support/results.ts';
import { CRASHES, PASSES, Watch } from '../../support/watch.ts';

const PROBE = 'work24/probe';
const run = (seen: object) => ({ [PROBE]: seen });
const at = (seconds: number) => NINE_FIFTEEN + seconds * SECOND;

describe('a result', () => {
  it('from the future waits until its time, and is logged once', () => {
    const watch = new Watch().at(0, run(PASSES));
    const ahead = watch.result(PROBE, at(600), HANGS);
    for (const second of [10, 20, 30]) watch.fold(at(second), [ahead]);
    expect(watch.check(PROBE).state).toBe('up');
    expect(watch.oddities.map(({ key }) => key)).toEqual([`future ${ahead.run}`]);
    watch.every(60, [60, 540], run(PASSES));
    watch.fold(at(600), [ahead]);
    expect(watch.check(PROBE).state).toBe('suspect');
  });

  it('that is read again counts once', () => {
    const watch = new Watch().at(0, run(PASSES));
    const failure = watch.result(PROBE, at(60), HANGS);
    for (const second of [60, 61, 120, 180]) watch.fold(at(second), [failure, failure]);
    expect(watch.outages).toEqual([]);
    expect(watch.check(PROBE).counts).toEqual({ passed: 1, failed: 1 });
    expect(watch.oddities).toEqual([]);
  });

  it('of a check or service that nobody watches is logged once and counts nowhere', () => {
    const watch = new Watch().at(0, run(PASSES));
    const stray = { ...watch.result(PROBE, at(60), HANGS), check: 'gone/probe', service: 'gone' };
    const mixed = { ...watch.result(PROBE, at(60), HANGS), service: 'eps' };
    watch.fold(at(60), [stray, mixed]).fold(at(120), [stray, mixed]);
    expect(watch.oddities.map(({ key }) => key)).toEqual([
      `unknown gone/probe`,
      `unknown ${PROBE}`,
    ]);
    expect(Object.keys(watch.state.services)).not.toContain('gone');
    expect(watch.check(PROBE).counts).toEqual({ passed: 1 });
  });

  it('that comes far too late changes nothing but the log', () => {
    const watch = new Watch().every(60, [0, 3_600], run(PASSES));
    const late = watch.result(PROBE, at(120.5), HANGS);
    watch.fold(at(3_660), [late]).fold(at(3_661), [late]);
    expect(watch.check(PROBE).state).toBe('up');
    expect(watch.oddities.map(({ key }) => key)).toEqual([`late ${late.run}`]);
  });

  it('that comes a little late still counts as a failure, in its place', () => {
    const watch = new Watch().at(0, run(PASSES)).at(60, run(PASSES));
    const late = watch.result(PROBE, at(40), HANGS);
    watch.fold(at(70), [late]);
    expect(watch.check(PROBE).state).toBe('suspect');
    watch.at(80, run(HANGS)).at(90, run(HANGS));
    expect(watch.outage.startedBetween).toEqual({ after: at(-1), by: at(40) });
  });
});

describe('results in any order', () => {
  it('that are read together come to the same', () => {
    const history = fc.array(fc.constantFrom(PASSES, HANGS, CRASHES), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(history, fc.nat(), (runs, seed) => {
        const source = new Watch();
        const results = runs.map((seen, index) => source.result(PROBE, at(index * 40), seen));
        const mixed = [...results].sort((a, b) => (key(a, seed) < key(b, seed) ? -1 : 1));
        const one = new Watch().fold(at(260), results);
        const other = new Watch().fold(at(260), mixed);
        expect(other.state).toEqual(one.state);
      }),
      { numRuns: 200 },
    );
  });

  it('split over evaluations in any way find the same outage, whatever came first', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (order) => {
        const watch = new Watch().at(0, run(PASSES));
        const results = [60, 70, 80, 90].map((second) => watch.result(PROBE, at(second), HANGS));
        order.forEach((index, count) => {
          watch.fold(at(100 + count), [results[index] as Result]);
        });
        expect(watch.outage.startedBetween.by).toBeLessThanOrEqual(at(80));
        expect(watch.outage.downSeconds).toBeLessThanOrEqual(30);
        expect(watch.check(PROBE).counts).toEqual({ passed: 1, failed: 4 });
      }),
    );
  });
});

function key({ run: id }: Result, seed: number): string {
  return String((id.charCodeAt(id.length - 12) * 31 + Number(id.slice(-16, -11)) * seed) % 997);
}

describe('a clock', () => {
  it('that goes back a little stands still', () => {
    const watch = new Watch().at(0, run(PASSES)).at(60, run(PASSES)).at(30, run(PASSES));
    expect(watch.state.evaluatedAt).toBe(at(60));
    expect(watch.oddities).toEqual([]);
  });

  it('that was hours ahead is forgotten when it is put right: failures count at once', () => {
    const watch = new Watch().at(0, run(PASSES));
    watch.at(5 * 3_600).at(5 * 3_600 + 60, {});
    expect(watch.check(PROBE).state).toBe('unknown');
    watch.at(60, run(HANGS));
    expect(watch.check(PROBE).state).toBe('suspect');
    watch.at(70, run(HANGS)).at(100);
    expect(watch.notices('opened')).toHaveLength(1);
  });

  it('that was ahead in an outage does not hold up its end', () => {
    const watch = new Watch().at(0, run(PASSES)).at(60, run(HANGS)).at(65, run(HANGS)).at(95);
    watch.at(2 * 3_600, run(HANGS));
    watch.every(60, [160, 400], run(PASSES));
    expect(watch.outages.map(({ state }) => state)).toEqual(['closed']);
    expect(watch.outages[0]?.endedBetween?.by).toBeGreaterThanOrEqual(
      watch.outages[0]?.endedBetween?.after ?? Number.POSITIVE_INFINITY,
    );
  });

  it('that jumps ahead by a month gives unknown hours and no outage', () => {
    const watch = new Watch().at(0, run(PASSES)).at((30 * DAY) / SECOND, run(PASSES));
    watch.at((30 * DAY) / SECOND + 900, run(PASSES));
    expect(watch.notices()).toEqual([]);
    const hours = watch.effects.flatMap((each) => (each.type === 'rollup' ? [each.rollup] : []));
    expect(hours.length).toBeGreaterThan(12 * 24 * 29);
    for (const { seconds } of hours) {
      expect(Object.values(seconds).reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(3_600);
    }
  });
});

describe('a state', () => {
  it('of an older version is completed', () => {
    const watch = new Watch().at(0, run(PASSES)).at(60, run(HANGS)).at(65, run(HANGS));
    const old = JSON.parse(JSON.stringify(watch.state)) as Record<string, unknown>;
    for (const field of ['awaiting', 'extra', 'silences', 'matters', 'commands', 'oddities']) {
      delete old[field];
    }
    const check = (old.checks as Record<string, Record<string, unknown>>)[PROBE] ?? {};
    for (const field of ['unsettled', 'hours', 'settledTo', 'counts', 'countFrom'])
      delete check[field];
    watch.state = completedState(old as unknown as GroupState);
    watch.at(95, run(HANGS)).every(60, [130, 310], run(PASSES));
    expect(watch.outage.state).toBe('closed');
    expect(watch.notices().map(({ type }) => type)).toEqual(['opened', 'closed']);
  });

  it('survives being stored: JSON and back comes to the same', () => {
    const stored = new Watch();
    const kept = new Watch();
    for (const [second, seen] of [
      [0, PASSES],
      [60, HANGS],
      [65, HANGS],
      [95, HANGS],
      [160, PASSES],
    ] as const) {
      stored.at(second, run(seen));
      stored.state = completedState(JSON.parse(JSON.stringify(stored.state)) as GroupState);
      kept.at(second, run(seen));
    }
    expect(JSON.parse(JSON.stringify(kept.state))).toEqual(stored.state);
  });

  it('is left as it was by the evaluation that follows it', () => {
    const watch = new Watch().at(0, run(PASSES));
    for (const seen of [HANGS, HANGS, CRASHES, PASSES, PASSES, PASSES]) {
      watch.state = frozen(watch.state);
      watch.at((watch.state.evaluatedAt - NINE_FIFTEEN) / SECOND + 70, run(seen));
    }
    watch.state = frozen(watch.state);
    watch.ask(500, { type: 'drill' });
    expect(watch.notices().map(({ type }) => type)).toEqual([
      'opened',
      'closed',
      'opened',
      'closed',
    ]);
  });

  it('loses what is no longer watched, but for its hours', () => {
    const watch = new Watch()
      .every(60, [0, 600], run(PASSES))
      .at(610, run(HANGS))
      .at(615, run(HANGS));
    const { catalogue } = watch.configuration;
    const rest = new Watch({
      ...watch.configuration,
      catalogue: {
        ...catalogue,
        services: catalogue.services.filter(({ id }) => id !== 'work24'),
        checks: catalogue.checks.filter(({ service }) => service !== 'work24'),
      },
    });
    rest.state = watch.state;
    rest.at(700).at(760);
    expect(rest.state.checks[PROBE]).toBeUndefined();
    expect(rest.state.services.work24).toBeUndefined();
    expect(rest.outages[0]?.state).toBe('closed');
    const hours = rest.effects.flatMap((each) =>
      each.type === 'rollup' ? [each.rollup.check] : [],
    );
    expect(hours).toContain(PROBE);
  });

  it('does not grow with a check that never quite fails often enough', () => {
    const watch = new Watch();
    for (let index = 0; index < 600; index += 1) {
      watch.at(index * 60, run(index % 8 === 0 ? HANGS : PASSES));
    }
    expect(watch.outages).toEqual([]);
    expect(watch.check(PROBE).unsettled.length).toBeLessThanOrEqual(51);
    expect(watch.check(PROBE).samples.length).toBeLessThan(20);
  });
});

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}
