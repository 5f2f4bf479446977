import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { availabilityOf, combineChecks, totalSeconds } from '#core/history/availability';
import type { StateSeconds } from '#core/history/rollup';

const HOUR_SECONDS = 3_600;

function seconds(over: Partial<StateSeconds>): StateSeconds {
  return { up: 0, degraded: 0, down: 0, maintenance: 0, unknown: 0, ...over };
}

/** Any division of an hour into states. */
const hour = fc
  .array(fc.integer({ min: 0, max: HOUR_SECONDS }), { minLength: 4, maxLength: 4 })
  .map((cuts) => {
    const [a = 0, b = 0, c = 0, d = 0] = cuts.toSorted((x, y) => x - y);
    const parts = { up: a, degraded: b - a, down: c - b, maintenance: d - c };
    return seconds({ ...parts, unknown: HOUR_SECONDS - d });
  });

describe('availability', () => {
  it('is up or degraded time of known time; maintenance and unknown are apart', () => {
    const spent = { up: 80, degraded: 10, down: 10, maintenance: 1_000, unknown: 100 };
    expect(availabilityOf(spent)).toEqual({ availability: 0.9, unknownShare: 0.5 });
  });

  it('is not known when nothing is known, and never 100 % then', () => {
    expect(availabilityOf(seconds({ unknown: 60 }))).toEqual({
      availability: null,
      unknownShare: 1,
    });
    expect(availabilityOf(seconds({ maintenance: 60 }))).toEqual({
      availability: null,
      unknownShare: null,
    });
  });

  it('of a service is down while any check is, unknown only while all are', () => {
    const probe = seconds({ up: 3_000, unknown: 600 });
    const login = seconds({ up: 1_800, down: 1_200, unknown: 600 });
    expect(combineChecks([probe, login])).toEqual(
      seconds({ up: 1_800, down: 1_200, unknown: 600 }),
    );
    const blind = seconds({ unknown: 3_600 });
    expect(combineChecks([probe, blind])).toEqual(probe);
    expect(combineChecks([])).toEqual(seconds({}));
  });

  it('is not known where one check has not counted its time yet and the others know nothing', () => {
    const checks = [seconds({ unknown: 3_598.4 }), seconds({ unknown: 2_700.1 })];
    expect(availabilityOf(combineChecks(checks)).availability).toBeNull();
    const dust = seconds({ unknown: 3_600.000_000_000_004 });
    expect(availabilityOf(combineChecks([dust, seconds({ unknown: 3_600 })]))).toEqual({
      availability: null,
      unknownShare: 1,
    });
  });

  it('has no rounding errors of a millionth of a second', () => {
    expect(combineChecks([seconds({ up: 1e-6 })]).up).toBe(0);
    expect(combineChecks([seconds({ up: 2e-6 })]).up).toBe(2e-6);
  });

  it('of several checks covers the same time, and never overstates downtime', () => {
    fc.assert(
      fc.property(fc.array(hour, { minLength: 1, maxLength: 4 }), (checks) => {
        const combined = combineChecks(checks);
        expect(totalSeconds(combined)).toBe(HOUR_SECONDS);
        for (const state of Object.values(combined)) expect(state).toBeGreaterThanOrEqual(0);
        const worst = Math.max(...checks.map(({ down }) => down));
        expect(combined.down).toBeLessThanOrEqual(worst);
        if (checks.every(({ maintenance }) => maintenance === 0)) expect(combined.down).toBe(worst);
      }),
    );
  });
});
