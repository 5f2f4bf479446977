import { describe, expect, it } from 'vitest';
import { dueRuns } from '#core/detection/schedule';
import { HOUR, MINUTE, SECOND } from '#core/time/time';
import { NINE_FIFTEEN } from '../../support/builders.ts';
import { HANGS } from '../../support/results.ts';
import { PASSES, quick, Watch } from '../../support/watch.ts';

const PROBE = 'work24/probe';

describe('the cadence', () => {
  const due = (watch: Watch, minutes: number) =>
    Array.from({ length: minutes }, (_, minute) =>
      dueRuns(NINE_FIFTEEN + HOUR + minute * MINUTE, watch.configuration, states(watch)),
    ).flat();
  const states = (watch: Watch) => new Map([['moel', watch.state]]);
  const count = (watch: Watch, check: string) =>
    due(watch, 60).filter((request) => request.check === check).length;

  it('stays one probe a minute for a service that is down alone; its journeys fall back', () => {
    const watch = new Watch().at(0, { [PROBE]: HANGS }).at(10, { [PROBE]: HANGS });
    expect(count(watch, PROBE)).toBe(60);
    expect(count(watch, 'work24/login')).toBe(1);
    expect(count(watch, 'eps/probe')).toBe(60);
  });

  it('is one probe a minute for services that are down together, in turns', () => {
    const all = ['work24', 'hrd-net', 'eps'].map((id) => `${id}/probe`);
    const runs = Object.fromEntries(all.map((id) => [id, HANGS]));
    const watch = new Watch().at(0, runs).at(10, runs);
    expect(all.map((id) => count(watch, id))).toEqual([20, 20, 20]);
    const own = due(watch, 60).filter(({ check }) => all.includes(check));
    const minutes = new Set(own.map(({ scheduledAt }) => Math.floor(scheduledAt / MINUTE)));
    expect(minutes.size).toBe(60);
  });

  it('checks each of many services at least every five minutes', () => {
    const watch = new Watch();
    const runs = watch.all('probe', HANGS);
    watch.at(0, runs).at(10, runs);
    expect(count(watch, 'eps/probe')).toBe(12);
  });

  it('keeps the pace of journeys if only they see the failure', () => {
    const session = { ...HANGS, layer: 'session' } as const;
    const watch = new Watch().at(0, { 'work24/login': session }).at(9, { 'work24/login': session });
    expect(count(watch, 'work24/login')).toBe(12);
  });

  it('is normal again from the first pass on, and the others of the outage are asked', () => {
    const two = { [PROBE]: HANGS, 'eps/probe': HANGS };
    const watch = new Watch().at(0, two).at(10, two);
    const before = watch.requests().length;
    watch.at(300, { [PROBE]: PASSES });
    expect(
      watch
        .requests()
        .slice(before)
        .map(({ check }) => check),
    ).toEqual([PROBE, 'eps/probe']);
    expect(count(watch, PROBE)).toBe(60);
  });

  it('asks probes before journeys when the first passes, the rest in the next minute', () => {
    const services = ['work24', 'worknet', 'hrd-net'];
    const all = Object.fromEntries(
      services.flatMap((id) => [
        [`${id}/probe`, HANGS],
        [`${id}/login`, HANGS],
      ]),
    );
    const watch = new Watch(quick({ confirmBudgetPerHost: 3 })).at(0, all).at(60, all);
    const before = watch.confirming().length;
    const later = () => watch.confirming().slice(before);
    watch.at(300, { [PROBE]: PASSES });
    expect(later()).toEqual([PROBE, 'worknet/probe', 'hrd-net/probe']);
    watch.at(330).at(360);
    expect(later().slice(3)).toContain('work24/login');
  });

  it('asks services that do not pass yet at most once a minute, however they flap', () => {
    const two = { [PROBE]: HANGS, 'eps/probe': HANGS };
    const watch = new Watch()
      .at(0, two)
      .at(10, two)
      .at(300, { [PROBE]: PASSES });
    const before = watch.requests().length;
    watch
      .at(320, { 'eps/probe': HANGS })
      .at(330, { [PROBE]: HANGS })
      .at(340, { [PROBE]: PASSES });
    const later = watch.requests().slice(before);
    expect(later.filter(({ check }) => check === 'eps/probe')).toEqual([]);
  });

  it('makes every run urgent while anything is undecided', () => {
    const calm = new Watch().at(0, { [PROBE]: PASSES });
    expect(due(calm, 1).some(({ urgent }) => urgent)).toBe(false);
    const tense = new Watch().at(0, { [PROBE]: HANGS });
    const own = due(tense, 1).filter(({ group }) => group === 'moel');
    expect(own.every(({ urgent }) => urgent)).toBe(true);
  });

  it('of a run in a confirmed outage is at most as dense as before', () => {
    const watch = new Watch().at(0, { [PROBE]: HANGS }).at(10, { [PROBE]: HANGS });
    const calm = new Watch().at(0, { [PROBE]: PASSES });
    expect(due(watch, 60).length).toBeLessThan(due(calm, 60).length);
    expect(due(calm, 60).every(({ scheduledAt }) => scheduledAt % SECOND === 0)).toBe(true);
  });
});

describe('an outage that is over', () => {
  it('makes no run urgent', () => {
    const watch = new Watch().at(0, { [PROBE]: PASSES }).at(60, { [PROBE]: HANGS });
    watch.at(65, { [PROBE]: HANGS }).every(60, [120, 600], { [PROBE]: PASSES });
    expect(watch.outage.state).toBe('closed');
    const states = new Map([['moel', watch.state]]);
    const due = dueRuns(NINE_FIFTEEN + 11 * MINUTE, watch.configuration, states);
    expect(due.map(({ urgent }) => urgent)).not.toContain(true);
  });
});

describe('the turns of probes in an outage', () => {
  const gaps = (watch: Watch, check: string) => {
    const states = new Map([['moel', watch.state]]);
    return Array.from({ length: 60 }, (_, minute) =>
      dueRuns(NINE_FIFTEEN + HOUR + minute * MINUTE, watch.configuration, states),
    )
      .flat()
      .filter((request) => request.check === check).length;
  };
  const three = Object.fromEntries(
    ['work24', 'hrd-net', 'eps'].map((id) => [`${id}/probe`, HANGS]),
  );

  it('leave out services that have passed', () => {
    const watch = new Watch()
      .at(0, three)
      .at(10, three)
      .at(300, { [PROBE]: PASSES });
    expect(gaps(watch, 'eps/probe')).toBe(30);
    expect(gaps(watch, PROBE)).toBe(60);
  });

  it('include services without a journey', () => {
    const base = quick();
    const checks = base.catalogue.checks.filter(({ id }) => id !== 'eps/login');
    const watch = new Watch({ ...base, catalogue: { ...base.catalogue, checks } });
    watch.at(0, three).at(10, three);
    expect(gaps(watch, 'eps/probe')).toBe(20);
    expect(gaps(watch, PROBE)).toBe(20);
  });
});
