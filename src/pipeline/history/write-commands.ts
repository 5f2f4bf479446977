import type { Command, CommandAction } from '#core/detection/command';
import { BonghwaError, InvalidInputError, UnknownNameError } from '#core/errors';
import type { Instant } from '#core/time/time';
import type { MaintenanceWindow } from '#core/watch/configuration';
import { neverMatches } from '#core/watch/maintenance';
import { recordCommand } from '#pipeline/history/record-command';
import type { HistoryPorts } from './history-ports.ts';
import { knownOutage } from './read-outages.ts';
import { knownService } from './read-status.ts';

/** Who asks, and what makes the command's id unique. */
export interface Author {
  readonly by: string;
  /** 8 characters of 0-9 and a-f. */
  readonly unique: string;
}

/** The thing is in a state that does not allow what was asked. */
export class NotPossibleNowError extends BonghwaError {
  readonly name = 'NotPossibleNowError';
}

/** Throws UnknownNameError, NotPossibleNowError. */
export async function acknowledge(
  outageId: string,
  author: Author,
  ports: HistoryPorts,
): Promise<Command> {
  const { id, group, state } = await knownOutage(outageId, ports);
  if (state === 'closed') {
    throw new NotPossibleNowError('The outage is over.', 'Add a note instead: POST …/notes.');
  }
  return record({ group, author, action: { type: 'acknowledge', outage: id } }, ports);
}

/** Throws UnknownNameError. */
export async function addNote(
  { outage, text }: { readonly outage: string; readonly text: string },
  author: Author,
  ports: HistoryPorts,
): Promise<Command> {
  const { id, group } = await knownOutage(outage, ports);
  return record({ group, author, action: { type: 'note', outage: id, text } }, ports);
}

export interface SilenceOrder {
  /** Needed when no service is named. */
  readonly group?: string | undefined;
  /** Empty: the whole group. */
  readonly services: readonly string[];
  readonly from: Instant;
  readonly to: Instant;
  readonly reason: string;
}

/** Throws UnknownNameError, InvalidInputError. */
export async function addSilence(
  order: SilenceOrder,
  author: Author,
  ports: HistoryPorts,
): Promise<{ readonly command: Command; readonly silence: string }> {
  const group = groupOf(order, ports);
  const silence = `${group}.${author.unique}`;
  const { services, from, to, reason } = order;
  const action = { type: 'silence', silence, services, from, to, reason } as const;
  return { silence, command: await record({ group, author, action }, ports) };
}

/** Throws UnknownNameError. */
export async function endSilence(
  silence: string,
  author: Author,
  ports: HistoryPorts,
): Promise<Command> {
  const group = silence.slice(0, Math.max(0, silence.lastIndexOf('.')));
  const known = isGroup(group, ports) ? await ports.commands.after(group, '') : [];
  if (!known.some(({ action }) => action.type === 'silence' && action.silence === silence)) {
    throw new UnknownNameError('There is no such silence.', 'POST /v1/silences gave out its id.');
  }
  return record({ group, author, action: { type: 'unsilence', silence } }, ports);
}

export interface MaintenanceOrder {
  /** Needed when no service is named. */
  readonly group?: string | undefined;
  readonly window: WithoutId<MaintenanceWindow>;
}

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

/** Throws UnknownNameError, InvalidInputError. */
export async function addMaintenance(
  { group: named, window }: MaintenanceOrder,
  author: Author,
  ports: HistoryPorts,
): Promise<{ readonly command: Command; readonly window: string }> {
  const group = groupOf({ group: named, services: window.services }, ports);
  const id = `${group}.${author.unique}`;
  const whole = { ...window, id };
  if (neverMatches(whole)) {
    throw new InvalidInputError('The window never matches.', 'Check its day and its times.');
  }
  const action = { type: 'maintenance', window: whole } as const;
  return { window: id, command: await record({ group, author, action }, ports) };
}

/** Throws UnknownNameError. */
export async function endMaintenance(
  window: string,
  author: Author,
  ports: HistoryPorts,
): Promise<Command> {
  const group = window.slice(0, Math.max(0, window.lastIndexOf('.')));
  const known = isGroup(group, ports) ? await ports.commands.after(group, '') : [];
  if (!known.some(({ action }) => action.type === 'maintenance' && action.window.id === window)) {
    throw new UnknownNameError('There is no such window.', 'POST /v1/maintenance gave out its id.');
  }
  return record({ group, author, action: { type: 'end-maintenance', window } }, ports);
}

/** Throws UnknownNameError. */
export async function resetLogin(
  service: string,
  author: Author,
  ports: HistoryPorts,
): Promise<Command> {
  const { id, group } = knownService(service, ports.configuration);
  return record({ group, author, action: { type: 'login-reset', service: id } }, ports);
}

interface Recording {
  readonly group: string;
  readonly author: Author;
  readonly action: CommandAction;
}

function record({ group, author, action }: Recording, ports: HistoryPorts): Promise<Command> {
  return recordCommand({ group, by: author.by, unique: author.unique, action }, ports);
}

function isGroup(id: string, { configuration }: HistoryPorts): boolean {
  return configuration.catalogue.groups.some((group) => group.id === id);
}

function groupOf(order: Pick<SilenceOrder, 'group' | 'services'>, ports: HistoryPorts): string {
  const named = order.services.map((id) => knownService(id, ports.configuration).group);
  const groups = [...new Set([...named, ...(order.group === undefined ? [] : [order.group])])];
  const [group] = groups;
  if (group === undefined || groups.length > 1) {
    throw new InvalidInputError(
      'It belongs to one group.',
      'Name the group, or services of one group; two groups take two requests.',
    );
  }
  if (isGroup(group, ports)) return group;
  throw new UnknownNameError('There is no such group.', 'GET /v1/services names each one’s group.');
}
