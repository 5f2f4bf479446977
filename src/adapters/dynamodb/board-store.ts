import type { BoardGroup } from '#core/history/board';
import type { BoardStore } from '#core/ports/states';
import { LAST, type TableClient } from './table-client.ts';

/**
 * `BOARD` / `GROUP#<id>`: one read returns the board of all groups, and each evaluator writes its
 * own part.
 */
export function createBoardStore(table: TableClient): BoardStore {
  return {
    async put(group) {
      await table.put({ key: { pk: 'BOARD', sk: `GROUP#${group.group}` }, document: group });
    },

    async get() {
      const items = await table.all({ pk: 'BOARD', from: 'GROUP#', to: `GROUP#${LAST}` });
      return table.documents<BoardGroup>(items);
    },
  };
}
