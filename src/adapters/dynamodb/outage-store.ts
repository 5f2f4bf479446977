import type { Outage } from '#core/outage';
import type { OutageQuery, OutageStore } from '#core/ports';
import { DAY, type Instant } from '#core/time';
import { fromItem } from './item.ts';
import { listPage } from './list-page.ts';
import { type Expression, LAST, type TableClient } from './table-client.ts';

const PARTITION = 'OUTAGES';

/** A window also shows outages that reach into it from before, if they began within this. */
const REACH_BACK = 31 * DAY;

/** `OUTAGES` / `<date and minute in the id>#<id>`: in order of first failure, and found by id too. */
export function createOutageStore(table: TableClient): OutageStore {
  return {
    async put(outage) {
      const revision = outage.revision ?? 0;
      await table.put(
        {
          key: { pk: PARTITION, sk: position(outage.id) },
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

    async get(id) {
      const item = await table.get({ pk: PARTITION, sk: position(id) });
      return item && fromItem<Outage>(item);
    },

    list: (query) => {
      const filter = filterOf(query);
      return listPage<Outage>(table, {
        query: {
          pk: PARTITION,
          from: query.from === undefined ? '0' : kstStamp(query.from - REACH_BACK),
          to: query.to === undefined ? LAST : kstStamp(query.to),
          ...(filter ? { filter } : {}),
        },
        limit: query.limit,
        cursor: query.cursor,
        question: JSON.stringify(['outages', query.state, query.service]),
      });
    },
  };
}

/** The first entries tell how it began and the last how it ended; months of reminders may go. */
function fitted(outage: Outage): Outage {
  const { timeline, notes } = outage;
  if (timeline.length <= 400 && notes.length <= 100) return outage;
  const told =
    timeline.length <= 400 ? timeline : [...timeline.slice(0, 100), ...timeline.slice(-300)];
  return { ...outage, timeline: told, notes: notes.slice(-100) };
}

function position(id: string): string {
  return `${/\d{8}-\d{4}/.exec(id)?.[0] ?? '00000000-0000'}#${id}`;
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
