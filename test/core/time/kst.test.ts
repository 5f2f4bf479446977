import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  kstDate,
  kstDay,
  kstDayStart,
  kstIso,
  kstMinute,
  kstSecond,
  weekdayOf,
} from '#core/time/kst';

/** 1900 to 2200. */
const moments = fc.integer({ min: -2_208_988_800_000, max: 7_258_118_400_000 });

const INTL = new Intl.DateTimeFormat('sv-SE', {
  timeZone: '+09:00',
  dateStyle: 'short',
  timeStyle: 'medium',
});

describe('Korean time', () => {
  it('agrees with Intl at every moment', () => {
    fc.assert(
      fc.property(moments, (at) => {
        expect(`${kstDate(at)} ${kstSecond(at)}`).toBe(INTL.format(at));
      }),
    );
  });

  it('survives the way through ISO 8601', () => {
    fc.assert(
      fc.property(moments, (at) => {
        expect(Date.parse(kstIso(at))).toBe(at);
      }),
    );
  });

  it('knows which weekday a day is', () => {
    fc.assert(
      fc.property(moments, (at) => {
        const day = kstDay(at);
        expect(weekdayOf(day)).toBe(new Date(day * 86_400_000).getUTCDay());
        expect(kstDayStart(day)).toBeLessThanOrEqual(at);
        expect(kstDayStart(day + 1)).toBeGreaterThan(at);
      }),
    );
  });

  it('cuts seconds off, so that a start is never stated later than it was seen', () => {
    expect(kstMinute(Date.parse('2024-07-18T09:15:59.999+09:00'))).toBe('09:15');
  });

  it('begins its day nine hours before UTC does', () => {
    expect(kstDate(Date.parse('2024-02-28T15:00:00Z'))).toBe('2024-02-29');
    expect(kstDate(Date.parse('2024-02-28T14:59:59Z'))).toBe('2024-02-28');
  });
});
