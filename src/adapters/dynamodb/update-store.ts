import { TABLE } from '#contract/table';
import type { OutageUpdate } from '#core/outage/update';
import type { UpdateStore } from '#core/ports/people';
import { LAST, type TableClient } from './table-client.ts';

const PARTITION = `${TABLE.peoplePrefix}UPDATES`;

/**
 * `PEOPLE#UPDATES` / `UPDATE#<at, ISO>#<id>`: those of all outages, so that the page needs one
 * read.
 */
export function createUpdateStore(table: TableClient): UpdateStore {
  return {
    async add(update) {
      const sk = `UPDATE#${new Date(update.at).toISOString()}#${update.id}`;
      await table.put({ key: { pk: PARTITION, sk }, document: update });
    },

    async since(from) {
      const since = `UPDATE#${new Date(from).toISOString()}`;
      const items = await table.all({ pk: PARTITION, from: since, to: `UPDATE#${LAST}` });
      return table.documents<OutageUpdate>(items);
    },
  };
}
