import type { Outage } from '#core/outage/outage';
import type { Clock, ListPage, OutageQuery, OutageStore } from '#core/ports';
import { kstDay, kstDayStart } from '#core/time/kst';
import type { Instant } from '#core/time/time';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { fitted } from './fitted-outage.ts';
import { fromItem } from './item.ts';
import { listPage } from './list-page.ts';
import { type Expression, LAST, type TableClient } from './table-client.ts';

const PARTITION = 'OUTAGES';

/**
 * `OUTAGES` / `<date and minute in the id>#<id>`: in order of first failure, and found by id too.
 * `OUTAGES#<date>` / the same: which outages lasted into that day, so that a window finds those that
 * reach into it without reading what began before.
 */
export function createOutageStore(table: TableClient, clock: Clock): OutageStore {
  async function get(id: string): Promise<Outage | undefined> {
    const item = await table.get({ pk: PARTITION, sk: position(id) });
    return item && fromItem<Outage>(item);
  }

  async function list(query: OutageQuery): Promise<ListPage<Outage>> {
    const question = JSON.stringify(['outages', query.state, query.service]);
    const day = query.from === undefined ? undefined : kstStamp(query.from).slice(0, 8);
    const cursor = query.cursor === undefined ? undefined : decodeCursor(query.cursor, question);
    const begun =
      day !== undefined && cursor !== undefined && cursor < day
        ? { items: [] }
        : await begunSince(query, { day, question });
    if (begun.next !== undefined || day === undefined) return begun;
    const last = begun.items.at(-1);
    const reaching = await reachingInto(day, {
      query,
      before: cursor !== undefined && cursor < day ? cursor : day,
      wanted: query.limit - begun.items.length,
    });
    const items = [...begun.items, ...reaching.items];
    const end = reaching.items.at(-1) ?? last;
    return reaching.more && end
      ? { items, next: encodeCursor(position(end.id), question) }
      : { items };
  }

  function begunSince(
    query: OutageQuery,
    { day, question }: { readonly day: string | undefined; readonly question: string },
  ): Promise<ListPage<Outage>> {
    const filter = filterOf(query);
    return listPage<Outage>(table, {
      query: {
        pk: PARTITION,
        from: day ?? '0',
        to: query.to === undefined ? LAST : kstStamp(query.to),
        ...(filter ? { filter } : {}),
      },
      limit: query.limit,
      cursor: query.cursor,
      question,
    });
  }

  /** Newest first, those positioned before `before`; what holds of them is read from their record. */
  async function reachingInto(day: string, { query, before, wanted }: Reaching) {
    const markers = await table.all({ pk: marked(day), from: '0', to: before, newestFirst: true });
    const waiting = markers
      .map((item) => fromItem<string>(item))
      .filter((id) => position(id) < before);
    const found: Outage[] = [];
    while (waiting.length > 0 && found.length <= wanted) {
      const outages = await Promise.all(waiting.splice(0, wanted + 1).map(get));
      found.push(...outages.filter((outage) => outage !== undefined).filter(answers(query)));
    }
    return { items: found.slice(0, wanted), more: found.length > wanted };
  }

  return {
    get,
    list,
    async put(outage) {
      const sk = position(outage.id);
      // First, so that no record is without them; alone they mean nothing.
      await Promise.all(
        daysInto(outage, clock.now()).map((day) =>
          table.put({ key: { pk: marked(day), sk }, document: outage.id }),
        ),
      );
      const revision = outage.revision ?? 0;
      await table.put(
        {
          key: { pk: PARTITION, sk },
          document: fitted(outage),
          attributes: {
            state: outage.state,
            services: outage.incidents.map(({ service }) => service),
            ended: outage.endedBetween?.by,
            revision,
          },
        },
        {
          text: 'attribute_not_exists(revision) OR revision <= :revision',
          values: { ':revision': { N: String(revision) } },
        },
      );
    },
  };
}

interface Reaching {
  readonly query: OutageQuery;
  readonly before: string;
  readonly wanted: number;
}

function answers({ from = 0, state, service }: OutageQuery): (outage: Outage) => boolean {
  return (outage) =>
    (outage.endedBetween?.by ?? Number.POSITIVE_INFINITY) >= from &&
    (state === undefined || outage.state === state) &&
    (service === undefined || outage.incidents.some((incident) => incident.service === service));
}

function marked(day: string): string {
  return `${PARTITION}#${day}`;
}

/** While an outage goes on it is written often: only the days that may be new are marked. */
const NEW_DAYS = 2;

/** The KST days, `yyyymmdd`, at whose start the outage already was and not yet over. */
function daysInto({ id, state, endedBetween }: Outage, now: Instant): readonly string[] {
  const began = position(id).slice(0, 8);
  if (began === NO_DAY) return [];
  const last = kstDay(endedBetween?.by ?? now);
  const days: string[] = [];
  for (let day = last; kstStamp(kstDayStart(day)).slice(0, 8) > began; day -= 1) {
    if (state === 'open' && days.length === NEW_DAYS) break;
    days.push(kstStamp(kstDayStart(day)).slice(0, 8));
  }
  return days;
}

const NO_DAY = '00000000';

function position(id: string): string {
  return `${/\d{8}-\d{4}/.exec(id)?.[0] ?? `${NO_DAY}-0000`}#${id}`;
}

/** The stamp that an outage id of this moment has: KST minutes. */
function kstStamp(at: Instant): string {
  const [date = '', time = ''] = new Date(at + 9 * 3_600_000).toISOString().split('T');
  return `${date.replaceAll('-', '')}-${time.slice(0, 5).replace(':', '')}`;
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
