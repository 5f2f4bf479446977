import { COMMAND_LIMITS, type Command } from '#core/detection/command';
import { InvalidRequestError, UnknownNameError } from '#core/errors';
import type { Instant } from '#core/time/time';
import type { MaintenanceWindow } from '#core/watch/configuration';
import { neverMatches } from '#core/watch/maintenance';
import type { HistoryPorts } from './history-ports.ts';
import { checkStillOpen } from './still-open.ts';
import {
  type Author,
  boardGroup,
  checkRoom,
  checkSpan,
  groupNamedIn,
  groupOf,
  isRecent,
  record,
} from './write-commands.ts';

export interface MaintenanceOrder {
  /** Required if no service is named. */
  readonly group?: string | undefined;
  readonly window: WithoutId<MaintenanceWindow>;
}

export interface MaintenanceDone {
  readonly command: Command;
  readonly window: string;
  /** It began before it was declared. Stored figures change within two hours. */
  readonly retroactive: boolean;
}

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

/**
 * Throws UnknownNameError, InvalidRequestError, OutOfBoundsError, NotPossibleNowError,
 * TooManyCommandsError.
 */
export async function addMaintenance(
  { group: named, window }: MaintenanceOrder,
  author: Author,
  ports: HistoryPorts,
): Promise<MaintenanceDone> {
  const group = groupOf({ group: named, services: window.services }, ports);
  const id = `${group}.${author.unique}`;
  const whole = { ...window, id };
  if (neverMatches(whole)) {
    throw new InvalidRequestError('The window never matches.', 'Check its day and its times.');
  }
  if (window.type === 'once') {
    checkSpan(window, ports);
    await checkStillOpen({ group, services: window.services, from: window.from }, ports);
  }
  const { declared = [] } = await boardGroup(group, ports);
  checkRoom(declared.length, COMMAND_LIMITS.windows, 'windows');
  const action = { type: 'maintenance', window: whole } as const;
  const command = await record({ group, author, action }, ports);
  return { window: id, retroactive: isRetroactive(window, command.at), command };
}

function isRetroactive(window: WithoutId<MaintenanceWindow>, now: Instant): boolean {
  return window.type === 'once' && window.from < now;
}

/** Throws UnknownNameError, TooManyCommandsError. */
export async function endMaintenance(
  window: string,
  author: Author,
  ports: HistoryPorts,
): Promise<Command> {
  const group = groupNamedIn(window, ports);
  const { declared = [] } = await boardGroup(group, ports);
  const isKnown =
    declared.some(({ id }) => id === window) ||
    (await isRecent(
      group,
      ports,
      (action) => action.type === 'maintenance' && action.window.id === window,
    ));
  if (isKnown) return record({ group, author, action: { type: 'end-maintenance', window } }, ports);
  throw new UnknownNameError('There is no such window.', 'GET /v1/maintenance lists them.');
}
