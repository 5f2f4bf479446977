import type { OutageUpdate } from '#core/outage/update';
import type { HistoryPorts } from './history-ports.ts';
import { knownOutage } from './read-outages.ts';
import { checkPace } from './record-command.ts';
import type { Author } from './write-commands.ts';

export type UpdateOrder = Pick<OutageUpdate, 'outage' | 'status' | 'text' | 'audience'>;

/**
 * Stores what a person tells about an outage, with who and when. The public page shows it within a minute.
 * Throws UnknownNameError, TooManyCommandsError.
 */
export async function addUpdate(
  order: UpdateOrder,
  { by, unique }: Author,
  ports: HistoryPorts,
): Promise<OutageUpdate> {
  const { group } = await knownOutage(order.outage, ports);
  await checkPace(group, ports);
  const update = { ...order, id: unique, by, at: ports.clock.now() };
  await ports.updates.add(update);
  return update;
}

/** Oldest first, internal ones too. Throws UnknownNameError. */
export async function readUpdates(
  outage: string,
  ports: HistoryPorts,
): Promise<readonly OutageUpdate[]> {
  const { startedBetween } = await knownOutage(outage, ports);
  const all = await ports.updates.since(startedBetween.after ?? startedBetween.by);
  return all.filter((update) => update.outage === outage).toSorted((a, b) => a.at - b.at);
}
