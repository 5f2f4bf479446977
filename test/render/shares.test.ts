import { describe, expect, it } from 'vitest';
import { KOREAN } from '#core/page/texts/ko';
import { sharesText } from '#render/day-bars';

const told = (availability: number | null, unknownShare: number | null) =>
  sharesText({ availability, unknownShare }, KOREAN).replaceAll('\u00a0', ' ');

describe('the availability of a service on the page', () => {
  it('stands beside the share of unknown time', () => {
    expect(told(0.9998, 0.0123)).toBe('가용률 99.98 %, 알 수 없음 1.23 %');
  });

  it.each([
    ['nothing was recorded', null, null],
    ['a new monitor knows a few minutes', 0.3455, 0.9988],
  ])('is unknown where %s', (_, availability, unknownShare) => {
    expect(told(availability, unknownShare)).toBe('가용률 알 수 없음');
  });
});
