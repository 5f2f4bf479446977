import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FIRST_CHANNEL,
  failed,
  inOrder,
  isDue,
  isWhole,
  newRow,
  readRow,
  sent,
  tried,
} from '#core/notice/ledger';
import { DELIVERY_STATES, type LedgerRow, type Notice } from '#core/notice/notice';
import { MINUTE, SECOND } from '#core/time/time';
import { NINE_FIFTEEN } from '../../support/builders.ts';

const notice = { id: 'moel-20240718-0915#1', outage: 'moel-20240718-0915', seq: 1 } as Notice;
const AT = { now: NINE_FIFTEEN, hasFallback: true };
const rules = { resendAfterSeconds: 30, maxAttempts: 5 };

describe('a row of the ledger', () => {
  it('is due when it is new', () => {
    expect(isDue(newRow(notice, 'sns'), NINE_FIFTEEN, rules)).toBe(true);
  });

  it('that is being tried is due again after 30 s', () => {
    const row = tried(newRow(notice, 'sns'), AT, rules);
    expect(isDue(row, NINE_FIFTEEN + 30 * SECOND - 1, rules)).toBe(false);
    expect(isDue(row, NINE_FIFTEEN + 30 * SECOND, rules)).toBe(true);
  });

  it('that is sent is never due', () => {
    const row = sent(tried(newRow(notice, 'sns'), AT, rules), 'm1', NINE_FIFTEEN);
    expect(isDue(row, NINE_FIFTEEN + 1e12, rules)).toBe(false);
    expect(row).toMatchObject({ state: 'sent', messageId: 'm1', sentAt: NINE_FIFTEEN });
  });

  it('forgets its last error once it is sent', () => {
    const row = failed(tried(newRow(notice, 'sns'), AT, rules), 'no', NINE_FIFTEEN, rules);
    expect(row.lastError).toBe('no');
    expect(sent(tried(row, AT, rules), 'm', NINE_FIFTEEN)).not.toHaveProperty('lastError');
  });

  it('waits at most five minutes, longer each time, and uses the fallback after five failures', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (failures) => {
        let row: LedgerRow = newRow(notice, 'sns');
        const pauses: number[] = [];
        for (let count = 0; count < failures; count += 1) {
          row = tried(row, AT, rules);
          expect(row.route).toBe(count >= rules.maxAttempts ? 'fallback' : 'primary');
          row = failed(row, 'no', NINE_FIFTEEN, rules);
          pauses.push((row.nextTryAt ?? 0) - NINE_FIFTEEN);
        }
        expect(Math.max(...pauses)).toBeLessThanOrEqual(5 * MINUTE);
        const growing = pauses.filter((_, index) => index !== rules.maxAttempts - 1);
        expect(growing).toEqual([...growing].sort((a, b) => a - b));
        expect(row.attempts).toBe(failures);
      }),
    );
  });

  it('never leaves the primary route of a channel without a fallback', () => {
    const often = { ...newRow(notice, 'events'), attempts: 40 };
    expect(tried(often, { ...AT, hasFallback: false }, rules).route).toBe('primary');
  });

  it.each(['primary', 'fallback'] as const)(
    'of an older version, sent by the %s topic, is one of the first channel',
    (route) => {
      const { route: _, ...now } = sent(newRow(notice, 'sns'), 'm1', NINE_FIFTEEN);
      const read = readRow({ ...now, channel: route });
      expect(read).toEqual({ ...now, channel: FIRST_CHANNEL, route });
      expect(readRow(read)).toEqual(read);
    },
  );

  it('is complete when the next try can be decided by it', () => {
    expect(isWhole(newRow(notice, 'sns'))).toBe(true);
    expect(isWhole({ ...newRow(notice, 'sns'), attempts: Number.NaN })).toBe(false);
    expect(isWhole({ notice })).toBe(false);
    expect(isWhole({ state: 'pending', attempts: 1 })).toBe(false);
  });

  it('waits 30 s after the first failure, then twice as long, and not at all for the fallback', () => {
    const after = (attempts: number) =>
      failed({ ...newRow(notice, 'sns'), attempts }, 'no', NINE_FIFTEEN, rules).nextTryAt;
    const pauses = [1, 2, 3, 4, 5, 6].map((attempts) => (after(attempts) ?? 0) - NINE_FIFTEEN);
    expect(pauses).toEqual([30, 60, 120, 240, 0, 300].map((seconds) => seconds * SECOND));
  });

  it('that failed is due from the time of its next try on', () => {
    const row = failed(tried(newRow(notice, 'sns'), AT, rules), 'no', NINE_FIFTEEN, rules);
    expect(isDue(row, NINE_FIFTEEN + 30 * SECOND - 1, rules)).toBe(false);
    expect(isDue(row, NINE_FIFTEEN + 30 * SECOND, rules)).toBe(true);
    const { nextTryAt: _, ...undated } = row;
    expect(isDue(undated, NINE_FIFTEEN, rules)).toBe(true);
  });

  it('is sorted by notice first, then by channel', () => {
    const rowOf = (seq: number, channel: string) => newRow({ ...notice, seq }, channel);
    const rows = [rowOf(2, 'events'), rowOf(1, 'sns'), rowOf(10, 'events'), rowOf(1, 'events')];
    expect(rows.toSorted(inOrder)).toEqual([rows[3], rows[1], rows[0], rows[2]]);
    expect(rows.toReversed().toSorted(inOrder)).toEqual(rows.toSorted(inOrder));
  });

  it.each(DELIVERY_STATES)('is complete when it is %s', (state) => {
    expect(isWhole({ ...newRow(notice, 'sns'), state })).toBe(true);
  });
});
