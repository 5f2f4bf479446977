import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SECOND } from '#core/time/time';
import { aConfiguration, NINE_FIFTEEN } from '../../support/builders.ts';
import { HANGS } from '../../support/results.ts';
import { CRASHES, PASSES, Watch } from '../../support/watch.ts';

const WORK24 = 'work24/probe';
const EPS = 'eps/probe';
const both = (seen: object) => ({ [WORK24]: seen, [EPS]: seen });
/** Two services on different addresses fail from the first minute on. The outage opens at 80 s. */
const failing = () =>
  new Watch(aConfiguration()).at(0, both(PASSES)).at(60, both(HANGS)).at(80, both(HANGS));
const at = (seconds: number) => NINE_FIFTEEN + seconds * SECOND;
const hanging = (id: string, from: number, to: number) => ({
  ...new Watch(aConfiguration()).result(id, at(to), HANGS),
  startedAt: at(from),
  scheduledAt: at(from),
});
const reasons = (watch: Watch) =>
  watch.outage.timeline.flatMap((entry) => (entry.type === 'withheld' ? [entry.reason] : []));

describe('the last look at services that fail together', () => {
  it('is requested 50 s after the first failure, less the second that a run takes', () => {
    const asked = failing()
      .requests()
      .filter(({ trigger }) => trigger === 'confirm')
      .map(({ scheduledAt }) => (scheduledAt - NINE_FIFTEEN) / SECOND);
    // The other address is asked while a look that hangs would still be waiting.
    expect(asked.toSorted((a, b) => a - b).slice(-2)).toEqual([108, 116]);
  });

  it.each([
    [47, 0],
    [48, 0],
    [49, 1],
    [50, 1],
  ])('lets phones ring once a run that starts after %i s has failed: %i', (seconds, rings) => {
    const watch = failing().at(60 + seconds, both(HANGS));
    expect(watch.shared('opened')).toHaveLength(rings);
    expect(watch.outage.state).toBe('open');
  });

  it('sends no notice when it passes and all works again; the outage is in the record', () => {
    const watch = failing().every(10, [100, 300], both(PASSES));
    expect(watch.notices()).toEqual([]);
    expect(watch.outage).toMatchObject({ state: 'closed', downSeconds: 19 });
    expect(reasons(watch)).toEqual(['forming', 'blip']);
  });

  it('lets phones ring when something fails after it has passed', () => {
    const watch = failing().at(100, both(PASSES));
    expect(watch.at(200, both(PASSES)).shared('opened')).toEqual([]);
    const again = failing()
      .at(100, both(PASSES))
      .at(115, { [EPS]: HANGS });
    expect(again.shared('opened')).toHaveLength(1);
  });

  it('is not requested if something has passed since the outage began', () => {
    const watch = new Watch(aConfiguration()).at(0, both(PASSES)).at(60, both(HANGS));
    const hung = [WORK24, EPS].map((id) => watch.result(id, at(80), HANGS));
    watch.fold(at(82), [...hung, watch.result(EPS, at(82), PASSES)]);
    expect(watch.at(86, { [WORK24]: HANGS }).outage.incidents).toHaveLength(2);
    expect(watch.requests().every(({ scheduledAt }) => scheduledAt < at(108))).toBe(true);
  });

  it('is waited for 30 s, when it brings no result', () => {
    const watch = failing().at(110, both(CRASHES)).at(137);
    expect(watch.shared('opened')).toEqual([]);
    expect(watch.at(138).shared('opened')).toHaveLength(1);
  });

  it('is requested again if the first gave no result', () => {
    const looks = (watch: Watch) =>
      watch.requests().filter(({ trigger, scheduledAt }) => {
        return trigger === 'confirm' && scheduledAt >= NINE_FIFTEEN + 108 * SECOND;
      });
    const watch = failing();
    const before = looks(watch).length;
    expect(looks(watch.at(118, both(CRASHES))).length).toBeGreaterThan(before);
  });

  it('starts again when an outage without a notice comes back', () => {
    const watch = failing().every(10, [100, 300], both(PASSES));
    watch.at(310, both(HANGS)).at(330, both(HANGS));
    expect(watch.outage.recurrences).toBe(1);
    expect(watch.shared()).toEqual([]);
    watch.at(360, both(HANGS));
    expect(watch.shared().map(({ type, again }) => [type, again])).toEqual([['opened', undefined]]);
  });

  it('does not happen if one service alone fails, because it was checked for a minute already', () => {
    const watch = new Watch(aConfiguration()).at(0, { [WORK24]: PASSES });
    watch.every(20, [60, 120], { [WORK24]: HANGS }).at(151);
    expect(watch.shared('opened')).toHaveLength(1);
  });

  it('is counted from the earliest failure of all services', () => {
    const watch = failing().at(97, { 'hrd-net/probe': HANGS });
    expect(watch.outage.incidents).toHaveLength(3);
    expect(watch.at(110, { [EPS]: HANGS }).shared('opened')).toHaveLength(1);
  });

  it('sends no notice when another address answers while it hangs', () => {
    const silent = failing().fold(at(118), [hanging(EPS, 108, 118)]);
    expect(silent.shared('opened')).toHaveLength(1);
    const watch = failing().at(117, { [WORK24]: PASSES });
    watch.fold(at(118), [hanging(EPS, 108, 118)]);
    expect(watch.shared('opened')).toEqual([]);
    watch.every(10, [120, 300], both(PASSES));
    expect(watch.notices()).toEqual([]);
    expect(reasons(watch).at(-1)).toBe('blip');
  });
});

describe('a failure that began before another service passed', () => {
  it('is looked at again at once', () => {
    const watch = failing().at(118, { [WORK24]: PASSES });
    const before = watch.requests().length;
    watch.fold(at(126), [hanging(EPS, 116, 126)]);
    const asked = watch.requests().slice(before);
    expect(asked.map(({ check, scheduledAt }) => [check, scheduledAt])).toEqual([[EPS, at(126)]]);
  });
});

describe('an outage that is over before anybody could be told', () => {
  const late = (seconds: number) => {
    const watch = new Watch(aConfiguration()).at(0, both(PASSES));
    const failures = Array.from({ length: seconds / 10 + 1 }, (_, index) => 60 + index * 10);
    const passes = Array.from({ length: 11 }, (_, index) => 70 + seconds + index * 10);
    const runs = (ends: readonly number[], seen: object) =>
      ends.flatMap((end) => [WORK24, EPS].map((id) => watch.result(id, at(end), seen)));
    // Queues stood still, so everything is evaluated at once.
    return watch.fold(at(180 + seconds), [...runs(failures, HANGS), ...runs(passes, PASSES)]);
  };

  it.each([20, 40])('is a blip when it failed for %i s', (seconds) => {
    const watch = late(seconds);
    expect(watch.notices()).toEqual([]);
    expect(watch.outage.state).toBe('closed');
    expect(reasons(watch)).toEqual(['blip']);
  });

  it.each([60, 120])('is told with its end when it failed for %i s', (seconds) => {
    expect(
      late(seconds)
        .shared()
        .map(({ type }) => type),
    ).toEqual(['opened', 'closed']);
  });
});

describe('everybody who hears the begin', () => {
  it('hears the end, and nobody hears an end alone, wherever passes fall', () => {
    const runs = fc.array(fc.constantFrom(PASSES, HANGS), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(runs, (seen) => {
        const watch = failing();
        for (const [index, one] of seen.entries()) watch.at(90 + index * 10, both(one));
        watch.every(60, [220, 4_000], both(PASSES));
        const told = watch.shared().map(({ type, again }) => (again ? 'opened' : type));
        const begins = told.filter((type) => type === 'opened');
        expect(told.filter((type) => type === 'closed')).toHaveLength(begins.length);
        expect(watch.state.outages).toEqual({});
      }),
      { numRuns: 12 },
    );
  });
});

describe('a failure of long ago', () => {
  it('does not confirm the failure of another service', () => {
    const opens = (seconds: number) => {
      const watch = new Watch(aConfiguration()).at(0, both(PASSES)).at(60, { [EPS]: HANGS });
      watch.at(85, { [EPS]: HANGS }).every(50, [90, seconds - 1], { [EPS]: CRASHES });
      return watch.at(seconds, { [WORK24]: HANGS }).outages.length > 0;
    };
    expect(opens(200)).toBe(true);
    expect(opens(390)).toBe(false);
  });
});

describe('failures before the end of an incident', () => {
  it('do not belong to the next one', () => {
    const login = 'work24/login';
    const watch = new Watch(aConfiguration()).at(0, { [WORK24]: PASSES, [login]: PASSES });
    watch.every(20, [60, 140], { [WORK24]: HANGS }).at(150, { [login]: HANGS });
    watch.at(160, { [login]: PASSES }).every(20, [170, 290], { [WORK24]: PASSES });
    expect(watch.outage.state).toBe('closed');
    watch.every(20, [400, 480], { [WORK24]: HANGS });
    const { startedBetween, downSeconds } = watch.outage;
    expect(startedBetween.by).toBe(NINE_FIFTEEN + 60 * SECOND);
    expect(downSeconds).toBeLessThan(170);
  });
});
