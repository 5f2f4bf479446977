import { describe, expect, it } from 'vitest';
import { type CarrierAnswer, carrierView, needsFallback, withAnswer } from '#core/notice/carriers';
import { newRow, sent } from '#core/notice/ledger';
import type { LedgerRow } from '#core/notice/notice';
import { HOUR, MINUTE, SECOND } from '#core/time/time';
import { NINE_FIFTEEN } from '../../support/builders.ts';
import { noticeOf } from '../../support/notices.ts';

const NOW = NINE_FIFTEEN;

function row(...answers: readonly Partial<CarrierAnswer>[]): LedgerRow {
  const before: LedgerRow = {
    ...sent(newRow(noticeOf('opened'), 'sns'), 'm-1', NOW),
    carriers: { answers: [] },
  };
  return answers.reduce<LedgerRow>(
    (heard, given, index) =>
      withAnswer(heard, {
        id: `${index}`,
        phone: '…5678',
        delivered: true,
        says: 'ok',
        at: NOW,
        route: 'primary',
        ...given,
      }),
    before,
  );
}

const BLOCKED = { delivered: false, says: 'Blocked as spam', phone: '…0001' };

describe('what carriers answered', () => {
  it('is unknown if carriers’ answers are not read', () => {
    const { carriers: _, ...unread } = row();
    expect(carrierView(unread, NOW)).toBeUndefined();
  });

  it('is awaited for five minutes, then unknown', () => {
    expect(carrierView(row(), NOW + 5 * MINUTE)?.state).toBe('awaited');
    expect(carrierView(row(), NOW + 5 * MINUTE + SECOND)?.state).toBe('unknown');
  });

  it('is a delivery when every carrier that answered delivered it, however late', () => {
    expect(carrierView(row({}, {}), NOW + HOUR)).toEqual({
      state: 'delivered',
      delivered: 2,
      failures: [],
      fellBack: false,
    });
  });

  it('is a failure when one carrier failed, in its words', () => {
    expect(carrierView(row({}, BLOCKED), NOW)).toMatchObject({
      state: 'failed',
      delivered: 1,
      failures: [{ phone: '…0001', says: 'Blocked as spam' }],
    });
  });

  it('is the answer to the fallback, once carriers answered that', () => {
    expect(carrierView(row(BLOCKED, { route: 'fallback' }), NOW)?.state).toBe('delivered');
    expect(carrierView(row({}, { ...BLOCKED, route: 'fallback' }), NOW)?.state).toBe('failed');
  });

  it('counts once, and a hundred times at most', () => {
    const heard = row({ id: 'same' }, { id: 'same' });
    expect(heard.carriers?.answers).toHaveLength(1);
    const many = row(...Array.from({ length: 130 }, () => ({})));
    expect(many.carriers?.answers).toHaveLength(100);
  });
});

describe('the fallback', () => {
  it('is sent only after a failure, not if the answer is unknown', () => {
    expect(needsFallback(row(), NOW + HOUR)).toBe(false);
    expect(needsFallback(row({}), NOW)).toBe(false);
    expect(needsFallback(row({}, BLOCKED), NOW)).toBe(true);
  });

  it('is used once, and not for a failure of its own', () => {
    const heard = row(BLOCKED);
    const answers = heard.carriers?.answers ?? [];
    const ordered = { ...heard, carriers: { answers, fallback: { at: NOW } } };
    expect(needsFallback(ordered, NOW)).toBe(true);
    const left = { ...heard, carriers: { answers, fallback: { at: NOW, messageId: 'm-2' } } };
    expect(needsFallback(left, NOW)).toBe(false);
    expect(needsFallback(row({ ...BLOCKED, route: 'fallback' }), NOW)).toBe(false);
  });

  it('is not used for a notice of more than an hour ago', () => {
    expect(needsFallback(row(BLOCKED), NOW + HOUR)).toBe(true);
    expect(needsFallback(row(BLOCKED), NOW + HOUR + SECOND)).toBe(false);
  });
});
