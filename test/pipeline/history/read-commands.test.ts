import { describe, expect, it } from 'vitest';
import { UnknownNameError } from '#core/errors';
import type { HistoryPorts } from '#pipeline/history/history-ports';
import { publicCommandId, readCommand } from '#pipeline/history/read-commands';
import { commandAt } from '../../adapters/dynamodb/samples.ts';
import { aConfiguration, NINE_FIFTEEN } from '../../support/builders.ts';
import { memoryStores } from '../../support/memory/stores.ts';

describe('a command', () => {
  const clock = { now: () => NINE_FIFTEEN, secondsUntil: () => 0 };
  const stored = async (group: string) => {
    const { commands } = memoryStores(clock, aConfiguration().retentionDays);
    const command = commandAt(NINE_FIFTEEN, { group });
    await commands.put(command);
    return { command, commands, ports: { commands } as unknown as HistoryPorts };
  };

  it.each(['moel', 'a.group.with.dots'])(
    'of %s is found by the id that was answered',
    async (group) => {
      const { command, commands, ports } = await stored(group);
      const id = publicCommandId(command);
      expect(await readCommand(id, ports)).toEqual({ command, outcome: undefined });
      const outcome = { command: command.id, at: NINE_FIFTEEN };
      await commands.putOutcome(group, outcome);
      expect(await readCommand(id, ports)).toEqual({ command, outcome });
    },
  );

  it('is not found by another id', async () => {
    const { command, ports } = await stored('moel');
    for (const id of [command.id, `other.${command.id}`, 'moel', '']) {
      await expect(readCommand(id, ports)).rejects.toThrow(UnknownNameError);
    }
  });
});
