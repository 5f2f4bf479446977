import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '#core/time/time';
import { defaultConfiguration } from '#local/configuration';
import { simulate } from '#local/simulate/simulate';
import {
  type FieldHistory,
  isCalm,
  scenarioOf,
} from '../../../scripts/bench-field/field-history.ts';
import { isHeldOpen } from '../../../scripts/bench-field/field-report.ts';
import { incidentOf, outageOf } from '../../support/outages.ts';

const FROM = Date.parse('2026-03-03T00:00:00+09:00');

/** One site fails for half an hour and again eleven minutes later, the other for six hours. */
const history: FieldHistory = {
  source: 'made up',
  from: FROM,
  to: FROM + DAY,
  sites: ['site-1', 'site-2'],
  outages: [
    { service: 'site-1', from: FROM + 5 * HOUR, to: FROM + 5.5 * HOUR, code: 503 },
    { service: 'site-1', from: FROM + 5.7 * HOUR, to: FROM + 6 * HOUR, code: 503 },
    { service: 'site-2', from: FROM + 14 * HOUR, to: FROM + 20 * HOUR, code: 0 },
  ],
};

describe('minutes without a change', () => {
  it('are left out, and nobody is told anything else', () => {
    const scenario = scenarioOf('made up', history);
    const configuration = defaultConfiguration();
    const heard = (isLeftOut: (tick: number) => boolean) => {
      const { summary } = simulate(scenario, { configuration, isLeftOut });
      const calls = summary.notices.filter(({ sms }) => sms !== undefined);
      return { calls: calls.map(({ at, sms }) => [at, sms]), checks: summary.checks };
    };
    const whole = heard(() => false);
    const brief = heard(isCalm(history));
    expect(whole.calls).toHaveLength(6);
    expect(brief.calls).toEqual(whole.calls);
    expect(brief.checks).toBeLessThan(0.8 * whole.checks);
  });
});

describe('an outage is held open by a few', () => {
  const held = (ends: readonly (number | undefined)[], closedAfter?: number) => {
    const later = (minutes: number) => FROM + minutes * MINUTE;
    const incidents = ends.map((minutes, index) =>
      incidentOf(
        `site-${index}`,
        minutes === undefined ? {} : { endedBetween: { after: FROM, by: later(minutes) } },
      ),
    );
    const closed = closedAfter === undefined ? {} : { closedAt: later(closedAfter) };
    return isHeldOpen(outageOf([], { incidents, ...closed }), FROM + DAY);
  };

  it('if two thirds have returned for more than three hours', () => {
    expect(held([10, 20, undefined])).toBe(true);
    expect(held([10, 20, 300], 300)).toBe(true);
  });

  it('and not if it closed in time, most are down, or it is one of two', () => {
    expect(held([10, 20, 60], 70)).toBe(false);
    expect(held([10, undefined, undefined])).toBe(false);
    expect(held([10, undefined])).toBe(false);
  });
});
