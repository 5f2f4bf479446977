import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkRequest,
  dueAt,
  phaseSeconds,
  picturedBefore,
  runId,
  slots,
  slowestSeconds,
  takesPictures,
} from '#core/detection/schedule';
import { HOUR, MINUTE, SECOND } from '#core/time/time';
import type { Check } from '#core/watch/catalogue';
import { aConfiguration, NINE_FIFTEEN } from '../../support/builders.ts';

const configuration = aConfiguration();
const check: Check = {
  id: 'work24/login',
  service: 'work24',
  group: 'moel',
  type: 'journey',
  intervalSeconds: 300,
  depth: 'session',
};

describe('phases', () => {
  it('spread the checks of a group evenly over their interval, by type', () => {
    const journeys = slots(configuration.catalogue).filter((slot) => slot.check.type === 'journey');
    expect(journeys.map((slot) => phaseSeconds(slot, 300))).toEqual([0, 50, 100, 150, 200, 250]);
  });

  it('make each check due exactly once an interval, whatever interval and place', () => {
    const place = fc
      .integer({ min: 1, max: 40 })
      .chain((of) =>
        fc.record({ of: fc.constant(of), index: fc.integer({ min: 0, max: of - 1 }) }),
      );
    fc.assert(
      fc.property(
        place,
        fc.integer({ min: 1, max: 90 }),
        fc.nat(10_000),
        (where, minutes, start) => {
          const interval = minutes * 60;
          const from = NINE_FIFTEEN + start * MINUTE;
          const due = Array.from({ length: 3 * minutes }, (_, minute) =>
            dueAt({ check, ...where }, interval, from + minute * MINUTE),
          ).filter((at) => at !== undefined);
          expect(due).toHaveLength(3);
          expect((due[1] ?? 0) - (due[0] ?? 0)).toBe(interval * SECOND);
          expect((due[0] ?? 0) % (interval * SECOND)).toBe(
            phaseSeconds({ check, ...where }, interval) * SECOND,
          );
        },
      ),
    );
  });
});

describe('a run', () => {
  it('has an id made of its service, check and time', () => {
    expect(runId(check, NINE_FIFTEEN, 'confirm')).toBe('work24.login.20240718T001500Z.confirm');
  });

  it('has an id with its second, in UTC', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (second) => {
        const iso = new Date(second * SECOND).toISOString().replace(/[-:]|\.\d+/g, '');
        expect(runId(check, second * SECOND, 'manual')).toBe(`work24.login.${iso}.manual`);
      }),
    );
  });

  it('goes no deeper than the login page without a permission in force', () => {
    const validUntil = NINE_FIFTEEN + 1;
    const permission = {
      service: 'work24',
      grantedBy: '한국고용정보원',
      reference: '1',
      validUntil,
    };
    const depthAt = (at: number, service = 'work24') =>
      checkRequest({ check, at, trigger: 'scheduled', urgent: false }, undefined, {
        ...configuration,
        permissions: [{ ...permission, service }],
      }).depth;
    expect(depthAt(NINE_FIFTEEN)).toBe('session');
    expect(depthAt(NINE_FIFTEEN + 1)).toBe('login-page');
    expect(depthAt(NINE_FIFTEEN, 'eps')).toBe('login-page');
  });
});

describe('the cadence in an outage', () => {
  const { rules } = configuration;
  const probe: Check = { ...check, id: 'work24/probe', type: 'probe', intervalSeconds: 60 };
  const control: Check = { ...check, id: 'control/probe', type: 'control', intervalSeconds: 60 };
  const { probeSeconds, journeySeconds } = rules.outageCadence;

  it.each([
    [probe, true, probeSeconds],
    [check, true, journeySeconds],
    [control, true, 60],
    [probe, false, 60],
    [check, false, 300],
  ] as const)('of %o, down %s, is never slower than %i s', (one, isDown, seconds) => {
    expect(slowestSeconds(one, isDown, rules)).toBe(seconds);
  });

  it('is never faster than in good times', () => {
    const slow = { ...probe, intervalSeconds: 7_200 };
    expect(slowestSeconds(slow, true, rules)).toBe(7_200);
    expect(slowestSeconds(slow, false, rules)).toBe(7_200);
  });
});

describe('pictures of steps', () => {
  const scheduled = (scheduledAt: number) => ({ trigger: 'scheduled', scheduledAt }) as const;

  it('are kept by one scheduled run an hour, whatever its phase', () => {
    const minutes = fc.constantFrom(1, 2, 3, 5, 10, 15, 30, 60);
    fc.assert(
      fc.property(minutes, fc.nat(3_599), fc.nat(10_000), (interval, phase, hour) => {
        const intervalSeconds = interval * 60;
        const first = hour * HOUR + (phase % intervalSeconds) * SECOND;
        const runs = Array.from({ length: 60 / interval }, (_, index) =>
          takesPictures(scheduled(first + index * interval * MINUTE), { intervalSeconds }),
        );
        expect(runs.filter(Boolean)).toHaveLength(1);
        expect(runs[0]).toBe(true);
      }),
    );
  });

  it('can be found again from the schedule alone', () => {
    const place = fc.record({ index: fc.integer({ min: 0, max: 5 }), after: fc.nat(7_200) });
    fc.assert(
      fc.property(place, ({ index, after }) => {
        const slot = { check, index, of: 6 };
        const before = NINE_FIFTEEN + after * SECOND;
        const found = picturedBefore(slot, before, 3);
        const all = Array.from({ length: 4 * 60 }, (_, minute) =>
          dueAt(slot, 300, Math.floor(before / MINUTE) * MINUTE - minute * MINUTE),
        ).filter((at) => at !== undefined && at < before && takesPictures(scheduled(at), check));
        expect(found.length).toBeGreaterThanOrEqual(3);
        expect(found).toEqual(all.slice(0, found.length));
      }),
    );
  });

  it('are kept by every run that is asked for, or that is watched closely', () => {
    const at = NINE_FIFTEEN + MINUTE;
    expect(takesPictures(scheduled(at), check)).toBe(false);
    expect(takesPictures({ ...scheduled(at), urgent: true }, check)).toBe(true);
    for (const trigger of ['confirm', 'sibling', 'manual'] as const) {
      expect(takesPictures({ trigger, scheduledAt: at }, check)).toBe(true);
    }
  });
});

describe('a run that is asked for', () => {
  const asked = { check, at: NINE_FIFTEEN, urgent: false } as const;

  it('starts at another vantage to confirm a failure if there is one, and at home otherwise', () => {
    const from = (trigger: 'confirm' | 'scheduled' | 'sibling', vantages: readonly string[]) =>
      checkRequest({ ...asked, trigger }, undefined, { ...configuration, vantages }).vantage;
    expect(from('confirm', ['seoul', 'tokyo'])).toBe('tokyo');
    expect(from('scheduled', ['seoul', 'tokyo'])).toBe('seoul');
    expect(from('sibling', ['seoul', 'tokyo'])).toBe('seoul');
    expect(from('confirm', ['seoul'])).toBe('seoul');
    expect(from('confirm', [])).toBe('home');
  });

  it('needs the permission of its own service', () => {
    const permission = { grantedBy: 'x', reference: '1', validUntil: NINE_FIFTEEN + 1 };
    const permissions = ['eps', 'work24', 'hrd-net'].map((service) => ({ ...permission, service }));
    const depth = (given: typeof permissions, one: Check = check) =>
      checkRequest({ ...asked, check: one, trigger: 'scheduled' }, undefined, {
        ...configuration,
        permissions: given,
      }).depth;
    expect(depth(permissions)).toBe('session');
    expect(depth(permissions.filter(({ service }) => service !== 'work24'))).toBe('login-page');
    expect(depth([], { ...check, depth: 'data' })).toBe('data');
  });
});
