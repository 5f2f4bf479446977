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
const reasons = (watch: Watch) =>
  watch.outage.timeline.flatMap((entry) => (entry.type === 'withheld' ? [entry.reason] : []));

describe('the last look at services that fail together', () => {
  it('is requested 40 s after the first failure', () => {
    const asked = failing()
      .requests()
      .filter(({ trigger }) => trigger === 'confirm')
      .map(({ scheduledAt }) => (scheduledAt - NINE_FIFTEEN) / SECOND);
    expect(Math.max(...asked)).toBe(99);
  });

  it.each([
    [38, 0],
    [39, 0],
    [40, 1],
    [41, 1],
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

  it('calls when something fails after it has passed', () => {
    const watch = failing().at(100, both(PASSES));
    expect(watch.at(200, both(PASSES)).shared('opened')).toEqual([]);
    const again = failing()
      .at(100, both(PASSES))
      .at(115, { [EPS]: HANGS });
    expect(again.shared('opened')).toHaveLength(1);
  });

  it('is waited for 30 s, when it brings no result', () => {
    const watch = failing().at(100, both(CRASHES)).at(128);
    expect(watch.shared('opened')).toEqual([]);
    expect(watch.at(129).shared('opened')).toHaveLength(1);
  });

  it('is requested again if the first gave no result', () => {
    const looks = (watch: Watch) =>
      watch.requests().filter(({ trigger, scheduledAt }) => {
        return trigger === 'confirm' && scheduledAt >= NINE_FIFTEEN + 99 * SECOND;
      });
    const watch = failing();
    const before = looks(watch).length;
    expect(looks(watch.at(105, both(CRASHES))).length).toBeGreaterThan(before);
  });

  it('starts again when an outage without a notice comes back', () => {
    const watch = failing().every(10, [100, 300], both(PASSES));
    watch.at(310, both(HANGS)).at(330, both(HANGS));
    expect(watch.outage.recurrences).toBe(1);
    expect(watch.shared()).toEqual([]);
    watch.at(350, both(HANGS));
    expect(watch.shared().map(({ type, again }) => [type, again])).toEqual([['opened', undefined]]);
  });

  it('is none where one service alone fails: it has been looked at for a minute', () => {
    const watch = new Watch(aConfiguration()).at(0, { [WORK24]: PASSES });
    watch.every(20, [60, 120], { [WORK24]: HANGS }).at(151);
    expect(watch.shared('opened')).toHaveLength(1);
  });

  it('is counted from the earliest failure of all services', () => {
    const watch = failing().at(97, { 'hrd-net/probe': HANGS });
    expect(watch.outage.incidents).toHaveLength(3);
    expect(watch.at(100, { [EPS]: HANGS }).shared('opened')).toHaveLength(1);
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
  it('is no witness for another service', () => {
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
  it('are no part of the next', () => {
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
