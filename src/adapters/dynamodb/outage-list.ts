import { defined } from '#core/defined';
import { type Outage, withFacts } from '#core/outage/outage';
import { dayStamp, startStamp } from '#core/outage/outage-id';
import type { ListPage } from '#core/ports/list-page';
import type { OutageQuery, OutageStore } from '#core/ports/outage-records';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { fromItem } from './item.ts';
import { listPage } from './list-page.ts';
import { OUTAGES, positionOf, reachedDay } from './outage-keys.ts';
import { type Expression, LAST, type TableClient } from './table-client.ts';

interface Listing {
  readonly table: TableClient;
  readonly get: OutageStore['get'];
  readonly query: OutageQuery;
  /** First day of the window, `yyyymmdd`. */
  readonly day: string | undefined;
  /** The query that the cursor belongs to. */
  readonly question: string;
}

/** Newest first: outages that began in the window, then those that last into its first day. */
export async function listOutages(
  table: TableClient,
  get: OutageStore['get'],
  query: OutageQuery,
): Promise<ListPage<Outage>> {
  const question = JSON.stringify(['outages', query.state, query.service]);
  const day = query.from === undefined ? undefined : dayStamp(query.from);
  const listing = { table, get, query, day, question };
  const cursor = query.cursor === undefined ? undefined : decodeCursor(query.cursor, question);
  const isPastWindow = day !== undefined && cursor !== undefined && cursor < day;
  const begun = isPastWindow ? { items: [] } : await begunSince(listing);
  if (begun.next !== undefined || day === undefined) return begun;
  const reaching = await reachingInto(day, {
    ...listing,
    before: isPastWindow ? cursor : day,
    wanted: query.limit - begun.items.length,
  });
  const items = [...begun.items, ...reaching.items];
  const end = items.at(-1);
  return reaching.more && end
    ? { items, next: encodeCursor(positionOf(end.id), question) }
    : { items };
}

async function begunSince({ table, query, day, question }: Listing): Promise<ListPage<Outage>> {
  const filter = filterOf(query);
  const page = await listPage<Outage>(table, {
    query: {
      pk: OUTAGES,
      from: day ?? '0',
      to: query.to === undefined ? LAST : startStamp(query.to),
      ...defined({ filter }),
    },
    limit: query.limit,
    cursor: query.cursor,
    question,
  });
  return { ...page, items: page.items.map(withFacts) };
}

interface Reaching extends Listing {
  readonly before: string;
  readonly wanted: number;
}

/** Newest first, positioned before `before`. Their records show whether they match. */
async function reachingInto(day: string, { table, get, query, before, wanted }: Reaching) {
  const markers = await table.all({
    pk: reachedDay(day),
    from: '0',
    to: before,
    newestFirst: true,
  });
  const waiting = markers
    .map((item) => fromItem<string>(item))
    .filter((id) => positionOf(id) < before);
  const found: Outage[] = [];
  while (waiting.length > 0 && found.length <= wanted) {
    const outages = await Promise.all(waiting.splice(0, wanted + 1).map(get));
    found.push(...outages.filter((outage) => outage !== undefined).filter(answers(query)));
  }
  return { items: found.slice(0, wanted), more: found.length > wanted };
}

function answers({ from = 0, state, service }: OutageQuery): (outage: Outage) => boolean {
  return (outage) =>
    (outage.endedBetween?.by ?? Number.POSITIVE_INFINITY) >= from &&
    (state === undefined || outage.state === state) &&
    (service === undefined || outage.incidents.some((incident) => incident.service === service));
}

function filterOf({ from, state, service }: OutageQuery): Expression | undefined {
  const parts = [
    state === undefined
      ? undefined
      : { name: 'state', text: '#state = :state', value: { S: state } },
    service === undefined
      ? undefined
      : { name: 'services', text: 'contains(#services, :services)', value: { S: service } },
    from === undefined
      ? undefined
      : {
          name: 'ended',
          text: '(attribute_not_exists(#ended) OR #ended >= :ended)',
          value: { N: String(from) },
        },
  ].filter((part) => part !== undefined);
  if (parts.length === 0) return undefined;
  return {
    text: parts.map(({ text }) => text).join(' AND '),
    names: Object.fromEntries(parts.map(({ name }) => [`#${name}`, name])),
    values: Object.fromEntries(parts.map(({ name, value }) => [`:${name}`, value])),
  };
}
