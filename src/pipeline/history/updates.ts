import { COMMAND_LIMITS } from '#core/detection/command';
import type { OutageUpdate } from '#core/outage/update';
import type { HistoryPorts } from './history-ports.ts';
import { knownOutage } from './read-outages.ts';
import { checkPace } from './record-command.ts';
import { type Author, checkRoom, record } from './write-commands.ts';

export type UpdateOrder = Pick<OutageUpdate, 'outage' | 'status' | 'text' | 'audience'>;

/**
 * Stores a person's update about an outage, with author and time. The public page shows it within a
 * minute. Throws UnknownNameError, NotPossibleNowError, TooManyCommandsError.
 */
export async function addUpdate(
  order: UpdateOrder,
  author: Author,
  ports: HistoryPorts,
): Promise<OutageUpdate> {
  const { outage } = order;
  const [{ group }, told] = await Promise.all([
    knownOutage(outage, ports),
    readUpdates(outage, ports),
  ]);
  checkRoom(told.length, COMMAND_LIMITS.updates, 'updates');
  await checkPace(group, ports);
  const update = { ...order, id: author.unique, by: author.by, at: ports.clock.now() };
  await ports.updates.add(update);
  await record({ group, author, action: { type: 'update', outage, update: update.id } }, ports);
  return update;
}

/** Oldest first, including internal ones. Throws UnknownNameError. */
export async function readUpdates(
  outage: string,
  ports: HistoryPorts,
): Promise<readonly OutageUpdate[]> {
  const { startedBetween } = await knownOutage(outage, ports);
  const all = await ports.updates.since(startedBetween.after ?? startedBetween.by);
  return all.filter((update) => update.outage === outage).toSorted((a, b) => a.at - b.at);
}
