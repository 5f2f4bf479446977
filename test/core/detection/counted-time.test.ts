import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rollup, StateSeconds } from '#core/history/rollup';
import type { Result } from '#core/run/result';
import { HOUR, MINUTE, SECOND } from '#core/time/time';
import { NINE_FIFTEEN } from '../../support/builders.ts';
import { HANGS } from '../../support/results.ts';
import { CRASHES, PASSES, quick, SLOW, Watch } from '../../support/watch.ts';

const PROBE = 'work24/probe';
const SEEN = { passed: PASSES, degraded: SLOW, failed: HANGS, inconclusive: CRASHES };
type Seen = keyof typeof SEEN;

interface Run {
  /** Seconds after the run before it. */
  readonly gap: number;
  readonly seen: Seen;
}

/** Shorter than the patience of every check, or longer than that of any. */
const LONG = 700;
const runs = fc.array(
  fc.record({
    gap: fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 5, max: 170 }) },
      { weight: 1, arbitrary: fc.integer({ min: LONG, max: 3_000 }) },
    ),
    seen: fc.constantFrom<Seen>('passed', 'passed', 'failed', 'failed', 'degraded', 'inconclusive'),
  }),
  { minLength: 2, maxLength: 30 },
);

interface Played {
  /** End of the run, seconds after 09:15. */
  readonly at: number;
  readonly seen: Seen;
  /** Whether the check was in an incident or under suspicion after the run was folded. */
  readonly open: boolean;
  readonly suspected: boolean;
}

function play(given: readonly Run[]): {
  readonly played: readonly Played[];
  readonly watch: Watch;
} {
  const watch = new Watch();
  let at = 0;
  const played = given.map(({ gap, seen }): Played => {
    at += gap;
    watch.at(at, { [PROBE]: SEEN[seen] });
    const { open, suspicion } = watch.check(PROBE);
    return { at, seen, open, suspected: suspicion !== undefined };
  });
  return { played, watch };
}

function hoursOf(watch: Watch, check = PROBE): readonly Rollup[] {
  const all = watch.effects.flatMap((each) => (each.type === 'rollup' ? [each.rollup] : []));
  return all.filter((rollup) => rollup.check === check);
}

/** What became of a failure: part of an incident, or over before it lasted. */
function isDown(played: readonly Played[], index: number): boolean {
  if (played[index]?.seen !== 'failed') return false;
  for (let later = index; later < played.length; later += 1) {
    const one = played[later] as Played;
    const lost = later > index && one.at - (played[later - 1]?.at ?? 0) >= LONG;
    if (lost && !played[later - 1]?.open) return false;
    if (one.open || !one.suspected) return one.open;
  }
  return false;
}

/** The rule taken literally: the state of the time between two runs. */
function between(played: readonly Played[], index: number): keyof StateSeconds {
  const [before, after] = [played[index - 1] as Played, played[index] as Played];
  if (after.at - before.at >= LONG) return 'unknown';
  const failed = [before, after].filter(({ seen }) => seen === 'failed').length;
  const down = isDown(played, index - 1) || isDown(played, index);
  if (failed > 0 && down) return failed === 2 ? 'down' : 'unknown';
  return before.seen === 'degraded' ? 'degraded' : 'up';
}

function expected(played: readonly Played[]): Readonly<Record<number, Partial<StateSeconds>>> {
  const hours: Record<number, Record<string, number>> = {};
  const usable = played.filter(({ seen }) => seen !== 'inconclusive');
  for (let index = 1; index < usable.length; index += 1) {
    const state = between(usable, index);
    for (let at = usable[index - 1]?.at ?? 0; at < (usable[index]?.at ?? 0); at += 1) {
      const start = Math.floor((NINE_FIFTEEN + at * SECOND) / HOUR) * HOUR;
      const hour = hours[start] ?? {};
      hours[start] = { ...hour, [state]: (hour[state] ?? 0) + 1 };
    }
  }
  return hours;
}

const seconds = (rollup: Rollup | undefined) =>
  Object.fromEntries(Object.entries(rollup?.seconds ?? {}).filter(([, spent]) => spent > 0));

describe('the time of a check', () => {
  it('is counted as the rule says, each second once, whatever the runs were', () => {
    fc.assert(
      fc.property(runs, (given) => {
        // Usable runs at most one patience apart, up to the end of the compared time.
        const after = Array.from({ length: 80 }, () => ({ gap: 60, seen: 'passed' }) as const);
        const { played, watch } = play([{ gap: 0, seen: 'passed' }, ...given, ...after]);
        const gaps = played.filter(({ seen }) => seen !== 'inconclusive');
        const clear = gaps.every(({ at }, index) => {
          const gap = at - (gaps[index - 1]?.at ?? at);
          return gap <= 170 || gap >= LONG;
        });
        fc.pre(clear);
        const written = hoursOf(watch);
        expect(written.length).toBeGreaterThan(0);
        const wanted = expected(played);
        for (const hour of written) expect(seconds(hour)).toEqual(wanted[hour.start] ?? {});
      }),
      { numRuns: 30 },
    );
  });
});

describe('an hour', () => {
  it('is written six minutes after it, with the runs that began in it', () => {
    const watch = new Watch().every(60, [0, 50 * 60], { [PROBE]: PASSES });
    expect(hoursOf(watch)).toEqual([]);
    watch.at(51 * 60 - 1, { [PROBE]: PASSES });
    expect(hoursOf(watch)).toEqual([]);
    watch.at(51 * 60, { [PROBE]: PASSES });
    expect(hoursOf(watch)).toMatchObject([
      { period: 'hour', service: 'work24', check: PROBE, results: { passed: 46 } },
    ]);
  });

  it('is written although no run comes in after it', () => {
    const watch = new Watch().every(60, [0, 2_760], { 'work24/probe': PASSES });
    const own = watch.effects.length;
    const hours = () =>
      watch.effects.slice(own).flatMap((effect) => {
        return effect.type === 'rollup' && effect.rollup.check === 'work24/probe' ? [effect] : [];
      }).length;
    watch.at(2_700 + 359);
    expect(hours()).toBe(0);
    watch.at(2_700 + 360);
    expect(hours()).toBe(1);
  });

  it('is written once, also after a long silence', () => {
    const watch = new Watch().at(0, { [PROBE]: PASSES }).at(4 * 3_600, { [PROBE]: PASSES });
    watch.at(4 * 3_600 + 60, { [PROBE]: PASSES });
    const starts = hoursOf(watch).map(({ start }) => (start - NINE_FIFTEEN) / MINUTE);
    expect(starts).toEqual([-15, 45, 105, 165]);
    expect(hoursOf(watch).map(({ seconds: spent }) => spent.unknown)).toEqual([
      2_700, 3_600, 3_600, 3_600,
    ]);
  });

  it('waits for a suspicion to be decided', () => {
    const watch = new Watch().every(60, [0, 44 * 60], { [PROBE]: PASSES });
    watch.at(2_700, { [PROBE]: HANGS }).every(60, [2_760, 2_940], { [PROBE]: PASSES });
    watch.at(2_970, { [PROBE]: HANGS }).every(60, [3_000, 3_240], { [PROBE]: PASSES });
    expect(hoursOf(watch)).toEqual([]);
    watch.at(3_300, { [PROBE]: PASSES });
    expect(seconds(hoursOf(watch)[0])).toEqual({ up: 2_700 });
  });

  it('includes a run that arrives late', () => {
    const watch = new Watch().every(60, [0, 45 * 60], { [PROBE]: PASSES });
    const late = watch.result(PROBE, NINE_FIFTEEN + 44 * MINUTE + 31 * SECOND, HANGS);
    watch.fold(NINE_FIFTEEN + 46 * MINUTE, [late]);
    watch.every(60, [47 * 60, 53 * 60], { [PROBE]: PASSES });
    expect(hoursOf(watch)).toMatchObject([{ results: { passed: 46, failed: 1 } }]);
  });

  it('that is written leaves later results to the hour after it', () => {
    const watch = new Watch().every(60, [0, 51 * 60], { [PROBE]: PASSES });
    const late = watch.result(PROBE, NINE_FIFTEEN + 45 * MINUTE, HANGS);
    const scheduledAt = NINE_FIFTEEN + 46 * MINUTE;
    watch.fold(NINE_FIFTEEN + 51 * MINUTE + SECOND, [{ ...late, run: 'late', scheduledAt }]);
    watch.every(60, [52 * 60, 112 * 60], { [PROBE]: PASSES });
    expect(hoursOf(watch).map(({ results }) => results.failed ?? 0)).toEqual([0, 1]);
  });

  it('of a check that is no longer watched is written as far as it went', () => {
    const watch = new Watch().every(60, [0, 600], { [PROBE]: PASSES });
    const { catalogue } = watch.configuration;
    const checks = catalogue.checks.filter(({ id }) => id !== PROBE);
    const less = new Watch({ ...watch.configuration, catalogue: { ...catalogue, checks } });
    less.state = watch.state;
    less.at(660);
    expect(hoursOf(less)).toMatchObject([
      { service: 'work24', period: 'hour', frozen: false, seconds: { up: 600 } },
    ]);
    expect(less.state.checks[PROBE]).toBeUndefined();
  });
});

describe('a day and a month', () => {
  const merges = (watch: Watch) =>
    watch.effects.flatMap((each) => (each.type === 'merge' && each.check === PROBE ? [each] : []));
  const until = (date: string) => {
    const watch = new Watch();
    const end = (Date.parse(`${date}T00:00:00+09:00`) - NINE_FIFTEEN) / SECOND;
    watch.at(end - 7_200, { [PROBE]: PASSES });
    return watch.every(60, [end - 7_140, end + 600], { [PROBE]: PASSES });
  };

  it('are added up with the last hour of the day in KST, and of the month', () => {
    const day = { period: 'day', from: '2024-07-31', to: '2024-08-01' };
    const month = { period: 'month', from: '2024-07-01', to: '2024-08-01' };
    const midnight = (date: string) => Date.parse(`${date}T00:00:00+09:00`);
    expect(merges(until('2024-08-01'))).toMatchObject(
      [day, month].map(({ period, from, to }) => ({
        period,
        service: 'work24',
        from: midnight(from),
        to: midnight(to),
      })),
    );
  });

  it('are not added up earlier: in the middle of a month only the day is', () => {
    expect(merges(until('2024-07-20')).map(({ period }) => period)).toEqual(['day']);
    const watch = new Watch().every(60, [0, 7_200], { [PROBE]: PASSES });
    expect(merges(watch)).toEqual([]);
  });
});

describe('the time at the edges of a window', () => {
  const window = {
    id: 'patch',
    type: 'once',
    services: ['work24'],
    reason: '정기점검',
    from: NINE_FIFTEEN + 10 * MINUTE,
    to: NINE_FIFTEEN + 20 * MINUTE,
  } as const;
  const spent = (before: (watch: Watch) => unknown, after: Partial<Result> = PASSES) => {
    const watch = new Watch({ ...quick(), maintenance: [window] });
    before(watch);
    watch
      .at(600)
      .at(1_200)
      .every(60, [1_230, 3_300], { [PROBE]: after });
    return seconds(hoursOf(watch)[0]);
  };

  it('follows the last run up to the window, and is unknown from its end to the next run', () => {
    const to = { maintenance: 600, unknown: 30, up: 1_470 };
    expect(spent((watch) => watch.every(60, [0, 540], { [PROBE]: PASSES }))).toEqual({
      ...to,
      up: 1_470 + 600,
    });
    expect(spent((watch) => watch.every(60, [0, 540], { [PROBE]: SLOW }))).toEqual({
      ...to,
      degraded: 600,
    });
    const failing = (watch: Watch) =>
      watch.at(0, { [PROBE]: PASSES }).every(60, [60, 540], { [PROBE]: HANGS });
    expect(spent(failing)).toMatchObject({ maintenance: 600, down: 480 });
  });

  it('is unknown before the window if the last run is long ago or missing', () => {
    const first = { maintenance: 600, unknown: 630, up: 1_470 };
    expect(spent((watch) => watch.at(0))).toEqual(first);
    expect(spent((watch) => watch.at(0, { [PROBE]: PASSES }))).toEqual(first);
    expect(spent((watch) => watch.at(0, { [PROBE]: PASSES }).at(420, { [PROBE]: PASSES }))).toEqual(
      {
        maintenance: 600,
        unknown: 420 + 30,
        up: 1_470 + 180,
      },
    );
  });
});
