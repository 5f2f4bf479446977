import { InvalidCursorError } from '#core/errors';
import type { ListPage } from '#core/ports/list-page';

interface Asked<T> {
  readonly limit: number;
  readonly cursor?: string;
  /** Names the query, so that a cursor of another query is refused. */
  readonly question: string;
  readonly idOf: (item: T) => string;
}

/** One page of `found`. A cursor holds the query and the last returned id. */
export function pageOf<T>(found: readonly T[], asked: Asked<T>): ListPage<T> {
  const { limit, cursor, question, idOf } = asked;
  const start = cursor === undefined ? 0 : positionAfter(found, cursor, asked);
  const items = found.slice(start, start + limit);
  const last = items.at(-1);
  if (!last || start + limit >= found.length) return { items };
  return { items, next: JSON.stringify([question, idOf(last)]) };
}

function positionAfter<T>(
  found: readonly T[],
  cursor: string,
  { question, idOf }: Asked<T>,
): number {
  const at = found.findIndex((item) => JSON.stringify([question, idOf(item)]) === cursor);
  if (at < 0) throw new InvalidCursorError('Not a cursor of this query.', 'Start again.');
  return at + 1;
}
