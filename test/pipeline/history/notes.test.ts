import { describe, expect, it } from 'vitest';
import { COMMAND_LIMITS, type CommandAction } from '#core/detection/command';
import { UnknownNameError } from '#core/errors';
import type { NumberedNote } from '#core/outage/outage';
import type { HistoryPorts } from '#pipeline/history/history-ports';
import { addNote, readNotes, withdrawNote } from '#pipeline/history/notes';
import { NotPossibleNowError } from '#pipeline/history/write-commands';
import { outageAt } from '../../adapters/dynamodb/samples.ts';
import { NINE_FIFTEEN } from '../../support/builders.ts';

const author = { by: 'minji', unique: '0123abcd' };
const outage = outageAt('20240718-0900');
const noteOf = (number: number): NumberedNote => ({ number, by: 'jiho', at: 1, text: '확인 중' });

/** `taken`: numbers that another request uses between the read and the write. */
function desk(notes: readonly NumberedNote[] = [], taken: readonly number[] = []) {
  const stored = new Map(notes.map((note) => [note.number, note]));
  const put: CommandAction[] = [];
  const ports = {
    clock: { now: () => NINE_FIFTEEN, secondsUntil: () => 0 },
    commands: {
      put: async ({ action }: { action: CommandAction }) => void put.push(action),
      after: async () => [],
    },
    evaluations: { send: async () => {} },
    outages: { get: async (id: string) => (id === outage.id ? outage : undefined) },
    notes: {
      add: async (_: string, note: NumberedNote) => {
        if (taken.includes(note.number) && !stored.has(note.number)) {
          stored.set(note.number, noteOf(note.number));
        }
        if (stored.has(note.number)) return false;
        stored.set(note.number, note);
        return true;
      },
      replace: async (_: string, note: NumberedNote) => void stored.set(note.number, note),
      get: async (_: string, number: number) => stored.get(number),
      list: async () => ({ items: [...stored.values()].toSorted((a, b) => b.number - a.number) }),
    },
  } as unknown as HistoryPorts;
  return { ports, put, stored };
}

const order = { outage: outage.id, text: '담당자 연락함' };

describe('a note of an outage', () => {
  it('has the next free number, from one on, with author and time', async () => {
    const { ports, put, stored } = desk();
    expect((await addNote(order, author, ports)).note).toBe(1);
    expect((await addNote(order, author, ports)).note).toBe(2);
    expect(stored.get(2)).toEqual({ number: 2, by: 'minji', at: NINE_FIFTEEN, text: order.text });
    expect(put).toEqual([1, 2].map((note) => ({ type: 'note', outage: outage.id, note })));
  });

  it('takes the next number if somebody else was faster', async () => {
    const { ports, stored } = desk([noteOf(1)], [2]);
    expect((await addNote(order, author, ports)).note).toBe(3);
    expect(stored.get(2)).toEqual(noteOf(2));
  });

  it('takes the last number at the limit, and is refused beyond it', async () => {
    const last = desk([noteOf(COMMAND_LIMITS.notes - 1)]);
    expect((await addNote(order, author, last.ports)).note).toBe(COMMAND_LIMITS.notes);
    await expect(addNote(order, author, last.ports)).rejects.toThrow(NotPossibleNowError);
    expect(last.stored.size).toBe(2);
  });

  it('that is withdrawn loses its text and keeps the name of the first person who withdrew it', async () => {
    const { ports, put, stored } = desk([noteOf(1)]);
    await withdrawNote({ outage: outage.id, note: 1 }, author, ports);
    await withdrawNote({ outage: outage.id, note: 1 }, { ...author, by: 'jiho' }, ports);
    const withdrawn = { by: 'minji', at: NINE_FIFTEEN };
    expect(stored.get(1)).toEqual({ ...noteOf(1), text: '', withdrawn });
    expect(put[0]).toEqual({ type: 'withdraw-note', outage: outage.id, note: 1 });
  });

  it('is refused where the outage or the note is not there', async () => {
    const { ports, put } = desk([noteOf(1)]);
    const nowhere = { ...order, outage: 'moel-19990101-0000' };
    await expect(addNote(nowhere, author, ports)).rejects.toThrow(UnknownNameError);
    await expect(readNotes({ outage: nowhere.outage, limit: 1 }, ports)).rejects.toThrow(
      UnknownNameError,
    );
    const missing = { outage: outage.id, note: 2 };
    await expect(withdrawNote(missing, author, ports)).rejects.toThrow('no such note');
    expect(put).toEqual([]);
    expect((await readNotes({ outage: outage.id, limit: 1 }, ports)).items).toHaveLength(1);
  });
});
