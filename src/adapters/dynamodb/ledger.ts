import type { LedgerRow, Notice } from '#core/notice/notice';
import type { Ledger } from '#core/ports';
import { fromItem, type Key } from './item.ts';
import { LAST, type TableClient } from './table-client.ts';

/** `LEDGER#<outage>` / `NOTICE#<notice id>`: written before a notice is sent, marked after. */
export function createLedger(table: TableClient): Ledger {
  async function get(notice: Pick<Notice, 'outage' | 'id'>): Promise<LedgerRow | undefined> {
    const item = await table.get(addressOf(notice), { consistent: true });
    return item && fromItem<LedgerRow>(item);
  }
  return {
    get,

    async open(notice) {
      const row: LedgerRow = {
        schema: 1,
        notice,
        state: 'pending',
        attempts: 0,
        channel: 'primary',
      };
      const opened = await table.put(itemOf(row), { text: 'attribute_not_exists(pk)' });
      return opened ? 'opened' : 'exists';
    },

    claim(row) {
      return table.put(itemOf(row), {
        text: '#state <> :sent AND attempts = :before',
        names: { '#state': 'state' },
        values: { ':sent': { S: 'sent' }, ':before': { N: String(row.attempts - 1) } },
      });
    },

    async update(row) {
      const updated = await table.put(itemOf(row), {
        text: 'attribute_not_exists(#state) OR #state <> :sent',
        names: { '#state': 'state' },
        values: { ':sent': { S: 'sent' } },
      });
      return updated ? row : ((await get(row.notice)) ?? row);
    },

    async ofOutage(outage) {
      const items = await table.all({
        pk: partition(outage),
        from: 'NOTICE#',
        to: `NOTICE#${LAST}`,
        consistent: true,
      });
      return items
        .map((item) => fromItem<LedgerRow>(item))
        .toSorted((a, b) => a.notice.seq - b.notice.seq);
    },
  };
}

function partition(outage: string): string {
  return `LEDGER#${outage}`;
}

function addressOf({ outage, id }: Pick<Notice, 'outage' | 'id'>): Key {
  return { pk: partition(outage), sk: `NOTICE#${id}` };
}

function itemOf(row: LedgerRow) {
  return {
    key: addressOf(row.notice),
    document: row,
    attributes: { state: row.state, attempts: row.attempts },
  };
}
