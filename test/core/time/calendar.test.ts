import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidInputError } from '#core/errors';
import { bucketStart, knownZone, nextBucket } from '#core/time/calendar';
import { DAY, HOUR } from '#core/time/time';

const at = (text: string) => Date.parse(text);
const zones = fc.constantFrom(
  'Asia/Seoul',
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
);
const intervals = fc.constantFrom('hour', 'day', 'month' as const);
const moments = fc.integer({ min: at('2001-01-01T00:00:00Z'), max: at('2099-01-01T00:00:00Z') });

describe('buckets of the calendar', () => {
  it.each([
    ['Asia/Seoul', 'day', '2024-07-18T14:59:59Z', '2024-07-17T15:00:00Z'],
    ['Asia/Seoul', 'day', '2024-07-18T15:00:00Z', '2024-07-18T15:00:00Z'],
    ['Asia/Seoul', 'month', '2024-07-31T15:00:00Z', '2024-07-31T15:00:00Z'],
    ['Europe/Berlin', 'day', '2024-07-18T12:00:00Z', '2024-07-17T22:00:00Z'],
    ['Europe/Berlin', 'month', '2024-03-31T12:00:00Z', '2024-02-29T23:00:00Z'],
    ['America/New_York', 'day', '2024-11-03T12:00:00Z', '2024-11-03T04:00:00Z'],
    ['Asia/Kolkata', 'day', '2024-07-18T12:00:00Z', '2024-07-17T18:00:00Z'],
    ['Europe/Berlin', 'hour', '2024-07-18T12:34:56Z', '2024-07-18T12:00:00Z'],
  ] as const)('of %s: the %s of %s begins at %s', (zone, interval, moment, start) => {
    expect(new Date(bucketStart(at(moment), interval, zone)).toISOString()).toBe(
      new Date(at(start)).toISOString(),
    );
  });

  it('last an hour more or less where clocks change', () => {
    const spring = bucketStart(at('2024-03-31T12:00:00Z'), 'day', 'Europe/Berlin');
    const autumn = bucketStart(at('2024-10-27T12:00:00Z'), 'day', 'Europe/Berlin');
    expect(nextBucket(spring, 'day', 'Europe/Berlin') - spring).toBe(DAY - HOUR);
    expect(nextBucket(autumn, 'day', 'Europe/Berlin') - autumn).toBe(DAY + HOUR);
  });

  it('follow each other without gap, on whole hours, around every moment', () => {
    fc.assert(
      fc.property(moments, intervals, zones, (moment, interval, zone) => {
        const start = bucketStart(moment, interval, zone);
        const next = nextBucket(start, interval, zone);
        expect(start).toBeLessThanOrEqual(moment);
        expect(start % HOUR).toBe(0);
        expect(bucketStart(next, interval, zone)).toBe(next);
        expect(bucketStart(start, interval, zone)).toBe(start);
        expect(next).toBeGreaterThan(moment);
      }),
    );
  });

  it('of a zone that does not exist are refused', () => {
    expect(() => knownZone('Asia/Nowhere')).toThrow(InvalidInputError);
    expect(() => knownZone('')).toThrow(InvalidInputError);
    expect(() => knownZone('Asia/Seoul')).not.toThrow();
  });

  it('knows a zone by one name, however it is spelt', () => {
    expect(['asia/seoul', 'ASIA/SEOUL', 'Asia/Seoul'].map(knownZone)).toEqual(
      Array(3).fill('Asia/Seoul'),
    );
    expect(() => knownZone('Mars/Olympus')).toThrow(InvalidInputError);
  });
});
