import { describe, expect, it } from 'vitest';
import { HANGS } from '../../support/results.ts';
import { PASSES, Watch } from '../../support/watch.ts';

/** Public complaints of users of other monitors. */
const MINUTE_S = 60;
const HOUR_S = 3600;
const PROBE = 'work24/probe';
const LOGIN = 'work24/login';
const REACHED = ['host', 'static', 'data'] as const;
const NO_LOGIN = {
  result: 'failed',
  kind: 'timeout',
  layer: 'login-page',
  signature: 'noanswer',
  passedLayers: REACHED,
} as const;

describe('a load balancer with the old certificate on half of its machines', () => {
  const flap = (hours: number, old: number) => {
    const watch = new Watch();
    for (let s = 0; s <= hours * HOUR_S; s += MINUTE_S) {
      const certificateDays = (s / MINUTE_S) % 2 ? 365 : old;
      watch.at(s, { [PROBE]: { ...PASSES, certificateDays } });
    }
    return watch.notices('attention');
  };

  it('causes one message in six hours', () => {
    expect(flap(6, 6)).toHaveLength(1);
  });

  it('causes at most one message a day', () => {
    const told = flap(50, 6);
    expect(told.length).toBeLessThanOrEqual(3);
    const gaps = told.slice(1).map(({ at }, index) => at - (told[index]?.at ?? 0));
    expect(gaps.every((gap) => gap >= 23 * HOUR_S * 1000)).toBe(true);
  });

  it('causes no message while both certificates last', () => {
    expect(flap(3, 200)).toEqual([]);
  });
});

describe('a login page that comes back with a control that cannot be used', () => {
  const down = () => {
    const watch = new Watch().at(0, { [LOGIN]: PASSES, [PROBE]: PASSES });
    return watch.every(MINUTE_S, [60, 900], { [PROBE]: PASSES, [LOGIN]: NO_LOGIN });
  };

  it.each([
    ['changed', { result: 'inconclusive', kind: 'changed' }],
    ['a fault of the monitor', { result: 'inconclusive', kind: 'monitor-fault' }],
  ] as const)('does not end the outage while its runs are %s before the login', (_, seen) => {
    const stuck = { ...seen, layer: 'login-page', passedLayers: REACHED } as const;
    const watch = down().every(MINUTE_S, [960, 3600], { [PROBE]: PASSES, [LOGIN]: stuck });
    expect(watch.notices('opened')).toHaveLength(1);
    expect(watch.notices('closed')).toEqual([]);
  });

  it('ends the outage when people can log in again', () => {
    const watch = down().every(MINUTE_S, [960, 3600], { [PROBE]: PASSES, [LOGIN]: PASSES });
    expect(watch.notices('closed')).toHaveLength(1);
  });
});

describe('a firewall that shows a page of scripts to probes and lets browsers pass', () => {
  const NEEDS_BROWSER = {
    result: 'inconclusive',
    kind: 'unknown',
    layer: 'static',
    signature: 'needsbrw',
  } as const;

  it('rings no phone', () => {
    const watch = new Watch();
    watch.at(0, { ...watch.all('probe', PASSES), ...watch.all('journey', PASSES) });
    for (let s = MINUTE_S; s <= 1800; s += MINUTE_S) {
      const journeys = s % 300 ? {} : watch.all('journey', PASSES);
      const controls = { 'control/probe': PASSES };
      watch.at(s, { ...watch.all('probe', NEEDS_BROWSER), ...journeys, ...controls });
    }
    expect(watch.notices().filter(({ type }) => type !== 'attention')).toEqual([]);
  });

  it('hides no outage that journeys see', () => {
    const watch = new Watch();
    watch.at(0, { ...watch.all('probe', PASSES), ...watch.all('journey', PASSES) });
    for (let s = MINUTE_S; s <= 1800; s += MINUTE_S) {
      const journeys = s % 300 ? {} : watch.all('journey', HANGS);
      watch.at(s, { ...watch.all('probe', NEEDS_BROWSER), ...journeys });
    }
    expect(watch.notices('opened')).toHaveLength(1);
  });
});

describe('a service that joins an outage late', () => {
  it('is told at its begin and at its end to subscribers of it alone', () => {
    const watch = new Watch();
    for (let s = 0; s <= 5400; s += MINUTE_S) {
      watch.at(s, {
        'hrd-net/probe': PASSES,
        'eps/probe': s >= 120 && s < 4500 ? HANGS : PASSES,
        [PROBE]: s >= 720 && s < 4500 ? HANGS : PASSES,
      });
    }
    const heard = watch.notices().filter(({ sms, services }) => sms && services.includes('work24'));
    expect(heard.filter(({ sms }) => sms?.includes('장애'))).not.toEqual([]);
    expect(heard.filter(({ sms }) => sms?.includes('복구'))).not.toEqual([]);
    expect(heard[0]?.sms).toContain('장애');
  });
});
