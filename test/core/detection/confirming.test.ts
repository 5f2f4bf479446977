import { describe, expect, it } from 'vitest';
import { SECOND } from '#core/time/time';
import { aConfiguration, NINE_FIFTEEN } from '../../support/builders.ts';
import { HANGS } from '../../support/results.ts';
import { PASSES, quick, REFUSES, Watch } from '../../support/watch.ts';

const PROBE = 'work24/probe';

describe('the first failure', () => {
  it('asks at once for a run of each other address and for the controls', () => {
    const watch = new Watch().at(0, { [PROBE]: HANGS });
    const asked = watch.requests();
    expect(asked.map(({ check, trigger }) => `${check} ${trigger}`).sort()).toEqual([
      'control/probe sibling',
      'eps/probe sibling',
      'hrd-net/probe sibling',
      'work24/probe confirm',
    ]);
    expect(asked.every(({ urgent, scheduledAt }) => urgent && scheduledAt === NINE_FIFTEEN)).toBe(
      true,
    );
  });

  it('asks for a run of the same name: journeys for a journey', () => {
    const asked = new Watch().at(0, { 'work24/login': HANGS }).requests();
    expect(asked.filter(({ check }) => check.endsWith('/login'))).toHaveLength(3);
  });

  it('asks the siblings in an outage too when it shows something else', () => {
    const asked = (seen: object) => {
      const watch = new Watch().at(0, { 'eps/probe': HANGS }).at(5, { 'eps/probe': HANGS }).at(60);
      const before = watch.requests().length;
      return watch
        .at(600, { [PROBE]: seen })
        .requests()
        .slice(before);
    };
    expect(asked(HANGS).map(({ trigger }) => trigger)).toEqual(['confirm']);
    expect(asked(REFUSES).map(({ check }) => check)).toEqual([
      PROBE,
      'control/probe',
      'hrd-net/probe',
    ]);
  });

  it('stays within the budget of each host, the confirming run first', () => {
    const asked = new Watch(quick({ confirmBudgetPerHost: 2 }))
      .at(0, { [PROBE]: HANGS })
      .requests();
    expect(asked.map(({ service }) => service)).toEqual(['work24', 'control', 'hrd-net', 'eps']);
    expect(asked[0]?.trigger).toBe('confirm');
  });

  it('gives each host a new budget with each minute, and first to those that had to wait', () => {
    const watch = new Watch(quick({ confirmBudgetPerHost: 1 }))
      .at(0, { [PROBE]: HANGS })
      .at(31, { 'worknet/probe': REFUSES });
    expect(watch.confirming()).toEqual(['work24/probe']);
    watch.at(62, { 'hrd-net/login': HANGS });
    expect(watch.confirming()).toEqual(['work24/probe', 'worknet/probe']);
    watch.at(120);
    expect(watch.confirming()).toEqual(['work24/probe', 'worknet/probe', 'hrd-net/login']);
  });

  it('does not wait for budget any more once the failure is over', () => {
    const watch = new Watch(quick({ confirmBudgetPerHost: 1 }))
      .at(0, { [PROBE]: HANGS })
      .at(31, { 'worknet/probe': REFUSES });
    for (let second = 32; second < 50; second += 1) watch.at(second, { 'worknet/probe': PASSES });
    expect(watch.at(62).confirming()).toEqual(['work24/probe']);
  });

  it('does not ask again for a run that is still under way', () => {
    const watch = new Watch().at(0, { [PROBE]: HANGS }).at(5, { 'work24/login': HANGS });
    const checks = watch.requests().map(({ check }) => check);
    expect(new Set(checks).size).toBe(checks.length);
  });

  it('asks again when the run it asked for was lost', () => {
    const watch = new Watch().at(0, { [PROBE]: HANGS });
    const before = watch.requests().length;
    watch.at(45, { [PROBE]: PASSES });
    expect(
      watch
        .requests()
        .slice(before)
        .map(({ check }) => check),
    ).toEqual([PROBE]);
  });

  it('gives two runs within one second different ids', () => {
    const watch = new Watch().at(0, { [PROBE]: HANGS });
    const confirm = watch.requests().find(({ trigger }) => trigger === 'confirm');
    const quick = { ...watch.result(PROBE, NINE_FIFTEEN + 400), ...confirm, result: 'passed' };
    watch.fold(NINE_FIFTEEN + 500, [{ ...quick, startedAt: NINE_FIFTEEN + 100 } as never]);
    const runs = watch.requests().map(({ run }) => run);
    expect(watch.requests().filter(({ trigger }) => trigger === 'confirm')).toHaveLength(2);
    expect(new Set(runs).size).toBe(runs.length);
  });
});

describe('after a failure', () => {
  const extra = (check: string, passes: number) => {
    const watch = new Watch(quick({ confirmBudgetPerHost: 30 })).at(0, { [check]: HANGS });
    for (let count = 0; count < passes; count += 1) watch.at(1 + count * 30, { [check]: PASSES });
    return watch.confirming().length;
  };

  it('a probe is asked again until a fifth of failures is unlikely: until it has passed eighteen times', () => {
    expect(extra(PROBE, 4)).toBe(5);
    expect(extra(PROBE, 18)).toBe(18);
    expect(extra(PROBE, 30)).toBe(18);
  });

  it('a journey, which costs the portal more, is asked again until it has passed twice', () => {
    expect(extra('work24/login', 6)).toBe(2);
  });

  it('a service that recovers is asked for the pass that ends its outage, one that fails is not asked', () => {
    const watch = new Watch().at(0, { [PROBE]: HANGS }).at(5, { [PROBE]: HANGS });
    const before = watch.confirming().length;
    watch.at(60, { [PROBE]: PASSES });
    expect(watch.confirming().slice(before)).toEqual([PROBE]);
    watch.at(80, { [PROBE]: HANGS }).at(140, { [PROBE]: HANGS });
    expect(watch.confirming()).toHaveLength(before + 1);
  });
});

describe('a confirming run', () => {
  const asked = (watch: Watch) =>
    watch
      .requests()
      .filter(({ check, trigger }) => check === PROBE && trigger === 'confirm')
      .map(({ scheduledAt }) => (scheduledAt - NINE_FIFTEEN) / SECOND);

  it('is asked for the moment at which the failures would span enough', () => {
    const watch = new Watch(aConfiguration()).at(1, { [PROBE]: HANGS });
    expect(asked(watch)).toEqual([20]);
    expect(asked(watch.at(22, { [PROBE]: HANGS }))).toEqual([20, 41]);
    expect(asked(watch.at(43, { [PROBE]: HANGS }))).toEqual([20, 41, 60]);
  });

  it('follows soon after a pass, because only some requests may fail', () => {
    const watch = new Watch(aConfiguration()).at(1, { [PROBE]: HANGS }).at(22, { [PROBE]: PASSES });
    expect(asked(watch)).toEqual([20, 31]);
  });

  it('of services that share the address is due when the failure has lasted long enough', () => {
    const watch = new Watch(aConfiguration()).at(1, { [PROBE]: HANGS });
    const before = watch.requests().length;
    const kin = watch
      .at(22, { [PROBE]: HANGS })
      .requests()
      .slice(before)
      .filter(({ trigger }) => trigger === 'sibling');
    expect(kin.map(({ service }) => service).sort()).toEqual([
      'employment-insurance',
      'employment-support',
      'worknet',
    ]);
  });
});

describe('a probe that sees what only a browser can tell', () => {
  const SHELL = {
    result: 'inconclusive',
    kind: 'unknown',
    layer: 'static',
    rule: 'needs-browser',
  } as const;
  const asked = (watch: Watch) => watch.requests().map(({ check }) => check);

  it('asks for the journey of that service at once, and once', () => {
    const watch = new Watch().at(0, { [PROBE]: PASSES }).at(60, { [PROBE]: SHELL });
    expect(asked(watch)).toEqual(['work24/login']);
    watch.at(120, { [PROBE]: SHELL }).at(180, { [PROBE]: SHELL });
    expect(asked(watch)).toEqual(['work24/login']);
    watch.at(240, { [PROBE]: PASSES }).at(300, { [PROBE]: SHELL });
    expect(asked(watch)).toEqual(['work24/login', 'work24/login']);
  });

  it('does not count as a failure and opens nothing', () => {
    const watch = new Watch();
    for (let s = 0; s < 900; s += 60) watch.at(s, { [PROBE]: SHELL });
    expect(watch.notices()).toEqual([]);
  });
});

describe('no run is requested', () => {
  it('for a check that passes while another check of its service is down', () => {
    const session = { ...HANGS, layer: 'session' } as const;
    const LOGIN = 'work24/login';
    const watch = new Watch().at(0, { [PROBE]: PASSES, [LOGIN]: PASSES });
    watch
      .at(300, { [LOGIN]: session })
      .at(330, { [LOGIN]: session })
      .at(600, { [LOGIN]: PASSES });
    const before = watch.confirming().length;
    watch.at(601, { [PROBE]: PASSES });
    expect(watch.confirming().slice(before)).not.toContain(PROBE);
  });

  it('for a check that keeps failing while nothing of its outage has passed', () => {
    const two = { [PROBE]: HANGS, 'eps/probe': HANGS };
    const watch = new Watch().at(0, two).at(10, two);
    const before = watch.requests().length;
    watch.at(300, two).at(360, { [PROBE]: HANGS });
    expect(watch.requests()).toHaveLength(before);
  });
});

describe('services that have not passed yet', () => {
  it('are checked again a minute later, when another service passes', () => {
    const two = { [PROBE]: HANGS, 'eps/probe': HANGS };
    const askedAt = (second: number) => {
      const watch = new Watch()
        .at(0, two)
        .at(10, two)
        .at(300, { [PROBE]: PASSES });
      watch.at(320, { 'eps/probe': HANGS }).at(330, { [PROBE]: HANGS });
      const before = watch.requests().length;
      const later = watch
        .at(second, { [PROBE]: PASSES })
        .requests()
        .slice(before);
      return later.some(({ check }) => check === 'eps/probe');
    };
    expect(askedAt(359)).toBe(false);
    expect(askedAt(360)).toBe(true);
  });
});
