import { TABLE } from '#contract/table';
import type { NumberedNote } from '#core/outage/outage';
import type { NoteStore } from '#core/ports/people';
import { fromItem, type NewItem } from './item.ts';
import { listPage } from './list-page.ts';
import { LAST, type TableClient } from './table-client.ts';

/**
 * `PEOPLE#<outage>` / `NOTE#<number, 6 digits>`: kept forever, separate from the outage's record.
 */
export function createNoteStore(table: TableClient): NoteStore {
  const keyOf = (outage: string, number: number) => ({
    pk: `${TABLE.peoplePrefix}${outage}`,
    sk: `NOTE#${String(number).padStart(6, '0')}`,
  });
  const itemOf = (outage: string, note: NumberedNote): NewItem => ({
    key: keyOf(outage, note.number),
    document: note,
  });
  return {
    add: (outage, note) => table.put(itemOf(outage, note), { text: 'attribute_not_exists(pk)' }),

    async replace(outage, note) {
      await table.put(itemOf(outage, note));
    },

    async get(outage, number) {
      const item = await table.get(keyOf(outage, number), { consistent: true });
      return item && fromItem<NumberedNote>(item);
    },

    list({ outage, limit, cursor }) {
      const { pk } = keyOf(outage, 0);
      const query = { pk, from: 'NOTE#', to: `NOTE#${LAST}`, consistent: true };
      return listPage<NumberedNote>(table, { query, limit, cursor, question: pk });
    },
  };
}
