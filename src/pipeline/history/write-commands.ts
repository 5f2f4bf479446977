import {
  COMMAND_LIMITS,
  type Command,
  type CommandAction,
  commandsAfter,
} from '#core/detection/command';
import { BonghwaError, InvalidRequestError, UnknownNameError } from '#core/errors';
import type { BoardGroup } from '#core/history/board';
import { DAY, type Instant, MINUTE } from '#core/time/time';
import { recordCommand } from '#pipeline/history/record-command';
import type { HistoryPorts } from './history-ports.ts';
import { knownOutage } from './read-outages.ts';
import { knownService } from './read-status.ts';

/** The caller, and the unique part of the command's id. */
export interface Author {
  readonly by: string;
  /** 8 characters of 0-9 and a-f. */
  readonly unique: string;
}

/** Conflicts with the current state. */
export class NotPossibleNowError extends BonghwaError {
  readonly name = 'NotPossibleNowError';
}

/** Valid, but not allowed: already over, too long, or too far ahead. */
export class OutOfBoundsError extends BonghwaError {
  readonly name = 'OutOfBoundsError';
}

/** A later begin is probably a typing error. */
const FARTHEST = 366 * DAY;

/** A longer silence should be declared as maintenance. */
const LONGEST = 31 * DAY;

/** Throws UnknownNameError, NotPossibleNowError, TooManyCommandsError. */
export function acknowledge(id: string, author: Author, ports: HistoryPorts): Promise<Command> {
  const remedy = 'Add a note instead: POST …/notes.';
  return recordOfOpen({ id, type: 'acknowledge', remedy }, author, ports);
}

/** Reminders continue. Throws UnknownNameError, NotPossibleNowError, TooManyCommandsError. */
export function unacknowledge(id: string, author: Author, ports: HistoryPorts): Promise<Command> {
  const remedy = 'There is nothing to remind of.';
  return recordOfOpen({ id, type: 'unacknowledge', remedy }, author, ports);
}

interface OpenOutageOrder {
  readonly id: string;
  readonly type: 'acknowledge' | 'unacknowledge';
  /** Remedy for a person who sends it after the outage. */
  readonly remedy: string;
}

async function recordOfOpen(
  { id, type, remedy }: OpenOutageOrder,
  author: Author,
  ports: HistoryPorts,
): Promise<Command> {
  const { group, state } = await knownOutage(id, ports);
  if (state === 'closed') throw new NotPossibleNowError('The outage is over.', remedy);
  return record({ group, author, action: { type, outage: id } }, ports);
}

export interface SilenceOrder {
  /** Required if no service is named. */
  readonly group?: string | undefined;
  /** Empty: the whole group. */
  readonly services: readonly string[];
  readonly from: Instant;
  readonly to: Instant;
  readonly reason: string;
}

/**
 * Throws UnknownNameError, InvalidRequestError, OutOfBoundsError, NotPossibleNowError,
 * TooManyCommandsError.
 */
export async function addSilence(
  order: SilenceOrder,
  author: Author,
  ports: HistoryPorts,
): Promise<{ readonly command: Command; readonly silence: string }> {
  const group = groupOf(order, ports);
  checkSpan(order, ports);
  if (order.to <= ports.clock.now()) {
    throw new OutOfBoundsError('The silence is over already.', 'Give an end that is to come.');
  }
  const { silences = [] } = await boardGroup(group, ports);
  checkRoom(silences.length, COMMAND_LIMITS.silences, 'silences');
  const silence = `${group}.${author.unique}`;
  const { services, from, to, reason } = order;
  const action = { type: 'silence', silence, services, from, to, reason } as const;
  return { silence, command: await record({ group, author, action }, ports) };
}

/** Throws UnknownNameError, TooManyCommandsError. */
export async function endSilence(
  silence: string,
  author: Author,
  ports: HistoryPorts,
): Promise<Command> {
  const group = groupNamedIn(silence, ports);
  const { silences = [] } = await boardGroup(group, ports);
  const isKnown =
    silences.some(({ id }) => id === silence) ||
    (await isRecent(group, ports, (action) => 'silence' in action && action.silence === silence));
  if (isKnown) return record({ group, author, action: { type: 'unsilence', silence } }, ports);
  throw new UnknownNameError('There is no such silence.', 'GET /v1/silences lists them.');
}

/** Throws UnknownNameError, TooManyCommandsError. */
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

/** Throws TooManyCommandsError. */
export function record(
  { group, author, action }: Recording,
  ports: HistoryPorts,
): Promise<Command> {
  return recordCommand({ group, by: author.by, unique: author.unique, action }, ports);
}

export function checkSpan(
  { from, to }: { readonly from: Instant; readonly to: Instant },
  { clock }: HistoryPorts,
): void {
  if (to - from > LONGEST) {
    throw new OutOfBoundsError('It lasts longer than 31 days.', 'Declare it in parts.');
  }
  if (from - clock.now() > FARTHEST) {
    throw new OutOfBoundsError('It begins more than a year from now.', 'Check the year.');
  }
}

/** Throws NotPossibleNowError at the limit. */
export function checkRoom(held: number, most: number, what: string): void {
  if (held < most) return;
  throw new NotPossibleNowError(
    `There are ${most} ${what} already.`,
    'No more are taken; end some first, where they can be ended.',
  );
}

/** The group's part of the board. Empty before its first evaluation. */
export async function boardGroup(
  id: string,
  { board }: HistoryPorts,
): Promise<Pick<BoardGroup, 'silences' | 'declared'>> {
  return (await board.get()).find(({ group }) => group === id) ?? {};
}

/** Age of commands that the board may not show yet. */
const NOT_YET_SHOWN = 10 * MINUTE;

export async function isRecent(
  group: string,
  { commands, clock }: HistoryPorts,
  matches: (action: CommandAction) => boolean,
): Promise<boolean> {
  const recent = await commands.after(group, commandsAfter(clock.now() - NOT_YET_SHOWN));
  return recent.some(({ action }) => matches(action));
}

/** The group in `<group>.<random>`. Throws UnknownNameError. */
export function groupNamedIn(id: string, ports: HistoryPorts): string {
  const group = id.slice(0, Math.max(0, id.lastIndexOf('.')));
  if (isGroup(group, ports)) return group;
  throw new UnknownNameError('There is no such id.', 'What is posted answers with its id.');
}

function isGroup(id: string, { configuration }: HistoryPorts): boolean {
  return configuration.catalogue.groups.some((group) => group.id === id);
}

export function groupOf(
  order: Pick<SilenceOrder, 'group' | 'services'>,
  ports: HistoryPorts,
): string {
  const named = order.services.map((id) => knownService(id, ports.configuration).group);
  const groups = [...new Set([...named, ...(order.group === undefined ? [] : [order.group])])];
  const [group] = groups;
  if (group === undefined || groups.length > 1) {
    throw new InvalidRequestError(
      'It belongs to one group.',
      'Name the group, or services of one group; two groups take two requests.',
    );
  }
  if (isGroup(group, ports)) return group;
  throw new UnknownNameError('There is no such group.', 'GET /v1/services names each one’s group.');
}
