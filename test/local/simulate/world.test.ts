import { describe, expect, it } from 'vitest';
import type { CheckRequest } from '#contract/messages';
import type { FaultMode, Scenario } from '#core/scenario/scenario';
import { MINUTE } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';
import { defaultConfiguration } from '#local/configuration';
import { World } from '#local/simulate/world';

/** EPS without a public search, so a probe cannot reach its database. */
const configuration = withoutSearch(defaultConfiguration(), 'eps');

function withoutSearch(base: Configuration, service: string): Configuration {
  const targets = base.catalogue.targets.map((target) => {
    const { data: _, ...pages } = target.pages;
    return target.service === service ? { ...target, pages } : target;
  });
  return { ...base, catalogue: { ...base.catalogue, targets } };
}

const FROM = Date.parse('2024-07-18T09:00:00+09:00');

function world(mode: FaultMode, change: { share?: number; ms?: number } = {}): World {
  const fault = { services: ['work24', 'eps'], from: FROM, to: FROM + 60 * MINUTE, mode, share: 1 };
  const scenario: Scenario = {
    name: 'test',
    from: FROM,
    to: FROM + 120 * MINUTE,
    services: ['work24', 'eps'],
    faults: [{ ...fault, ...change }],
  };
  return new World({ scenario, configuration, seed: 1 });
}

function request(check: string, change: Partial<CheckRequest> = {}): CheckRequest {
  const service = check.slice(0, check.indexOf('/'));
  return {
    v: 1,
    check,
    service,
    group: 'moel',
    run: check,
    trigger: 'scheduled',
    scheduledAt: FROM + MINUTE,
    depth: 'session',
    vantage: 'home',
    ...change,
  };
}

const brief = (run: ReturnType<World['run']>) =>
  run && [run.result, run.kind ?? '-', run.layer, run.passedLayers.join(' ')].join(' | ');

describe('a simulated run', () => {
  it.each<[FaultMode, string, string]>([
    ['ok', 'work24/login', 'passed | - | session | host static data login-page session'],
    ['ok', 'work24/probe', 'passed | - | data | host static data'],
    ['ok', 'eps/probe', 'passed | - | static | host static'],
    ['hang', 'work24/login', 'failed | timeout | data | host static'],
    ['hang', 'work24/probe', 'failed | timeout | data | host static'],
    ['hang', 'eps/probe', 'passed | - | static | host static'],
    ['hang', 'eps/login', 'failed | timeout | session | host static login-page'],
    ['refuse', 'work24/login', 'failed | connect | host | '],
    ['http-503', 'work24/probe', 'failed | http-error | static | host'],
    ['large-response-stall', 'work24/probe', 'failed | timeout | static | host'],
    ['login-option-absent', 'work24/probe', 'passed | - | data | host static data'],
    [
      'login-option-absent',
      'work24/login',
      'inconclusive | login-unavailable | login-page | host static data',
    ],
    [
      'login-option-absent',
      'eps/login',
      'inconclusive | login-unavailable | login-page | host static',
    ],
    [
      'login-rejected',
      'work24/login',
      'inconclusive | login-rejected | session | host static data login-page',
    ],
    ['monitor-crash', 'work24/login', 'inconclusive | monitor-fault | host | '],
  ])('in %s of %s is: %s', (mode, check, expected) => {
    expect(brief(world(mode).run(request(check)))).toBe(expected);
  });

  it('goes no deeper than its request allows', () => {
    const run = world('login-rejected').run(request('work24/login', { depth: 'login-page' }));
    expect(brief(run)).toBe('passed | - | login-page | host static data login-page');
  });

  it('is none at all while the monitor is away, or for a check that is not there', () => {
    expect(world('monitor-gap').run(request('work24/probe'))).toBeUndefined();
    expect(world('ok').run(request('work24/other'))).toBeUndefined();
  });

  it('is not touched by a fault that is over, or by one elsewhere', () => {
    const later = { scheduledAt: FROM + 60 * MINUTE };
    expect(world('hang').run(request('work24/probe', later))?.result).toBe('passed');
    expect(world('hang').run(request('worknet/probe'))?.result).toBe('passed');
  });

  it('takes as long as it waits without an answer', () => {
    const { limits } = configuration;
    const journey = world('hang').run(request('work24/login'));
    const probe = world('hang').run(request('work24/probe'));
    expect(journey?.durationMs).toBeGreaterThan(limits.stepMs);
    expect(probe?.durationMs).toBeGreaterThan(limits.probe.firstByteMs);
    expect(journey && journey.finishedAt - journey.startedAt).toBe(journey?.durationMs);
  });

  it('is slow within the patience of the check and hangs beyond it', () => {
    const probe = (ms: number) => world('slow', { ms }).run(request('work24/probe'));
    expect(brief(probe(100))).toContain('passed');
    expect(brief(probe(9_000))).toBe('degraded | slow | data | host static data');
    expect(brief(probe(60_000))).toBe('failed | timeout | static | host');
  });

  it('is hit by a shared fault about as often as the share says', () => {
    const half = world('refuse', { share: 0.5 });
    const at = (ms: number) => request('eps/probe', { scheduledAt: FROM + MINUTE + ms });
    const runs = Array.from({ length: 2_000 }, (_, ms) => half.run(at(ms))?.result);
    const failed = runs.filter((result) => result === 'failed').length;
    expect(failed).toBeGreaterThan(900);
    expect(failed).toBeLessThan(1_100);
  });
});

describe('a run that meets some of the requests', () => {
  it('has the same result whatever other runs there are', () => {
    const at = (second: number) =>
      request('work24/probe', { scheduledAt: FROM + MINUTE + second * 1_000 });
    const busy = world('http-503', { share: 0.5 });
    for (let second = 0; second < 90; second += 7) busy.run(at(second));
    expect(busy.run(at(100))).toEqual(world('http-503', { share: 0.5 }).run(at(100)));
  });
});
