import { describe, expect, it } from 'vitest';
import { HOUR } from '#core/time/time';
import { paceText } from '../../bin/replay-start.ts';

describe('how long a replay takes', () => {
  it('is said before it begins', () => {
    expect(paceText({ from: 0, to: 6 * HOUR }, 1, 'en')).toBe('About 4 min for the replay.');
    expect(paceText({ from: 0, to: 6 * HOUR }, 1, 'ko')).toBe('재현에 4분쯤 걸립니다.');
  });

  it('is said with its reason on a slow machine', () => {
    expect(paceText({ from: 0, to: 6 * HOUR }, 2.04, 'en')).toBe(
      'This machine is 2.0 times slower than 2 idle cores: about 8 min for the replay.',
    );
  });
});
