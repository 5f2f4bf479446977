import { DELIVERY_STATES, type LedgerRow, type Notice } from '#core/notice/notice';
import type { WithheldReason } from '#core/outage/telling';
import { type Instant, MINUTE, SECOND } from '#core/time/time';
import type { Rules } from '#core/watch/configuration';

/** Longest pause between two tries, ms, because the news of an outage is useless the next day. */
const MAX_PAUSE_MS = 5 * MINUTE;

type SendRules = Pick<Rules, 'resendAfterSeconds' | 'maxAttempts'>;

/** The only channel of older versions, whose rows have no channel in their key. */
export const FIRST_CHANNEL = 'sns';

/** The row before the first try. */
export function newRow(notice: Notice, channel: string): LedgerRow {
  return { schema: 1, notice, channel, state: 'pending', attempts: 0, route: 'primary' };
}

/** A row in the format of an older version, where `channel` was the route of the only channel. */
type StoredRow = Omit<LedgerRow, 'route'> & Partial<Pick<LedgerRow, 'route'>>;

/** Reads a stored row of any version. */
export function readRow(stored: StoredRow): LedgerRow {
  if (stored.route !== undefined) return { ...stored, route: stored.route };
  const route = stored.channel === 'fallback' ? 'fallback' : 'primary';
  return { ...stored, channel: FIRST_CHANNEL, route };
}

/** Order by notice, then by channel. */
export function inOrder(a: LedgerRow, b: LedgerRow): number {
  return a.notice.seq - b.notice.seq || (a.channel < b.channel ? -1 : 1);
}

/** False for a row without the fields that decide about the next try. */
export function isWhole({ state, attempts, notice }: Partial<LedgerRow>): boolean {
  return (
    DELIVERY_STATES.some((known) => known === state) &&
    Number.isInteger(attempts) &&
    notice !== undefined
  );
}

/**
 * True if a notice must be sent now. A try without a recorded end may have sent it, so the notice
 * waits `resendAfterSeconds` before it is sent again under the same id.
 */
export function isDue(row: LedgerRow, now: Instant, rules: SendRules): boolean {
  if (row.state === 'sent' || row.state === 'withheld') return false;
  if (row.state === 'failed') return now >= (row.nextTryAt ?? 0);
  return (
    row.attemptedAt === undefined || now - row.attemptedAt >= rules.resendAfterSeconds * SECOND
  );
}

/** The row before a try. */
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

/** The row of a notice that is never sent. */
export function withheld(row: LedgerRow, reason: WithheldReason): LedgerRow {
  return { ...row, state: 'withheld', withheld: reason };
}

export function sent(row: LedgerRow, messageId: string, at: Instant): LedgerRow {
  const { nextTryAt: _, lastError: __, ...rest } = row;
  return { ...rest, state: 'sent', messageId, sentAt: at };
}

/**
 * The row after a failed try. The pause doubles with each try. After `maxAttempts` it switches to
 * the fallback topic at once.
 */
export function failed(row: LedgerRow, error: string, at: Instant, rules: SendRules): LedgerRow {
  const doubled = rules.resendAfterSeconds * SECOND * 2 ** Math.min(row.attempts - 1, 10);
  const pause = row.attempts === rules.maxAttempts ? 0 : Math.min(doubled, MAX_PAUSE_MS);
  return { ...row, state: 'failed', nextTryAt: at + pause, lastError: error };
}
