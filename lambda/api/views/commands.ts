import type { z } from '@hono/zod-openapi';
import type { Command, CommandAction } from '#core/detection/command';
import type * as schemas from '#lambda/api/schemas/commands';
import { type CommandStatus, publicCommandId } from '#pipeline/history/read-commands';
import { iso, isoOrNull } from './time.ts';

export function commandView(command: Command) {
  const { group, by, at } = command;
  return { command: publicCommandId(command), group, by, at: iso(at) };
}

export function commandStatusView({
  command,
  outcome,
}: CommandStatus): z.infer<typeof schemas.commandStatus> {
  return {
    ...commandView(command),
    action: command.action.type,
    about: subjectOf(command.action) ?? command.group,
    state: outcome === undefined ? 'recorded' : outcome.refused ? 'refused' : 'done',
    refused: outcome?.refused ?? null,
    foldedAt: isoOrNull(outcome?.at),
  };
}

function subjectOf(action: CommandAction): string | undefined {
  if ('outage' in action) return action.outage;
  if ('silence' in action) return action.silence;
  if ('service' in action) return action.service;
  if (!('window' in action)) return undefined;
  return typeof action.window === 'string' ? action.window : action.window.id;
}
