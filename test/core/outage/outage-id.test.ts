import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayStamp, outageId, stampIn, startStamp } from '#core/outage/outage-id';
import { HOUR, MINUTE } from '#core/time/time';

const NINE_FIFTEEN = Date.parse('2024-07-18T09:15:42+09:00');

const moment = fc.integer({
  min: Date.parse('2000-01-01T00:00:00Z'),
  max: Date.parse('2099-12-31T00:00:00Z'),
});

describe('the id of an outage', () => {
  it('names the group and the minute of the first failure in KST', () => {
    expect(outageId('moel', NINE_FIFTEEN, () => false)).toBe('moel-20240718-0915');
    expect(outageId('moel', NINE_FIFTEEN - 10 * HOUR, () => false)).toBe('moel-20240717-2315');
  });

  it('counts up while it is taken', () => {
    const taken = ['moel-20240718-0915', 'moel-20240718-0915-2'];
    expect(outageId('moel', NINE_FIFTEEN, (id) => taken.includes(id))).toBe('moel-20240718-0915-3');
  });

  it('returns its time stamp, for every group name and every repeated id', () => {
    const prefix = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
    fc.assert(
      fc.property(prefix, moment, fc.nat(3), (group, at, times) => {
        let left = times;
        const id = outageId(group, at, () => left-- > 0);
        expect(stampIn(id)).toBe(startStamp(at));
      }),
    );
  });

  it.each(['moel-attention', 'moel', '', 'moel-2024-0915'])('has no stamp in %j', (id) => {
    expect(stampIn(id)).toBeUndefined();
  });
});

describe('stamps', () => {
  it('sort as their moments do', () => {
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)];
        expect(startStamp(first) <= startStamp(second)).toBe(true);
        expect(startStamp(first) === startStamp(second)).toBe(
          Math.floor(first / MINUTE) === Math.floor(second / MINUTE),
        );
        expect(startStamp(first).startsWith(dayStamp(first))).toBe(true);
      }),
    );
  });
});
