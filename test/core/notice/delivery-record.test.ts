import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutNumbers } from '#core/notice/delivery-record';

const RECORD = {
  id: 'e-1',
  messageId: 'm-1',
  destination: '+821012345678',
  delivered: false,
  says: 'Blocked as spam by phone carrier',
};

/** Ways in which people and providers write a number. */
const number = fc
  .tuple(
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 15 }),
    fc.constantFrom('', '-', ' ', '.'),
    fc.constantFrom('', '+'),
  )
  .map(([digits, between, plus]) => `${plus}${digits.join(between)}`);

describe('a record of the provider', () => {
  it('keeps the last four digits of the phone and the words', () => {
    expect(withoutNumbers(RECORD)).toEqual({
      id: 'e-1',
      phone: '…5678',
      delivered: false,
      says: 'Blocked as spam by phone carrier',
    });
  });

  it('keeps no number that the words quote, however it is written', () => {
    fc.assert(
      fc.property(number, fc.string(), (quoted, around) => {
        const { says } = withoutNumbers({ ...RECORD, says: `${around} (${quoted}) is opted out` });
        expect(says).not.toContain(quoted);
      }),
    );
  });

  it('keeps codes of errors, and no more than 200 characters', () => {
    expect(withoutNumbers({ ...RECORD, says: 'error 30007' }).says).toBe('error 30007');
    expect(withoutNumbers({ ...RECORD, says: 'x'.repeat(900) }).says).toHaveLength(200);
  });
});
