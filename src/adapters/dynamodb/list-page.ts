import { defined } from '#core/defined';
import { InvalidCursorError } from '#core/errors';
import type { ListPage } from '#core/ports/list-page';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { Item, Key } from './item.ts';
import type { RangeQuery, TableClient } from './table-client.ts';

/** Maximum number of items that one request reads. A page may be short and have a cursor. */
const MOST_SCANNED = 2_000;

export interface Listing<T> {
  readonly query: RangeQuery;
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** Identifies the query, so that a cursor of another one is refused. */
  readonly question: string;
  /** Partition of the items themselves, if the query reads an index. */
  readonly itemPk?: string;
  readonly isWhole?: (document: T) => boolean;
}

/** One page of documents, newest first. Throws InvalidCursorError. */
export async function listPage<T>(table: TableClient, listing: Listing<T>): Promise<ListPage<T>> {
  const { query, limit, question } = listing;
  const pk = listing.itemPk ?? query.pk;
  const found: Item[] = [];
  let after = startOf(listing, pk);
  let scanned = 0;
  do {
    const page = await table.page({
      ...query,
      newestFirst: true,
      limit: nextLimit({ wanted: limit + 1, found: found.length, scanned }),
      ...defined({ after }),
    });
    found.push(...page.items);
    scanned += page.scanned;
    after = page.last;
  } while (after && found.length <= limit && scanned < MOST_SCANNED);

  const items = found.slice(0, limit);
  const end = found.length > limit ? items.at(-1)?.sk?.S : after?.sk;
  return {
    items: table.documents(items, listing.isWhole),
    ...(end === undefined ? {} : { next: encodeCursor(end, question) }),
  };
}

/** One more than wanted shows whether there is a next page. A filter that hides many needs more. */
function nextLimit({ wanted, found, scanned }: { wanted: number; found: number; scanned: number }) {
  const missing = wanted - found;
  if (scanned === 0) return missing;
  const hitRate = Math.max(found, 1) / scanned;
  return Math.min(500, Math.ceil((missing / hitRate) * 1.2));
}

function startOf<T>({ query, cursor, question }: Listing<T>, pk: string): Key | undefined {
  if (cursor === undefined) return undefined;
  const sk = decodeCursor(cursor, question);
  if (sk >= query.from && sk <= query.to) return { pk, sk };
  throw new InvalidCursorError(
    'This cursor lies outside the window asked for.',
    'Keep from and to as they were, or start again without a cursor.',
  );
}
