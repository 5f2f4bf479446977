import { describe, expect, it } from 'vitest';
import type { Result } from '#core/run/result';
import { SECOND } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';
import { aConfiguration, NINE_FIFTEEN } from '../../support/builders.ts';
import { HANGS } from '../../support/results.ts';
import { PASSES, quick, REFUSES, SLOW, Watch } from '../../support/watch.ts';

const PROBE = 'work24/probe';
const LOGIN = 'work24/login';
const run = (seen: Partial<Result>) => ({ [PROBE]: seen });

/** Runs that an evaluation requested: check, trigger and time (seconds after 09:15). */
function asked(watch: Watch, act: (watch: Watch) => unknown): readonly string[] {
  const before = watch.requests().length;
  act(watch);
  return watch
    .requests()
    .slice(before)
    .map(({ check, trigger, scheduledAt }) => {
      return `${check} ${trigger} ${(scheduledAt - NINE_FIFTEEN) / SECOND}`;
    });
}

const rules = (over: Partial<Configuration['rules']>): Configuration => {
  const base = aConfiguration();
  return { ...base, rules: { ...base.rules, ...over } };
};
const watching = (configuration = aConfiguration()) =>
  new Watch(configuration).at(0, { ...run(PASSES), 'eps/probe': PASSES });

describe('a suspected check', () => {
  it('runs again twenty seconds after the start of its failure', () => {
    const watch = watching();
    expect(asked(watch, (one) => one.at(60, run(HANGS)))).toContain(`${PROBE} confirm 79`);
  });

  it.each([
    [95.4, 108],
    [109.4, 109],
  ])('is asked for the last look where that has gone by, at once after it: %d', (now, at) => {
    const watch = watching();
    const late = watch.result(PROBE, NINE_FIFTEEN + 60 * SECOND, HANGS);
    const when = NINE_FIFTEEN + now * SECOND;
    expect(asked(watch, (one) => one.fold(when, [late]))).toContain(`${PROBE} confirm ${at}`);
  });

  it('runs at the end of the required span if less than 15 s are left', () => {
    const alone = (seconds: number) => {
      const watch = watching(rules({ lastsSeconds: { together: 20, alone: seconds } }));
      watch.at(60, run(HANGS));
      return asked(watch, (one) => one.at(81, run(HANGS)));
    };
    // Starts at 59 s and 80 s. 100 s would be next; the end is at 59 s plus the configured time.
    expect(alone(56)).toContain(`${PROBE} confirm 100`);
    expect(alone(55)).toContain(`${PROBE} confirm 114`);
  });

  it('runs for the longer span if its failures span exactly the shorter one', () => {
    const watch = watching().at(60, run(HANGS));
    expect(asked(watch, (one) => one.at(80, run(HANGS)))).toContain(`${PROBE} confirm 99`);
  });

  it('runs ten seconds after a pass', () => {
    const watch = watching().at(60, run(HANGS));
    expect(asked(watch, (one) => one.at(81, run(SLOW)))).toEqual([`${PROBE} confirm 90`]);
  });

  it('is not asked once its failure is far enough behind', () => {
    const watch = watching().at(60, run(HANGS)).every(10, [70, 230], run(PASSES));
    expect(asked(watch, (one) => one.at(241, run(PASSES)))).toEqual([]);
  });

  it('is asked once, however many evaluations there are until it runs', () => {
    const watch = watching().at(60, run(HANGS));
    expect(asked(watch, (one) => one.every(1, [61, 75], {}))).toEqual([]);
  });
});

describe('a run for a moment between two seconds', () => {
  it('is asked for the whole second after it', () => {
    const watch = watching();
    expect(asked(watch, (one) => one.at(60.4, run(HANGS)))).toContain(`${PROBE} confirm 80`);
  });
});

describe('a run that was asked for', () => {
  it('is waited for from its time on for half a minute, then asked for anew', () => {
    const watch = watching().at(60, run(HANGS));
    const again = (seconds: number) =>
      asked(watch, (one) => one.at(seconds, { [LOGIN]: HANGS })).filter((text) =>
        text.startsWith('eps/probe'),
      );
    expect(again(70)).toEqual([]);
    expect(watch.state.awaiting.some(({ check }) => check === 'eps/probe')).toBe(true);
    expect(watch.at(89).state.awaiting.some(({ check }) => check === 'eps/probe')).toBe(true);
    expect(watch.at(90).state.awaiting.some(({ check }) => check === 'eps/probe')).toBe(false);
  });

  it('is answered by no run that was due before it was asked for', () => {
    const watch = watching().at(60, run(HANGS));
    const isAwaited = () => watch.state.awaiting.some(({ check }) => check === 'eps/probe');
    const scheduledAt = NINE_FIFTEEN + 59 * SECOND;
    watch.fold(NINE_FIFTEEN + 62 * SECOND, [
      { ...watch.result('eps/probe', NINE_FIFTEEN + 61 * SECOND, PASSES), scheduledAt },
    ]);
    expect(isAwaited()).toBe(true);
    watch.at(64, { 'eps/probe': PASSES });
    expect(isAwaited()).toBe(false);
  });
});

describe('the siblings of a suspected check', () => {
  const siblings = (watch: Watch, act: (watch: Watch) => unknown) =>
    asked(watch, act)
      .filter((text) => text.includes('sibling'))
      .map((text) => text.split(' ')[0]);

  it('are not asked where they are suspected themselves', () => {
    const watch = watching().at(50, { 'eps/probe': REFUSES });
    expect(siblings(watch.at(85), (one) => one.at(90, run(HANGS)))).toEqual([
      'control/probe',
      'hrd-net/probe',
    ]);
  });

  it('are not asked where the outage that goes on shows the same, but are for anything else', () => {
    const watch = new Watch().at(0, { 'eps/probe': PASSES });
    watch.at(60, { 'eps/probe': HANGS }).at(65, { 'eps/probe': HANGS }).at(95);
    expect(siblings(watch, (one) => one.at(400, run(HANGS)))).toEqual([]);
    expect(siblings(watch, (one) => one.at(500, { 'hrd-net/probe': REFUSES }))).not.toEqual([]);
  });

  it('are not asked where an outage with several causes shows the same among them', () => {
    const two = { 'eps/probe': HANGS, 'hrd-net/probe': REFUSES };
    const watch = new Watch().at(0, { 'eps/probe': PASSES, 'hrd-net/probe': PASSES });
    watch.at(60, two).at(65, two).at(95);
    expect(watch.outage.incidents).toHaveLength(2);
    expect(siblings(watch, (one) => one.at(4_000, run(HANGS)))).not.toContain('control/probe');
  });

  it('that share the address are asked once it failed again, unless they have spoken since', () => {
    const kin = ['worknet', 'employment-insurance', 'employment-support'].map(
      (id) => `${id}/probe`,
    );
    const second = (between: Watch) => siblings(between, (one) => one.at(81, run(HANGS)));
    expect(second(watching().at(60, run(HANGS)))).toEqual(kin);
    const spoken = watching().at(60, run(HANGS)).at(70, { 'worknet/probe': PASSES });
    expect(second(spoken)).toEqual(kin.slice(1));
    const before = watching().at(59, { 'worknet/probe': PASSES }).at(60.5, run(HANGS));
    expect(second(before)).toEqual(kin);
    const together = watching().at(60, { ...run(HANGS), 'worknet/probe': PASSES });
    expect(second(together)).toEqual(kin.slice(1));
  });
});

describe('the budget of a host', () => {
  it('is for each minute, by the time for which the runs are asked', () => {
    const watch = watching(rules({ confirmBudgetPerHost: 1 }));
    expect(asked(watch, (one) => one.at(50, run(HANGS)))).toContain(`${PROBE} confirm 69`);
    // Another service on the host, first in the minute whose budget is used up, then in the next
    // one.
    const other = (seconds: number) =>
      asked(watch, (one) => one.at(seconds, { 'worknet/probe': REFUSES })).filter((text) =>
        text.startsWith('worknet/probe'),
      );
    expect(other(62)).toEqual([]);
    expect(other(120)).toEqual(['worknet/probe confirm 121']);
  });

  it('forgets the minutes that are over', () => {
    const watch = watching().at(60, run(HANGS));
    expect(Object.keys(watch.state.extra).length).toBeGreaterThan(0);
    watch.at(200, run(HANGS));
    const minutes = Object.keys(watch.state.extra).map((key) => Number(key.split(' ')[0]));
    expect(Math.min(...minutes)).toBeGreaterThanOrEqual(NINE_FIFTEEN + 180 * SECOND);
  });
});

describe('a service that recovers first', () => {
  it('runs again although another that was asked with it has not answered yet', () => {
    const two = (seen: Partial<Result>) => ({ ...run(seen), 'eps/probe': seen });
    const watch = new Watch().at(0, two(PASSES)).at(60, two(HANGS)).at(65, two(HANGS)).at(95);
    expect(asked(watch, (one) => one.at(300, run(PASSES)))).toContain('eps/probe confirm 300');
    expect(asked(watch, (one) => one.at(321, run(PASSES)))).toContain(`${PROBE} confirm 341`);
  });
});

describe('services that recover', () => {
  /** Two services on different addresses, down since 60 s. */
  const both = (seen: Partial<Result>) => ({ ...run(seen), 'eps/probe': seen });
  const down = () => new Watch(quick()).at(0, both(PASSES)).at(60, both(HANGS)).at(65, both(HANGS));

  it('are asked with the first pass, then a minute later at the earliest', () => {
    const watch = down().at(95);
    expect(asked(watch, (one) => one.at(300, run(PASSES)))).toContain('eps/probe confirm 300');
    const later = asked(watch, (one) => one.at(310, run(HANGS)).at(359, run(PASSES)));
    expect(later).not.toContain('eps/probe confirm 359');
    const minute = asked(watch, (one) => one.at(361, run(HANGS)).at(370, run(PASSES)));
    expect(minute).toContain('eps/probe confirm 370');
  });
});
