import { TABLE } from '#contract/table';
import type { Receipt, ReceiptStore } from '#core/ports/people';
import { DAY } from '#core/time/time';
import { fromItem, type NewItem } from './item.ts';
import type { TableClient } from './table-client.ts';

/**
 * `PEOPLE#RECEIPT#<key>` / `RECEIPT`: kept for a day, so that a repeated request gets the same
 * answer.
 */
export function createReceiptStore(table: TableClient): ReceiptStore {
  const keyOf = (key: string) => ({ pk: `${TABLE.peoplePrefix}RECEIPT#${key}`, sk: 'RECEIPT' });
  const itemOf = (key: string, receipt: Receipt): NewItem => ({
    key: keyOf(key),
    document: receipt,
    attributes: { begun: receipt.at, answered: receipt.answer === undefined ? undefined : 1 },
    expiresAt: receipt.at + DAY,
  });
  return {
    claim: (key, receipt, staleBefore) =>
      table.put(itemOf(key, receipt), {
        text: 'attribute_not_exists(pk) OR (attribute_not_exists(answered) AND begun < :stale)',
        values: { ':stale': { N: String(staleBefore) } },
      }),

    async get(key) {
      const item = await table.get(keyOf(key), { consistent: true });
      return item && fromItem<Receipt>(item);
    },

    async put(key, receipt) {
      await table.put(itemOf(key, receipt));
    },
  };
}
