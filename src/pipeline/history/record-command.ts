import {
  COMMAND_LIMITS,
  type Command,
  type CommandAction,
  commandsAfter,
} from '#core/detection/command';
import { BonghwaError } from '#core/errors';
import type { Clock } from '#core/ports/ambient';
import type { CommandStore } from '#core/ports/people';
import type { EvaluationQueue } from '#core/ports/queues';
import { type Instant, SECOND } from '#core/time/time';

export interface RecordCommandPorts {
  readonly clock: Clock;
  readonly commands: Pick<CommandStore, 'put' | 'after'>;
  readonly evaluations: EvaluationQueue;
}

export interface CommandOrder {
  readonly group: string;
  /** Name of the caller's token. */
  readonly by: string;
  readonly action: CommandAction;
  /** Unique; at least 8 characters of a-z, 0-9 and `-`. */
  readonly unique: string;
}

/** One group got more commands than are accepted in a minute. */
export class TooManyCommandsError extends BonghwaError {
  readonly name = 'TooManyCommandsError';
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super(
      `A group takes ${COMMAND_LIMITS.taken} commands a minute.`,
      `Try again in ${retryAfterSeconds} s.`,
    );
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Throws TooManyCommandsError. */
export async function checkPace(
  group: string,
  { clock, commands }: Pick<RecordCommandPorts, 'clock' | 'commands'>,
): Promise<void> {
  const now = clock.now();
  const since = commandsAfter(now - COMMAND_LIMITS.window);
  const recent = (await commands.after(group, since)).filter(({ at }) => at <= now);
  if (recent.length < COMMAND_LIMITS.taken) return;
  throw new TooManyCommandsError(untilOneLeaves(recent, now));
}

function untilOneLeaves(recent: readonly Command[], now: Instant): number {
  const leaves = (recent.at(-COMMAND_LIMITS.taken)?.at ?? now) + COMMAND_LIMITS.window;
  return Math.max(1, Math.ceil((leaves + 1 - now) / SECOND));
}

/**
 * Stores a command for the evaluator, the only writer of state, and requests an evaluation. Commands
 * that wait together are folded by one. Throws TooManyCommandsError.
 */
export async function recordCommand(
  order: CommandOrder,
  ports: RecordCommandPorts,
): Promise<Command> {
  await checkPace(order.group, ports);
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
