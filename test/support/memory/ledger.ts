import type { LedgerRow } from '#core/notice/notice';
import type { Ledger } from '#core/ports';

/** Rows by notice id; a claim and an update are atomic, as one conditional write is. */
export function memoryLedger(rows = new Map<string, LedgerRow>()): Ledger {
  const write = (row: LedgerRow) => rows.set(row.notice.id, row);
  return {
    async open(notice) {
      if (rows.has(notice.id)) return 'exists';
      write({ schema: 1, notice, state: 'pending', attempts: 0, channel: 'primary' });
      return 'opened';
    },
    async get({ id }) {
      return rows.get(id);
    },
    async claim(row) {
      const stored = rows.get(row.notice.id);
      if (!stored || stored.state === 'sent' || stored.attempts !== row.attempts - 1) return false;
      write(row);
      return true;
    },
    async update(row) {
      const stored = rows.get(row.notice.id);
      if (stored?.state === 'sent') return stored;
      write(row);
      return row;
    },
    async ofOutage(outage) {
      return [...rows.values()]
        .filter(({ notice }) => notice.outage === outage)
        .sort((a, b) => a.notice.seq - b.notice.seq);
    },
  };
}
