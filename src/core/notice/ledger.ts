import { DELIVERY_STATES, type LedgerRow, type Notice } from '#core/notice/notice';
import type { WithheldReason } from '#core/outage/telling';
import { type Instant, MINUTE, SECOND } from '#core/time/time';
import type { Rules } from '#core/watch/configuration';

/** Longest pause between two tries, ms: an outage is no use told the next day. */
const MAX_PAUSE_MS = 5 * MINUTE;

type SendRules = Pick<Rules, 'resendAfterSeconds' | 'maxAttempts'>;

/** The only channel that older versions had: its rows have no channel in their key. */
export const FIRST_CHANNEL = 'sns';

/** As it is written before the first try. */
export function newRow(notice: Notice, channel: string): LedgerRow {
  return { schema: 1, notice, channel, state: 'pending', attempts: 0, route: 'primary' };
}

/** A row as an older version wrote it, whose `channel` was the route of the only channel. */
type StoredRow = Omit<LedgerRow, 'route'> & Partial<Pick<LedgerRow, 'route'>>;

/** A stored row, of whichever version. */
export function readRow(stored: StoredRow): LedgerRow {
  if (stored.route !== undefined) return { ...stored, route: stored.route };
  const route = stored.channel === 'fallback' ? 'fallback' : 'primary';
  return { ...stored, channel: FIRST_CHANNEL, route };
}

/** By notice, then by channel. */
export function inOrder(a: LedgerRow, b: LedgerRow): number {
  return a.notice.seq - b.notice.seq || (a.channel < b.channel ? -1 : 1);
}

/** False for a row that lacks what the next try is decided by. */
export function isWhole({ state, attempts, notice }: Partial<LedgerRow>): boolean {
  return (
    DELIVERY_STATES.some((known) => known === state) &&
    Number.isInteger(attempts) &&
    notice !== undefined
  );
}

/**
 * Whether a notice is to be sent now. A try that never said how it ended may have sent it, so it gets
 * `resendAfterSeconds` before the notice goes out again under the same id.
 */
export function isDue(row: LedgerRow, now: Instant, rules: SendRules): boolean {
  if (row.state === 'sent' || row.state === 'withheld') return false;
  if (row.state === 'failed') return now >= (row.nextTryAt ?? 0);
  return (
    row.attemptedAt === undefined || now - row.attemptedAt >= rules.resendAfterSeconds * SECOND
  );
}

/** The row as it is written before a try. */
export function tried(
  row: LedgerRow,
  { now, hasFallback }: { readonly now: Instant; readonly hasFallback: boolean },
  { maxAttempts }: SendRules,
): LedgerRow {
  const { nextTryAt: _, ...rest } = row;
  return {
    ...rest,
    state: 'pending',
    attempts: row.attempts + 1,
    attemptedAt: now,
    route: hasFallback && row.attempts >= maxAttempts ? 'fallback' : 'primary',
  };
}

/** It is never sent. */
export function withheld(row: LedgerRow, reason: WithheldReason): LedgerRow {
  return { ...row, state: 'withheld', withheld: reason };
}

export function sent(row: LedgerRow, messageId: string, at: Instant): LedgerRow {
  const { nextTryAt: _, lastError: __, ...rest } = row;
  return { ...rest, state: 'sent', messageId, sentAt: at };
}

/** Tried again after a pause that doubles, at once on the fallback topic when the first had its chances. */
export function failed(row: LedgerRow, error: string, at: Instant, rules: SendRules): LedgerRow {
  const doubled = rules.resendAfterSeconds * SECOND * 2 ** Math.min(row.attempts - 1, 10);
  const pause = row.attempts === rules.maxAttempts ? 0 : Math.min(doubled, MAX_PAUSE_MS);
  return { ...row, state: 'failed', nextTryAt: at + pause, lastError: error };
}
