import { describe, expect, it } from 'vitest';
import { withName } from '#core/time/particle';

describe('a name with 와 or 과', () => {
  it.each([
    ['고용24', '고용24와'],
    ['고용보험', '고용보험과'],
    ['국민취업지원제도', '국민취업지원제도와'],
    ['시스템 3', '시스템 3과'],
    ['HRD-Net', 'HRD-Net와(과)'],
  ])('%s', (name, said) => {
    expect(withName(name)).toBe(said);
  });
});
