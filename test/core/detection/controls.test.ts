import { describe, expect, it } from 'vitest';
import { SECOND } from '#core/time/time';
import { defaultConfiguration } from '#local/configuration';
import { NINE_FIFTEEN } from '../../support/builders.ts';
import { HANGS } from '../../support/results.ts';
import { CRASHES, PASSES, REFUSES, Watch } from '../../support/watch.ts';

const CONTROL = 'control/probe';
const failing = { 'work24/probe': HANGS, 'eps/probe': HANGS };
const fine = { 'work24/probe': PASSES, 'eps/probe': PASSES };

describe('when a control fails as well', () => {
  it('the fault is our own network: no outage, results unknown, one attention', () => {
    const watch = new Watch().at(0, { ...fine, [CONTROL]: PASSES });
    watch.at(60, { ...failing, [CONTROL]: REFUSES }).every(10, [70, 300], {
      ...failing,
      [CONTROL]: REFUSES,
    });
    expect(watch.outages).toEqual([]);
    expect(watch.check('work24/probe').state).toBe('unknown');
    expect(watch.notices().map(({ type }) => type)).toEqual(['attention']);
    expect(watch.state.doubtSince).toBeDefined();
  });

  it('earlier suspicions and forming outages are dropped', () => {
    const watch = new Watch().at(0, { ...fine, [CONTROL]: PASSES });
    watch.at(60, failing).at(65, failing);
    expect(watch.outages).toHaveLength(1);
    watch.at(70, { [CONTROL]: REFUSES }).at(100);
    expect(watch.outages).toEqual([]);
    expect(watch.notices('opened')).toEqual([]);
    expect(watch.state.services.work24?.incident).toBeUndefined();
  });

  it('a service of a forming outage is unknown with all its checks', () => {
    const watch = new Watch().at(0, { ...fine, 'work24/login': PASSES, [CONTROL]: PASSES });
    watch.at(60, failing).at(65, failing);
    expect(watch.check('work24/login').state).toBe('up');
    watch.at(70, { [CONTROL]: REFUSES });
    expect(watch.check('work24/login').state).toBe('unknown');
  });

  it('announced outages stay open, and their time is not counted as downtime', () => {
    const watch = new Watch().at(0, fine).at(60, failing).at(65, failing).at(95);
    const before = watch.outage.downSeconds;
    watch.every(30, [125, 425], { ...failing, [CONTROL]: REFUSES });
    expect(watch.outage.state).toBe('open');
    expect(watch.outage.downSeconds).toBe(before);
  });

  it('counting begins again when the control answers', () => {
    const watch = new Watch().at(0, fine).at(60, { ...failing, [CONTROL]: REFUSES });
    watch.at(120, { [CONTROL]: PASSES }).at(130, failing);
    expect(watch.check('work24/probe').state).toBe('suspect');
    expect(watch.outages).toEqual([]);
    watch.at(135, failing);
    expect(watch.outages).toHaveLength(1);
  });

  it('the time of doubt counts as unknown', () => {
    const watch = new Watch().every(60, [0, 600], { ...fine, [CONTROL]: PASSES });
    watch.every(60, [660, 1_800], { ...failing, [CONTROL]: REFUSES });
    watch.every(60, [1_860, 7_200], { ...fine, [CONTROL]: PASSES });
    const hours = watch.effects.flatMap((each) => (each.type === 'rollup' ? [each.rollup] : []));
    const own = hours.filter(({ check }) => check === 'work24/probe');
    const sum = (state: 'down' | 'unknown') =>
      own.reduce((total, { seconds }) => total + seconds[state], 0);
    expect(sum('down')).toBe(0);
    expect(sum('unknown')).toBe(1_260);
  });
});

describe('a control that fails alone', () => {
  const HOUR = 3_600;
  const ALONE = new Watch(defaultConfiguration()).configuration;
  const [bad, ...good] = ALONE.catalogue.checks.filter(({ type }) => type === 'control');
  const seen = (own: object) => ({
    ...Object.fromEntries(good.map(({ id }) => [id, PASSES])),
    ...(bad ? { [bad.id]: own } : {}),
  });
  const failed = () => new Watch(ALONE).every(60, [0, 120], seen(REFUSES));

  it('is told once it failed three times in a row', () => {
    expect(new Watch(ALONE).every(60, [0, 60], seen(REFUSES)).notices()).toEqual([]);
    expect(failed().notices('attention')).toHaveLength(1);
  });

  it('is told again an hour after it answered, and after a day while it did not', () => {
    const answered = failed().at(180, seen(PASSES)).every(60, [240, HOUR], seen(REFUSES));
    expect(answered.notices('attention')).toHaveLength(1);
    answered.every(60, [HOUR + 60, HOUR + 600], seen(REFUSES));
    expect(answered.notices('attention')).toHaveLength(2);
    const silent = failed().every(600, [600, 24 * HOUR], seen(REFUSES));
    expect(silent.notices('attention')).toHaveLength(1);
    silent.every(60, [24 * HOUR + 60, 24 * HOUR + 600], seen(REFUSES));
    expect(silent.notices('attention')).toHaveLength(2);
  });
});

describe('a control', () => {
  it('that passes leaves the fault with the services', () => {
    const watch = new Watch().at(0, fine).at(60, { ...failing, [CONTROL]: PASSES });
    watch.at(65, { ...failing, [CONTROL]: PASSES }).at(95);
    expect(watch.notices('opened')).toHaveLength(1);
  });

  it('with an inconclusive or old run raises no doubt', () => {
    const watch = new Watch().at(0, { ...fine, [CONTROL]: CRASHES });
    expect(watch.state.doubtSince).toBeUndefined();
    watch
      .at(10, { [CONTROL]: REFUSES })
      .at(60, { [CONTROL]: PASSES })
      .at(61);
    expect(watch.state.doubtSince).toBeUndefined();
    watch.at(70, { [CONTROL]: REFUSES });
    expect(watch.state.doubtSince).toBeDefined();
    expect(watch.at(300).state.doubtSince).toBeUndefined();
  });

  it('that nobody watches is logged once', () => {
    const watch = new Watch().at(0, { [CONTROL]: PASSES });
    const stray = { ...watch.result(CONTROL, watch.state.evaluatedAt), check: 'control/other' };
    const both = [stray, { ...stray, run: 'another' }];
    watch.fold(watch.state.evaluatedAt, both).fold(watch.state.evaluatedAt, [stray]);
    expect(watch.oddities.map(({ key }) => key)).toEqual(['unknown control/other']);
  });
});

describe('of three controls', () => {
  const FIRST = 'control/probe';
  const SECOND_ONE = 'control-2/probe';
  const THIRD = 'control-3/probe';
  const answering = { [FIRST]: PASSES, [SECOND_ONE]: PASSES, [THIRD]: PASSES };
  const three = () => new Watch(defaultConfiguration()).at(0, { ...fine, ...answering });

  it('one that fails is named to engineers, and outages are told as usual', () => {
    const watch = three();
    for (let second = 60; second <= 300; second += 60) {
      watch.at(second, { ...fine, ...answering, [SECOND_ONE]: REFUSES });
    }
    const [told, ...more] = watch.notices('attention');
    expect(more).toEqual([]);
    expect(told?.services).toEqual(['captive.apple.com']);
    expect(told?.text).toContain('다른 대조 사이트는 응답합니다');
    watch.every(20, [320, 400], { 'work24/probe': HANGS, [SECOND_ONE]: REFUSES }).at(440);
    expect(watch.notices('opened').length).toBe(1);
  });

  it('one that fails once causes no message', () => {
    const watch = three().at(60, { ...fine, ...answering, [SECOND_ONE]: REFUSES });
    watch.at(120, { ...fine, ...answering }).at(180, { ...fine, ...answering });
    expect(watch.notices()).toEqual([]);
  });

  it('two that fail put our own network in doubt', () => {
    const watch = three();
    for (let second = 60; second <= 300; second += 60) {
      watch.at(second, { ...failing, [FIRST]: PASSES, [SECOND_ONE]: REFUSES, [THIRD]: REFUSES });
    }
    expect(watch.outages).toEqual([]);
    expect(watch.state.doubtSince).toBeDefined();
    expect(watch.notices('attention').map(({ id }) => id)).toEqual([
      expect.stringContaining('network-in-doubt'),
    ]);
  });
});

describe('while our own network is in doubt', () => {
  const doubtful = (seen: object) => {
    const watch = new Watch().at(0, { ...fine, [CONTROL]: PASSES });
    return watch.at(60, { ...seen, [CONTROL]: REFUSES });
  };

  it('a service that passes stays up, and only what failed is forgotten', () => {
    const watch = doubtful({ 'work24/probe': HANGS, 'eps/probe': PASSES });
    expect(watch.check('eps/probe').state).toBe('up');
    expect(watch.check('work24/probe').state).toBe('unknown');
    expect(watch.state.services.eps?.state).toBe('up');
  });

  it('engineers are told once a day, and again when it comes back after an hour', () => {
    const watch = doubtful(fine).at(120, { ...fine, [CONTROL]: PASSES });
    expect(watch.state.doubtSince).toBeUndefined();
    watch.at(180, { [CONTROL]: REFUSES }).at(240, { [CONTROL]: PASSES });
    expect(watch.notices('attention')).toHaveLength(1);
    watch.at(4_000, { [CONTROL]: REFUSES });
    expect(watch.notices('attention')).toHaveLength(2);
  });

  it('a run of a control counts if its clock is at most a minute ahead of ours', () => {
    const runAt = (ahead: number) => {
      const watch = new Watch().at(0, { ...fine, [CONTROL]: PASSES });
      const run = watch.result(CONTROL, NINE_FIFTEEN + (60 + ahead + 1) * SECOND, REFUSES);
      return watch.fold(NINE_FIFTEEN + 60 * SECOND, [run]).state.doubtSince;
    };
    expect(runAt(60)).toBeDefined();
    expect(runAt(61)).toBeUndefined();
  });
});

describe('a control that fails alone', () => {
  it('is told again after an hour if it answered in between', () => {
    const others = { 'control-2/probe': PASSES, 'control-3/probe': PASSES };
    const watch = new Watch(defaultConfiguration()).at(0, { ...fine, ...others });
    const failsFrom = (from: number) =>
      watch.every(60, [from, from + 180], { ...others, [CONTROL]: REFUSES });
    failsFrom(60).at(300, { ...others, [CONTROL]: PASSES });
    failsFrom(360);
    expect(watch.notices('attention')).toHaveLength(1);
    watch.at(600, { ...others, [CONTROL]: PASSES });
    failsFrom(4_260);
    expect(watch.notices('attention')).toHaveLength(2);
  });
});
