import { COMMAND_LIMITS, type Command } from '#core/detection/command';
import { UnknownNameError } from '#core/errors';
import type { NumberedNote } from '#core/outage/outage';
import type { ListPage } from '#core/ports/list-page';
import type { NoteQuery } from '#core/ports/people';
import type { HistoryPorts } from './history-ports.ts';
import { knownOutage } from './read-outages.ts';
import { checkPace } from './record-command.ts';
import { type Author, NotPossibleNowError, record } from './write-commands.ts';

export interface NoteDone {
  readonly command: Command;
  readonly note: number;
}

/**
 * Stores a note beside the outage's record, under the next free number. Throws UnknownNameError,
 * NotPossibleNowError, TooManyCommandsError.
 */
export async function addNote(
  { outage, text }: { readonly outage: string; readonly text: string },
  author: Author,
  ports: HistoryPorts,
): Promise<NoteDone> {
  const { group } = await knownOutage(outage, ports);
  await checkPace(group, ports);
  const note = await addNumbered(outage, { by: author.by, at: ports.clock.now(), text }, ports);
  const action = { type: 'note', outage, note } as const;
  return { note, command: await record({ group, author, action }, ports) };
}

async function addNumbered(
  outage: string,
  note: Omit<NumberedNote, 'number'>,
  { notes }: HistoryPorts,
): Promise<number> {
  for (;;) {
    const { items } = await notes.list({ outage, limit: 1 });
    const number = (items[0]?.number ?? 0) + 1;
    if (number > COMMAND_LIMITS.notes) {
      throw new NotPossibleNowError(
        `The outage has ${COMMAND_LIMITS.notes} notes, more are not kept.`,
        'Write on in a document of your own, and withdraw nothing: numbers are not given twice.',
      );
    }
    if (await notes.add(outage, { ...note, number })) return number;
  }
}

/** Deletes the text of a note. Throws UnknownNameError, TooManyCommandsError. */
export async function withdrawNote(
  { outage, note: number }: { readonly outage: string; readonly note: number },
  author: Author,
  ports: HistoryPorts,
): Promise<NoteDone> {
  const { group } = await knownOutage(outage, ports);
  const note = await ports.notes.get(outage, number);
  if (!note) {
    throw new UnknownNameError('There is no such note.', `GET /v1/outages/${outage}/notes`);
  }
  const action = { type: 'withdraw-note', outage, note: number } as const;
  const command = await record({ group, author, action }, ports);
  const withdrawn = note.withdrawn ?? { by: author.by, at: command.at };
  await ports.notes.replace(outage, { ...note, text: '', withdrawn });
  return { note: number, command };
}

/** Newest first. Throws UnknownNameError, InvalidCursorError. */
export async function readNotes(
  query: NoteQuery,
  ports: HistoryPorts,
): Promise<ListPage<NumberedNote>> {
  await knownOutage(query.outage, ports);
  return ports.notes.list(query);
}
