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
    if (number > 1) yield itemOf(line, { number, file });
    else if (line !== HISTORY_HEADER) throw otherVersion(file);
  }
  if (number === 0) throw otherVersion(file);
}

function itemOf(
  line: string,
  { number, file }: { readonly number: number; readonly file: string },
): Item {
  try {
    return fromHistoryLine(line);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new InvalidInputError(
      {
        en: `Line ${number} of ${file} cannot be read: ${why}`,
        ko: `${file} 파일 ${number}번째 줄을 읽을 수 없습니다(원문: ${why}).`,
      },
      {
        en: 'Export again with the version that imports. Importing twice does no harm.',
        ko: '가져오는 버전으로 다시 내보내십시오. 두 번 가져와도 괜찮습니다.',
      },
    );
  }
}

function otherVersion(file: string): InvalidInputError {
  return new InvalidInputError(
    {
      en: `${file} is no history that this version reads: its first line is not ${HISTORY_HEADER}.`,
      ko: `${file} 파일은 이 버전이 읽는 이력이 아닙니다. 첫 줄이 ${HISTORY_HEADER}이(가) 아닙니다.`,
    },
    {
      en: 'Export and import with the same version of Bonghwa.',
      ko: '같은 버전의 봉화로 내보내고 가져오십시오.',
    },
  );
}

function unusable(file: string, error: unknown): InvalidInputError {
  const why = error instanceof Error ? error.message : String(error);
  return new InvalidInputError(
    { en: `${file} cannot be used: ${why}.`, ko: `${file} 파일을 쓸 수 없습니다(원문: ${why}).` },
    {
      en: 'Name a file in a folder that is yours.',
      ko: '읽고 쓸 수 있는 폴더의 파일을 지정하십시오.',
    },
  );
}

function count(counts: HistoryCounts, item: Item): void {
  const kind = historyKind(item);
  if (kind) counts[kind] = (counts[kind] ?? 0) + 1;
}
