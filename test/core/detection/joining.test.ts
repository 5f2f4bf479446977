import { describe, expect, it } from 'vitest';
import { isOwn } from '#core/notice/notice';
import type { Result } from '#core/run/result';
import { SECOND } from '#core/time/time';
import { aConfiguration, NINE_FIFTEEN } from '../../support/builders.ts';
import { HANGS } from '../../support/results.ts';
import { PASSES, quick, REFUSES, Watch } from '../../support/watch.ts';

const PROBE = 'work24/probe';
const EPS = 'eps/probe';
const run = (seen: Partial<Result>) => ({ [PROBE]: seen });
const at = (seconds: number) => NINE_FIFTEEN + seconds * SECOND;

/** work24 is down since 60 s, confirmed at 65 s. */
const down = () => new Watch().at(0, run(PASSES)).at(60, run(HANGS)).at(65, run(HANGS));

const toldIn = (watch: Watch) =>
  watch.notices().map(({ type, at: when, services }) => {
    return [type, (when - NINE_FIFTEEN) / SECOND, services.join(' ')];
  });

describe('one failure of a sibling', () => {
  const failing = (watch: Watch, seen: Partial<Result> = HANGS) =>
    watch
      .at(400, { [EPS]: seen })
      .outages.flatMap(({ incidents }) => incidents.map((one) => one.service));

  it('does not count once the sibling has passed', () => {
    const two = { ...run(HANGS), 'hrd-net/probe': HANGS };
    const watch = new Watch()
      .at(0, { ...run(PASSES), 'hrd-net/probe': PASSES, [EPS]: PASSES })
      .at(58, { ...two, [EPS]: HANGS })
      .at(60, { [EPS]: PASSES })
      .at(62, two)
      .at(95, two);
    const services = watch.outages.flatMap(({ incidents }) => incidents.map((one) => one.service));
    expect(services.toSorted()).toEqual(['hrd-net', 'work24']);
  });

  it('is enough in an outage of several services', () => {
    const two = { ...run(HANGS), 'hrd-net/probe': HANGS };
    const watch = new Watch()
      .at(0, { ...run(PASSES), [EPS]: PASSES })
      .at(60, two)
      .at(65, two)
      .at(95);
    expect(failing(watch)).toEqual(['hrd-net', 'work24', 'eps']);
    const other = new Watch()
      .at(0, { ...run(PASSES), [EPS]: PASSES })
      .at(60, two)
      .at(65, two)
      .at(95);
    expect(failing(other, REFUSES)).toEqual(['hrd-net', 'work24']);
  });

  it('is not enough in an outage of one service that is told already', () => {
    expect(failing(down().at(95))).toEqual(['work24']);
  });

  it('is not enough once the outage is over, nor beside a drill', () => {
    const two = { ...run(HANGS), 'hrd-net/probe': HANGS };
    const passes = { ...run(PASSES), 'hrd-net/probe': PASSES };
    const watch = new Watch().at(0, passes).at(60, two).at(65, two).every(30, [95, 365], passes);
    expect(watch.outage.state).toBe('closed');
    expect(failing(watch)).toEqual(['hrd-net', 'work24']);
    expect(failing(new Watch().at(0, passes).ask(10, { type: 'drill' }))).toEqual(['work24']);
  });
});

describe('a failure beside an outage', () => {
  const joins = (configuration: Watch, seconds: number, seen: Partial<Result>) => {
    const watch = configuration.at(seconds, { [EPS]: seen }).at(seconds + 5, { [EPS]: seen });
    return watch.outages.length === 1;
  };

  it('joins it within an hour of its start if the cause is the same', () => {
    expect(joins(down().at(95), 60 + 3_600 - 60, HANGS)).toBe(true);
    const keeps = down().at(95).every(300, [395, 3_900], run(HANGS));
    expect(joins(keeps, 4_000, HANGS)).toBe(false);
  });

  it('reopens it within 15 minutes of its end if the service or the cause is the same', () => {
    const over = () => down().every(60, [120, 240], run(PASSES));
    const closedAt = 240;
    expect(joins(over().every(60, [300, 1_080], run(PASSES)), closedAt + 900, HANGS)).toBe(true);
    expect(joins(over().every(60, [300, 1_140], run(PASSES)), closedAt + 901, HANGS)).toBe(false);
    expect(joins(over(), 500, REFUSES)).toBe(false);
  });

  it('never joins a drill', () => {
    const watch = new Watch().at(0, run(PASSES)).ask(50, { type: 'drill' });
    watch.at(60, run(HANGS)).at(65, run(HANGS));
    expect(watch.outages.map(({ drill = false }) => drill)).toEqual([true, false]);
  });
});

describe('results that ended at the same moment', () => {
  it('are folded in the order of their runs, in whatever order they are read', () => {
    const source = new Watch(aConfiguration());
    const of = (id: string, seen: Partial<Result>) => ({
      ...source.result(PROBE, at(60), seen),
      run: id,
    });
    const some = [of('a', HANGS), of('b', PASSES), of('c', HANGS)];
    const latest = (order: readonly number[]) => {
      const watch = new Watch().at(0, run(PASSES));
      watch.fold(
        at(61),
        order.map((index) => some[index] as Result),
      );
      return [
        watch
          .check(PROBE)
          .samples.map((sample) => sample.run)
          .slice(-3),
        watch.check(PROBE).latest?.run,
      ];
    };
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 0, 2],
      [2, 0, 1],
    ]) {
      expect(latest(order)).toEqual([['a', 'b', 'c'], 'c']);
    }
  });
});

describe('a future silence', () => {
  const silence = (from: number, to: number) =>
    ({
      type: 'silence',
      silence: 's',
      services: [],
      from: at(from),
      to: at(to),
      reason: 'r',
    }) as const;

  it('holds back nothing before it begins, and everything from its first moment on', () => {
    expect(down().ask(80, silence(96, 600)).at(95).notices('opened')).toHaveLength(1);
    expect(down().ask(80, silence(95, 600)).at(95).notices('opened')).toHaveLength(0);
  });
});

describe('the begin of a service that joins', () => {
  it('does not put off the reminder', () => {
    const watch = down()
      .at(95)
      .at(120, { [EPS]: HANGS })
      .at(125, { [EPS]: HANGS });
    watch.every(60, [425, 1_925], { ...run(HANGS), [EPS]: HANGS });
    expect(toldIn(watch)).toEqual([
      ['opened', 95, 'work24'],
      ['opened', 125, 'eps'],
      ['reminder', 1_925, 'work24 eps'],
    ]);
  });
});

describe('a service that fails again in its outage', () => {
  const both = (seen: Partial<Result>) => ({ ...run(seen), [EPS]: seen });

  it('uses its old entry again, and leaves the others as they were', () => {
    const watch = new Watch().at(0, both(PASSES)).at(60, both(HANGS)).at(65, both(HANGS));
    watch.every(30, [95, 335], both(PASSES)).at(400, run(HANGS)).at(405, run(HANGS));
    const entries = watch.outage.incidents.map(({ service, endedBetween }) => [
      service,
      endedBetween,
    ]);
    expect(entries.toSorted()).toEqual([
      ['eps', { after: at(64), by: at(95) }],
      ['work24', undefined],
    ]);
  });
});

describe('an outage that ends while it forms', () => {
  it('is told with its end at once, without waiting for siblings', () => {
    const rules = { closeSpanSeconds: { together: 0, alone: 0 } };
    const watch = new Watch(quick(rules)).at(0, run(PASSES)).at(60, run(HANGS)).at(65, run(HANGS));
    watch.every(2, [67, 71], run(PASSES));
    expect(watch.notices().map(({ type, at: when }) => [type, when])).toEqual([
      ['opened', at(71)],
      ['closed', at(71)],
    ]);
  });
});

describe('a service that joins as another leaves', () => {
  it('is told, and so is the end of the other, although the number of services stays the same', () => {
    const two = (seen: Partial<Result>) => ({ ...run(seen), 'hrd-net/probe': seen });
    const watch = new Watch().at(0, { ...two(PASSES), [EPS]: PASSES });
    watch.at(60, two(HANGS)).at(65, two(HANGS)).at(95);
    watch.at(100, { [EPS]: HANGS }).every(30, [130, 280], { 'hrd-net/probe': PASSES });
    watch.every(30, [310, 640], { ...run(HANGS), [EPS]: HANGS });
    expect(toldIn(watch)).toEqual([
      ['opened', 95, 'work24 hrd-net'],
      ['opened', 100, 'eps'],
      ['closed', 250, 'hrd-net'],
    ]);
  });
});

describe('the state of a group', () => {
  it('holds the checks of its own services, and no control', () => {
    const watch = down();
    const groups = Object.keys(watch.state.checks).map((id) => watch.checkOf(id).group);
    expect(new Set(groups)).toEqual(new Set(['moel']));
  });
});

describe('the patience with the other checks of a service that is down', () => {
  const LOGIN = 'work24/login';
  /** Two intervals of an hour plus a minute. */
  const PATIENCE = 7_260;
  const unknownAt = (watch: Watch, from: number) => {
    const before = watch.at(from + PATIENCE).check(LOGIN).state;
    return [before, watch.at(from + PATIENCE + 1).check(LOGIN).state];
  };
  const started = () =>
    new Watch()
      .at(0, { ...run(PASSES), [LOGIN]: PASSES })
      .at(60, run(HANGS))
      .at(65, run(HANGS));

  it('begins when it went down, however often it fails after that', () => {
    expect(unknownAt(started().at(500, run(HANGS)), 65)).toEqual(['up', 'unknown']);
  });

  it('begins again when it passes, and when it fails after passes', () => {
    expect(unknownAt(started().at(300, run(PASSES)), 300)).toEqual(['up', 'unknown']);
    const watch = started().at(300, run(PASSES)).at(330, run(HANGS));
    expect(unknownAt(watch, 330)).toEqual(['up', 'unknown']);
  });
});

describe('a notice about some services of an outage', () => {
  const two = { ...run(HANGS), 'hrd-net/probe': HANGS };
  const good = { ...run(PASSES), 'hrd-net/probe': PASSES, [EPS]: PASSES };

  it('gives the symptom that they have, not that of the others', () => {
    const watch = new Watch()
      .at(0, good)
      .at(60, two)
      .at(65, two)
      .at(95, { [EPS]: REFUSES });
    watch.at(100, { [EPS]: REFUSES });
    const [own] = watch.notices('opened').filter(isOwn);
    expect(own?.sms).toBe('[장애] EPS 접속불가 09:16~');
    expect(watch.shared('opened')[0]?.sms).toContain('[장애] 고용24 외 1곳 응답없음 09:16~');
  });

  it('gives their begin, also when the others work again', () => {
    const watch = new Watch().at(0, good).at(60, run(HANGS)).at(65, run(HANGS)).at(95);
    watch.every(60, [240, 420], { ...run(HANGS), [EPS]: HANGS });
    watch.every(60, [480, 2_400], { ...run(PASSES), [EPS]: HANGS });
    expect(watch.shared('reminder')[0]?.subject).toMatch(
      /^\[계속\] 외국인고용관리시스템 응답없음 09:19 /,
    );
  });

  it('says of a service that failed before the end and again that it came back, and when', () => {
    const all = { ...two, [EPS]: HANGS };
    const watch = new Watch().at(0, good).at(60, all).at(65, all).every(60, [120, 300], good);
    expect(watch.outage.state).toBe('closed');
    watch.at(360, two).at(365, two).at(400, two).every(60, [460, 580], all);
    expect(watch.outage.recurrences).toBe(1);
    const own = watch.notices().filter((notice) => isOwn(notice) && notice.type === 'opened');
    expect(own.map(({ sms, again }) => [sms?.slice(0, 23), again])).toEqual([
      ['[재발] EPS 응답없음 09:22~ 공통', true],
    ]);
  });
});
