import { InvalidCursorError } from '#core/errors';
import type { ListPage } from '#core/ports/list-page';

interface Asked<T> {
  readonly limit: number;
  readonly cursor?: string;
  /** Names the question, so that a cursor of another one is refused. */
  readonly question: string;
  readonly idOf: (item: T) => string;
}

/** One page of `found`; a cursor is the question and the last id that was given out. */
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
