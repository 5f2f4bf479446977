import type { Command, CommandOutcome } from '#core/detection/command';
import { UnknownNameError } from '#core/errors';
import type { HistoryPorts } from './history-ports.ts';

export interface CommandStatus {
  readonly command: Command;
  /** Absent until the evaluator has seen it. */
  readonly outcome: CommandOutcome | undefined;
}

/** Ids of commands in the form that people see: `<group>.<id>`. */
export function publicCommandId({ group, id }: Pick<Command, 'group' | 'id'>): string {
  return `${group}.${id}`;
}

/** State of a command. Throws UnknownNameError. */
export async function readCommand(
  publicId: string,
  { commands }: HistoryPorts,
): Promise<CommandStatus> {
  const dot = Math.max(0, publicId.lastIndexOf('.'));
  const [group, id] = [publicId.slice(0, dot), publicId.slice(dot + 1)];
  const [command, outcome] = await Promise.all([
    commands.get(group, id),
    commands.outcome(group, id),
  ]);
  if (command) return { command, outcome };
  throw new UnknownNameError('There is no such command.', 'What is posted answers with its id.');
}
