import type { Command } from '#core/detection/command';
import type { CommandStore } from '#core/ports';
import { DAY } from '#core/time/time';
import { fromItem } from './item.ts';
import { LAST, type TableClient } from './table-client.ts';

const PREFIX = 'COMMAND#';

/** `GROUP#<id>` / `COMMAND#<command id>`: who asked for what, kept as long as a failed result. */
export function createCommandStore(table: TableClient, keepDays: number): CommandStore {
  return {
    async put(command) {
      await table.put(
        {
          key: { pk: `GROUP#${command.group}`, sk: `${PREFIX}${command.id}` },
          document: command,
          expiresAt: command.at + keepDays * DAY,
        },
        { text: 'attribute_not_exists(pk)' },
      );
    },

    async after(group, after) {
      const items = await table.all({
        pk: `GROUP#${group}`,
        from: `${PREFIX}${after}`,
        to: `${PREFIX}${LAST}`,
        consistent: true,
      });
      return items.map((item) => fromItem<Command>(item)).filter(({ id }) => id > after);
    },
  };
}
