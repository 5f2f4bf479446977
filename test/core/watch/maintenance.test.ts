import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '#core/time/time';
import type { MaintenanceWindow } from '#core/watch/configuration';
import { neverMatches, nextWindow, windowAt } from '#core/watch/maintenance';

const kst = (text: string) => Date.parse(`${text}+09:00`);
const about = { id: 'w', services: [], reason: '정기점검' };
const thirdSaturday: MaintenanceWindow = {
  ...about,
  type: 'monthly',
  nth: 3,
  weekday: 6,
  from: '22:00',
  to: '06:00',
};

function covers(window: MaintenanceWindow, time: string, service = 'work24'): boolean {
  return windowAt([window], service, kst(time)) !== undefined;
}

describe('셋째 주 토요일 22:00~06:00', () => {
  it.each([
    ['2024-07-20T21:59:59', false],
    ['2024-07-20T22:00:00', true],
    ['2024-07-21T05:59:59', true],
    ['2024-07-21T06:00:00', false],
    ['2024-07-13T23:00:00', false],
    ['2024-07-27T23:00:00', false],
    ['2024-07-21T23:00:00', false],
    ['2024-07-20T02:00:00', false],
  ])('is at %s inside the window: %s', (time, inside) => {
    expect(covers(thirdSaturday, time)).toBe(inside);
  });
});

describe('a window at the end of a month', () => {
  const lastSaturday = { ...thirdSaturday, nth: -1 } as MaintenanceWindow;

  it('crosses into the next month and the next year', () => {
    // 31 August 2024 is a Saturday, 31 December 2022 as well.
    expect(covers(lastSaturday, '2024-08-31T23:30:00')).toBe(true);
    expect(covers(lastSaturday, '2024-09-01T03:00:00')).toBe(true);
    expect(covers(lastSaturday, '2024-08-24T23:30:00')).toBe(false);
    expect(covers(lastSaturday, '2023-01-01T03:00:00')).toBe(true);
  });

  it('knows 29 February', () => {
    const lastThursday = { ...lastSaturday, weekday: 4 } as MaintenanceWindow;
    expect(covers(lastThursday, '2024-02-29T23:00:00')).toBe(true);
    expect(covers(lastThursday, '2024-02-22T23:00:00')).toBe(false);
    expect(covers(lastThursday, '2023-02-23T23:00:00')).toBe(true);
  });

  it('takes the fifth as the last where there are only four', () => {
    const fifth = { ...lastSaturday, nth: 5 } as MaintenanceWindow;
    expect(covers(fifth, '2024-07-27T23:00:00')).toBe(true);
  });
});

describe('a window', () => {
  const weekly: MaintenanceWindow = {
    ...about,
    services: ['eps'],
    type: 'weekly',
    weekday: 0,
    from: '01:00',
    to: '03:00',
  };

  it('never concerns another service', () => {
    expect(covers(weekly, '2024-07-21T02:00:00', 'eps')).toBe(true);
    expect(covers(weekly, '2024-07-21T02:00:00', 'work24')).toBe(false);
  });

  it('of a whole day begins and ends at the same time of day', () => {
    const day = { ...weekly, services: [], from: '09:00', to: '09:00' } as MaintenanceWindow;
    expect(covers(day, '2024-07-21T08:59:59')).toBe(false);
    expect(covers(day, '2024-07-21T09:00:00')).toBe(true);
    expect(covers(day, '2024-07-22T08:59:59')).toBe(true);
    expect(covers(day, '2024-07-22T09:00:00')).toBe(false);
  });

  it('may end at 24:00', () => {
    const evening = { ...weekly, services: [], from: '22:00', to: '24:00' } as MaintenanceWindow;
    expect(covers(evening, '2024-07-21T23:59:59')).toBe(true);
    expect(covers(evening, '2024-07-22T00:00:00')).toBe(false);
  });

  it('that happens once does so from its beginning until just before its end', () => {
    const from = kst('2024-07-20T22:00:00');
    const once: MaintenanceWindow = { ...about, type: 'once', from, to: from + HOUR };
    expect(windowAt([once], 'work24', from)).toBe(once);
    expect(windowAt([once], 'work24', from + HOUR)).toBeUndefined();
    expect(nextWindow([once], 'work24', from + HOUR)).toBeUndefined();
  });

  it.each<[string, object, boolean]>([
    ['weekday 7', { weekday: 7 }, true],
    ['weekday 2.5', { weekday: 2.5 }, true],
    ['the sixth week', { type: 'monthly', nth: 6 }, true],
    ['week 0', { type: 'monthly', nth: 0 }, true],
    ['25:00', { from: '25:00' }, true],
    ['24:00 as a beginning', { from: '24:00' }, true],
    ['9:00', { from: '9:00' }, true],
    ['09:60', { to: '09:60' }, true],
    ['an end before its beginning', { type: 'once', from: 2, to: 1 }, true],
    ['a usual time', {}, false],
    ['an end on the next day', { from: '23:00', to: '01:00' }, false],
  ])('with %s never begins: %s', (_, change, never) => {
    expect(neverMatches({ ...weekly, ...change } as MaintenanceWindow)).toBe(never);
  });
});

describe('any recurring window', () => {
  const clock = fc
    .integer({ min: 0, max: 1_439 })
    .map(
      (minutes) =>
        `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
    );
  const recurring = fc
    .record({
      weekday: fc.integer({ min: 0, max: 6 }),
      nth: fc.constantFrom(undefined, 1, 2, 3, 4, 5, -1),
      from: clock,
      to: clock,
    })
    .map(
      ({ nth, ...rest }): MaintenanceWindow =>
        nth === undefined
          ? { ...about, ...rest, type: 'weekly' }
          : { ...about, ...rest, type: 'monthly', nth },
    );
  const moments = fc.integer({ min: kst('2020-01-01T00:00:00'), max: kst('2040-01-01T00:00:00') });

  it('covers exactly what its next occurrence says', () => {
    fc.assert(
      fc.property(recurring, moments, (window, at) => {
        const next = nextWindow([window], 'work24', at);
        expect(next).toBeDefined();
        if (!next) return;
        expect(neverMatches(window)).toBe(false);
        expect(next.to).toBeGreaterThan(at);
        expect(next.to - next.from).toBeLessThanOrEqual(DAY);
        expect(windowAt([window], 'work24', at)).toBe(at >= next.from ? window : undefined);
        expect(windowAt([window], 'work24', next.from)).toBe(window);
        expect(windowAt([window], 'work24', next.to - 1)).toBe(window);
        const gap = Math.floor((next.from + at) / 2 / MINUTE) * MINUTE;
        if (gap > at && gap < next.from) {
          expect(windowAt([window], 'work24', gap)).toBeUndefined();
        }
      }),
      { numRuns: 500 },
    );
  });

  it('begins on its weekday, at its time, in its week of the month by the Korean calendar', () => {
    fc.assert(
      fc.property(recurring, moments, (window, at) => {
        const next = nextWindow([window], 'work24', at);
        if (!next || window.type === 'once') return;
        const wall = new Date(next.from + 9 * HOUR);
        expect(wall.getUTCDay()).toBe(window.weekday);
        expect(wall.toISOString().slice(11, 16)).toBe(window.from);
        if (window.type !== 'monthly') return;
        const week = Math.ceil(wall.getUTCDate() / 7);
        const nextWeek = new Date(wall.getTime() + 7 * DAY);
        if (window.nth > 0 && window.nth < 5) expect(week).toBe(window.nth);
        else expect(nextWeek.getUTCMonth()).not.toBe(wall.getUTCMonth());
      }),
      { numRuns: 500 },
    );
  });
});
