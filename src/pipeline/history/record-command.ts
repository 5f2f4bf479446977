import type { Command, CommandAction } from '#core/detection/command';
import type { Clock, CommandStore, EvaluationQueue } from '#core/ports';

export interface RecordCommandPorts {
  readonly clock: Clock;
  readonly commands: CommandStore;
  readonly evaluations: EvaluationQueue;
}

export interface CommandOrder {
  readonly group: string;
  /** Who asks: the name of their token. */
  readonly by: string;
  readonly action: CommandAction;
  /** At least 8 characters of a-z, 0-9 and `-` that nobody else has. */
  readonly unique: string;
}

/** Puts what a person asks for where the evaluator, the only writer of state, will find it. */
export async function recordCommand(
  order: CommandOrder,
  ports: RecordCommandPorts,
): Promise<Command> {
  const at = ports.clock.now();
  const command: Command = {
    schema: 1,
    id: `${String(at).padStart(13, '0')}-${order.unique}`,
    group: order.group,
    by: order.by,
    at,
    action: order.action,
  };
  await ports.commands.put(command);
  await ports.evaluations.send({ v: 1, group: order.group, at, reason: 'command' });
  return command;
}
