import { TABLE } from '#contract/table';
import type { Command, CommandOutcome } from '#core/detection/command';
import type { CommandStore } from '#core/ports/people';
import { DAY } from '#core/time/time';
import { fromItem } from './item.ts';
import { LAST, type TableClient } from './table-client.ts';

const PREFIX = 'COMMAND#';

/**
 * `PEOPLE#<group>` / `COMMAND#<command id>`: the command, kept as long as a failed result.
 * `GROUP#<group>` / `OUTCOME#<command id>`: its outcome, where only the evaluator writes.
 */
export function createCommandStore(table: TableClient, keepDays: number): CommandStore {
  const partition = (group: string) => `${TABLE.peoplePrefix}${group}`;
  const outcomeKey = (group: string, id: string) => ({ pk: `GROUP#${group}`, sk: `OUTCOME#${id}` });
  return {
    async put(command) {
      await table.put(
        {
          key: { pk: partition(command.group), sk: `${PREFIX}${command.id}` },
          document: command,
          expiresAt: command.at + keepDays * DAY,
        },
        { text: 'attribute_not_exists(pk)' },
      );
    },

    async after(group, after) {
      const items = await table.all({
        pk: partition(group),
        from: `${PREFIX}${after}`,
        to: `${PREFIX}${LAST}`,
        consistent: true,
      });
      return table.documents<Command>(items).filter(({ id }) => id > after);
    },

    async get(group, id) {
      const item = await table.get({ pk: partition(group), sk: `${PREFIX}${id}` });
      return item && fromItem<Command>(item);
    },

    async outcome(group, id) {
      const item = await table.get(outcomeKey(group, id));
      return item && fromItem<CommandOutcome>(item);
    },

    async putOutcome(group, outcome) {
      await table.put({
        key: outcomeKey(group, outcome.command),
        document: outcome,
        expiresAt: outcome.at + keepDays * DAY,
      });
    },
  };
}
