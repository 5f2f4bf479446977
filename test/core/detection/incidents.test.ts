import { describe, expect, it } from 'vitest';
import type { Result } from '#core/run/result';
import { MINUTE, SECOND } from '#core/time/time';
import { NINE_FIFTEEN } from '../../support/builders.ts';
import { HANGS } from '../../support/results.ts';
import { CRASHES, PASSES, quick, REFUSES, SLOW, Watch } from '../../support/watch.ts';

const PROBE = 'work24/probe';
const LOGIN = 'work24/login';
const EPS = 'eps/probe';
const run = (seen: Partial<Result>) => ({ [PROBE]: seen });
const at = (seconds: number) => NINE_FIFTEEN + seconds * SECOND;
const TOLD: Partial<Result> = { ...HANGS, databaseText: true, matched: 'ORA-12541' };
const picture = (key: string) =>
  [
    { type: 'screenshot', key, contentType: 'image/png', bytes: 1 },
  ] as unknown as Result['evidence'];

/** work24 is down since 60 s, confirmed at 65 s. */
const down = () => new Watch().at(0, run(PASSES)).at(60, run(HANGS)).at(65, run(HANGS));
const incidentOf = (watch: Watch, service = 'work24') => watch.state.services[service]?.incident;

describe('an incident', () => {
  it('is described by the failure that holds text of a database, else by the latest', () => {
    const two = (first: Partial<Result>, second: Partial<Result>) =>
      new Watch().at(0, run(PASSES)).at(60, run(first)).at(65, run(second)).outage.incidents[0];
    expect(two(TOLD, REFUSES)).toMatchObject({
      layer: 'data',
      kind: 'timeout',
      matched: 'ORA-12541',
    });
    expect(two(REFUSES, TOLD)).toMatchObject({ layer: 'data', databaseText: true });
    expect(two(REFUSES, HANGS)).toMatchObject({ layer: 'data', kind: 'timeout' });
    expect(two(HANGS, REFUSES)).toMatchObject({ layer: 'host', signature: 'refused0' });
  });

  it('takes the earlier start, runs and pictures from another check of its service, each once', () => {
    const watch = new Watch().at(0, { ...run(PASSES), [LOGIN]: PASSES });
    watch.at(60, { [LOGIN]: { ...HANGS, evidence: picture('a') } });
    watch.at(70, run({ ...HANGS, evidence: picture('b') }));
    watch.at(75, run({ ...HANGS, evidence: picture('b') }));
    const [incident] = watch.outage.incidents;
    expect(incident?.startedBetween).toEqual({ after: at(-1), by: at(60) });
    expect(incident?.runs).toHaveLength(3);
    expect(incident?.evidence).toEqual(['b', 'a']);
    expect(incidentOf(watch)?.waiting.toSorted()).toEqual([LOGIN, PROBE]);
  });

  it('keeps the runs that opened it, unless later failures show more', () => {
    const watch = down();
    const runs = watch.outage.incidents[0]?.runs;
    watch.at(120, run(HANGS)).at(180, run(HANGS));
    expect(watch.outage.incidents[0]?.runs).toEqual(runs);
    watch.at(240, run(TOLD));
    expect(watch.outage.incidents[0]).toMatchObject({ matched: 'ORA-12541' });
    expect(watch.outage.incidents[0]?.runs).toHaveLength(3);
  });

  it('is noted with the check that found it', () => {
    expect(down().outage.timeline).toContainEqual({
      at: at(65),
      type: 'service-down',
      service: 'work24',
      check: PROBE,
      layer: 'data',
      kind: 'timeout',
    });
  });

  it('counts every run since its first failure', () => {
    const seen = (watch: Watch) => Object.values(watch.state.outages)[0]?.seen;
    expect(seen(down())).toEqual({ runs: 2, failed: 2 });
    const watch = down().at(120, run(PASSES)).at(180, run(PASSES)).at(210, run(HANGS));
    expect(seen(watch)).toEqual({ runs: 5, failed: 3 });
  });
});

describe('a pass', () => {
  it('counts when it reaches the failing layer or one below', () => {
    const passes = (reached: Result['passedLayers']) => {
      const watch = down().at(120, { 'work24/login': { ...PASSES, passedLayers: reached } });
      return incidentOf(watch)?.passes;
    };
    expect(passes(['host', 'static'])).toBe(0);
    expect(passes(['host', 'static', 'data'])).toBe(1);
    expect(passes(['host', 'static', 'data', 'login-page'])).toBe(1);
  });

  it('counts only when it began after the last failure', () => {
    const watch = down();
    const began = (seconds: number, id: string) => ({
      ...watch.result(LOGIN, at(121), PASSES),
      run: id,
      startedAt: at(seconds),
      finishedAt: at(121),
    });
    watch.at(119, run(HANGS));
    watch.fold(at(122), [began(118, 'a')]);
    expect(incidentOf(watch)?.passes).toBe(0);
    watch.fold(at(123), [began(118.001, 'b')]);
    expect(incidentOf(watch)?.passes).toBe(1);
  });

  it('shows its service as recovering, and notes that once', () => {
    const watch = down().at(120, run(PASSES)).at(150, run(PASSES));
    expect(watch.state.services.work24?.state).toBe('recovering');
    const noted = watch.outage.timeline.filter(({ type }) => type === 'recovering');
    expect(noted).toEqual([{ at: at(120), type: 'recovering', service: 'work24', check: PROBE }]);
    expect(watch.at(170, run(HANGS)).state.services.work24?.state).toBe('down');
  });

  it('of a service that shares the address counts for those that have passed themselves', () => {
    const both = { ...run(HANGS), 'worknet/probe': HANGS };
    const watch = new Watch().at(0, run(PASSES)).at(60, both).at(65, both);
    watch.at(120, { 'worknet/probe': PASSES });
    expect(incidentOf(watch)?.passes).toBe(0);
    watch.at(150, run(PASSES)).at(180, { 'worknet/probe': PASSES });
    expect(incidentOf(watch)?.passes).toBe(2);
    expect(incidentOf(watch, 'worknet')?.passes).toBe(3);
  });

  it('of a service that shares the address does not count for one that failed when it began', () => {
    const both = { ...run(HANGS), 'worknet/probe': HANGS };
    const watch = new Watch().at(60, both).at(65, both).at(120, run(PASSES));
    const incident = incidentOf(watch);
    const service = watch.state.services.work24;
    if (!incident || !service) throw new Error('no incident');
    const failed = { ...service, incident: { ...incident, lastBadFrom: at(149) } };
    watch.state = { ...watch.state, services: { ...watch.state.services, work24: failed } };
    watch.at(150, { 'worknet/probe': PASSES });
    expect(incidentOf(watch)?.passes).toBe(1);
    watch.at(151, { 'worknet/probe': PASSES });
    expect(incidentOf(watch)?.passes).toBe(2);
  });

  it('of a service that shares the address does not count for one whose layer it does not reach', () => {
    const both = { ...run(HANGS), 'worknet/probe': HANGS };
    const watch = new Watch().at(60, both).at(65, both).at(120, run(PASSES));
    const shallow = { ...PASSES, passedLayers: ['host', 'static'] } as const;
    watch.at(150, { 'worknet/probe': shallow });
    expect(incidentOf(watch)?.passes).toBe(1);
    expect(incidentOf(watch, 'worknet')?.passes).toBe(1);
  });
});

describe('a run that stops for another reason beyond the failing layer', () => {
  const both = { ...run(HANGS), [LOGIN]: HANGS };
  const waiting = (seen: Partial<Result>) => {
    const watch = new Watch().at(0, run(PASSES)).at(60, both).at(65, both);
    return incidentOf(watch.at(120, { [LOGIN]: seen }))?.waiting;
  };

  it('shows that the layer works, so the end does not wait for its check', () => {
    const beyond = {
      ...CRASHES,
      layer: 'login-page',
      passedLayers: ['host', 'static', 'data'],
    } as const;
    expect(waiting(beyond)).toEqual([PROBE]);
    expect(waiting({ ...beyond, passedLayers: ['host', 'static'] })).toEqual([LOGIN, PROBE]);
  });
});

describe('a service', () => {
  it('is down, not in maintenance, while one of its checks fails on', () => {
    const watch = new Watch().at(0, run(PASSES));
    const states = () => watch.state.services.work24?.state;
    watch.at(60, run(HANGS));
    expect(states()).toBe('suspect');
    watch.at(65, run(HANGS));
    expect(states()).toBe('down');
    expect(watch.state.services.work24?.since).toBe(at(65));
    watch.at(125, run(HANGS));
    expect(watch.state.services.work24?.since).toBe(at(65));
  });

  it('that is slow is named as unaffected', () => {
    const watch = new Watch().at(0, { ...run(PASSES), [EPS]: SLOW, 'hrd-net/probe': PASSES });
    watch.at(60, run(HANGS)).at(65, run(HANGS));
    expect(watch.outage.unaffected).toEqual(['hrd-net', 'eps']);
  });

  it('without a known check is not named as unaffected', () => {
    expect(down().outage.unaffected).toEqual([]);
  });

  it('that is down goes on being down when its failing check is taken out, and waits for the rest', () => {
    const both = { ...run(HANGS), [LOGIN]: HANGS };
    const watch = new Watch().at(0, run(PASSES)).at(60, both).at(65, both);
    const { catalogue } = watch.configuration;
    const checks = catalogue.checks.filter(({ id }) => id !== LOGIN);
    const less = new Watch({ ...watch.configuration, catalogue: { ...catalogue, checks } });
    less.state = watch.state;
    expect(incidentOf(less.at(90))?.waiting).toEqual([PROBE]);
    less.every(60, [120, 240], run(PASSES));
    expect(less.outage.state).toBe('closed');
  });
});

describe('the downtime of an outage', () => {
  it('is the time between failures of any of its services, counted once', () => {
    const both = (seen: Partial<Result>) => ({ ...run(seen), [EPS]: seen });
    const watch = new Watch().at(0, both(PASSES)).at(60, both(HANGS)).at(65, both(HANGS));
    watch.at(120, run(HANGS)).at(180, { [EPS]: HANGS });
    expect(watch.outage.downSeconds).toBe(119);
    watch.every(30, [210, 450], both(PASSES));
    expect(watch.outage).toMatchObject({ state: 'closed', downSeconds: 119 });
  });

  it('goes on where a service fails again, from that failure on', () => {
    const watch = down().at(120, run(HANGS)).every(60, [180, 300], run(PASSES));
    expect(watch.outage.downSeconds).toBe(59);
    watch.at(400, run(HANGS)).at(410, run(HANGS)).at(430, run(HANGS));
    expect(watch.outage).toMatchObject({ state: 'open', downSeconds: 59 + 29 });
    expect(watch.outage.incidents).toHaveLength(1);
    expect(watch.outage.incidents[0]?.endedBetween).toBeUndefined();
  });
});

describe('a first failure in a window that ends', () => {
  it('counts as downtime from the first failure after the window on', () => {
    const window = {
      id: 'w',
      type: 'once',
      services: ['work24'],
      reason: '점검',
      from: NINE_FIFTEEN + 2 * MINUTE,
      to: NINE_FIFTEEN + 10 * MINUTE,
    } as const;
    const watch = new Watch({ ...quick(), maintenance: [window] }).at(0, run(PASSES));
    watch.at(60, run(HANGS)).at(65, run(HANGS)).every(60, [125, 605], run(HANGS));
    expect(watch.outage.downSeconds).toBe(4);
    watch.at(665, run(HANGS)).at(725, run(HANGS));
    expect(watch.outage.downSeconds).toBe(4 + 119);
  });
});
