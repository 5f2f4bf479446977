import { open, rename, rm, writeFile } from 'node:fs/promises';
import {
  addHistoryItem,
  type HistoryKind,
  type HistoryTable,
  historyItems,
  historyKind,
} from '#adapters/dynamodb/history-items';
import { fromHistoryLine, HISTORY_HEADER, toHistoryLine } from '#adapters/dynamodb/history-line';
import type { Item } from '#adapters/dynamodb/item';
import { InvalidInputError } from '#core/errors';
import type { Instant } from '#core/time/time';

/** Items by kind. */
export type HistoryCounts = Partial<Record<HistoryKind, number>>;

export interface Imported {
  readonly added: HistoryCounts;
  /** Items that exist already, or in a later state. */
  readonly kept: HistoryCounts;
}

/** Writes a complete file or none. Throws InvalidInputError if it cannot be written. */
export async function exportHistory(
  table: HistoryTable,
  file: string,
  now: Instant,
): Promise<HistoryCounts> {
  const counts: HistoryCounts = {};
  const partial = `${file}.partial`;
  const target = await open(partial, 'w', 0o600).catch((error: unknown) => {
    throw unusable(file, error);
  });
  try {
    await writeFile(target, linesOf(historyItems(table, now), counts));
    await target.close();
    await rename(partial, file);
    return counts;
  } catch (error) {
    await target.close();
    await rm(partial, { force: true });
    throw error;
  }
}

async function* linesOf(items: AsyncIterable<Item>, counts: HistoryCounts): AsyncGenerator<string> {
  yield `${HISTORY_HEADER}\n`;
  for await (const item of items) {
    count(counts, item);
    yield `${toHistoryLine(item)}\n`;
  }
}

/** Simultaneous writes. */
const AT_ONCE = 25;

/**
 * Importing the same file twice adds nothing the second time. Throws InvalidInputError that names
 * the line. Items before that line are then imported.
 */
export async function importHistory(table: HistoryTable, file: string): Promise<Imported> {
  const imported = { added: {}, kept: {} };
  let waiting: Item[] = [];
  const write = async () => {
    const items = waiting;
    waiting = [];
    const added = await Promise.all(items.map((item) => addHistoryItem(table, item)));
    for (const [index, item] of items.entries()) {
      count(added[index] ? imported.added : imported.kept, item);
    }
  };
  for await (const item of itemsOf(file)) {
    waiting.push(item);
    if (waiting.length === AT_ONCE) await write();
  }
  await write();
  return imported;
}

async function* itemsOf(file: string): AsyncGenerator<Item> {
  const source = await open(file).catch((error: unknown) => {
    throw unusable(file, error);
  });
  let number = 0;
  for await (const line of source.readLines()) {
    number += 1;
    if (number > 1) yield itemOf(line, `line ${number} of ${file}`);
    else if (line !== HISTORY_HEADER) throw otherVersion(file);
  }
  if (number === 0) throw otherVersion(file);
}

function itemOf(line: string, where: string): Item {
  try {
    return fromHistoryLine(line);
  } catch (error) {
    throw new InvalidInputError(
      `${where} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      'Export again with the version that imports. Importing twice does no harm.',
    );
  }
}

function otherVersion(file: string): InvalidInputError {
  return new InvalidInputError(
    `${file} is no history that this version reads: its first line is not ${HISTORY_HEADER}.`,
    'Export and import with the same version of Bonghwa.',
  );
}

function unusable(file: string, error: unknown): InvalidInputError {
  return new InvalidInputError(
    `${file} cannot be used: ${error instanceof Error ? error.message : String(error)}.`,
    'Name a file in a folder that is yours.',
  );
}

function count(counts: HistoryCounts, item: Item): void {
  const kind = historyKind(item);
  if (kind) counts[kind] = (counts[kind] ?? 0) + 1;
}
