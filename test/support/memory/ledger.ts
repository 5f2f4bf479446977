import { inOrder } from '#core/notice/ledger';
import type { LedgerRow } from '#core/notice/notice';
import type { Ledger, LedgerKey, SentMessage } from '#core/ports/notices';

export function rowKey({ notice, channel }: LedgerKey): string {
  return `${notice.id} ${channel}`;
}

/** Rows by notice and channel; a claim and an update are atomic, as one conditional write is. */
export function memoryLedger(rows = new Map<string, LedgerRow>()): Ledger {
  const messages = new Map<string, SentMessage>();
  const write = (row: LedgerRow) => rows.set(rowKey(row), row);
  return {
    async open(row) {
      if (rows.has(rowKey(row))) return 'exists';
      write(row);
      return 'opened';
    },
    async get(key) {
      return rows.get(rowKey(key));
    },
    async claim(row) {
      const stored = rows.get(rowKey(row));
      if (!stored || stored.state === 'sent' || stored.attempts !== row.attempts - 1) return false;
      write(row);
      return true;
    },
    async update(row) {
      const stored = rows.get(rowKey(row));
      if (stored?.state === 'sent') return stored;
      write(row);
      return row;
    },
    async amend(row) {
      write(row);
    },
    async remember(messageId, sent) {
      const { notice, channel, route } = sent;
      const { id, outage, group } = notice;
      messages.set(messageId, { notice: { id, outage, group }, channel, route });
    },
    async remembered(messageId) {
      return messages.get(messageId);
    },
    async ofOutage(outage) {
      return [...rows.values()].filter(({ notice }) => notice.outage === outage).sort(inOrder);
    },
  };
}
