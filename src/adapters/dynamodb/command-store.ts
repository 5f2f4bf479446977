import type { Command } from '#core/detection/command';
import type { CommandStore } from '#core/ports';
import { DAY } from '#core/time/time';
import { LAST, type TableClient } from './table-client.ts';

const PREFIX = 'COMMAND#';

/**
 * `COMMANDS#<group>` / `COMMAND#<command id>`, apart from the group's state, which the API may not
 * write. Who asked for what, kept as long as a failed result.
 */
export function createCommandStore(table: TableClient, keepDays: number): CommandStore {
  return {
    async put(command) {
      await table.put(
        {
          key: { pk: `COMMANDS#${command.group}`, sk: `${PREFIX}${command.id}` },
          document: command,
          expiresAt: command.at + keepDays * DAY,
        },
        { text: 'attribute_not_exists(pk)' },
      );
    },

    async after(group, after) {
      const items = await table.all({
        pk: `COMMANDS#${group}`,
        from: `${PREFIX}${after}`,
        to: `${PREFIX}${LAST}`,
        consistent: true,
      });
      return table.documents<Command>(items).filter(({ id }) => id > after);
    },
  };
}
