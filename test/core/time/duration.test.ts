import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  durationBetween,
  formatDuration,
  formatDurationBetween,
  formatDurationTight,
} from '#core/time/duration';

describe('a duration', () => {
  it.each([
    [0, '0초', '0 s'],
    [59, '59초', '59 s'],
    [59.6, '1분', '1 min'],
    [9_720, '2시간 42분', '2 h 42 min'],
    [86_400 + 1_200, '1일 20분', '1 d 20 min'],
    [-5, '0초', '0 s'],
  ])('of %d seconds reads well', (seconds, ko, en) => {
    expect(formatDuration(seconds, 'ko')).toBe(ko);
    expect(formatDuration(seconds, 'en')).toBe(en);
  });

  it('is written without spaces for a phone', () => {
    expect(formatDurationTight(9_720, 'ko')).toBe('2시간42분');
    expect(formatDurationTight(9_720, 'en')).toBe('2h42min');
  });
});

describe('the length of an outage', () => {
  const started = { after: 0, by: 40_000 };
  const ended = { after: 9_640_000, by: 9_880_000 };

  it('lies between the seen and the possible duration', () => {
    expect(durationBetween(started, ended)).toEqual({ min: 9_600, max: 9_880 });
    expect(formatDurationBetween(durationBetween(started, ended), 'ko')).toBe(
      '2시간 40분~2시간 45분',
    );
  });

  it('has no upper bound without an earlier run', () => {
    const between = durationBetween({ after: null, by: 40_000 }, ended);
    expect(formatDurationBetween(between, 'ko')).toBe('최소 2시간 40분');
    expect(formatDurationBetween(between, 'en')).toBe('at least 2 h 40 min');
  });

  it('is one figure when both bounds read the same', () => {
    expect(formatDurationBetween({ min: 3_600, max: 3_610 }, 'ko')).toBe('1시간');
  });

  it('never has its bounds the wrong way round', () => {
    const times = fc
      .array(fc.integer({ min: 0, max: 1e9 }), { minLength: 4, maxLength: 4 })
      .map((list) => list.toSorted((a, b) => a - b) as [number, number, number, number]);
    fc.assert(
      fc.property(times, ([after, by, lastBad, firstGood]) => {
        const { min, max } = durationBetween({ after, by }, { after: lastBad, by: firstGood });
        expect(min).toBeGreaterThanOrEqual(0);
        expect(max).toBeGreaterThanOrEqual(min);
      }),
    );
  });
});
