import { type Outage, withFacts } from '#core/outage/outage';
import type { Clock } from '#core/ports/ambient';
import type { OutageStore } from '#core/ports/outage-records';
import { fitted } from './fitted-outage.ts';
import { fromItem } from './item.ts';
import { daysInto, OUTAGES, positionOf, reachedDay } from './outage-keys.ts';
import { listOutages } from './outage-list.ts';
import type { TableClient } from './table-client.ts';

/**
 * `OUTAGES` / `<date and minute in the id>#<id>`: in order of the first failure, and found by id.
 * `OUTAGES#<date>` / the same: outages that lasted into that day. With it, a window finds earlier
 * outages without reading all before it.
 */
export function createOutageStore(table: TableClient, clock: Clock): OutageStore {
  async function get(id: string): Promise<Outage | undefined> {
    const item = await table.get({ pk: OUTAGES, sk: positionOf(id) });
    return item && withFacts(fromItem<Outage>(item));
  }

  return {
    get,
    list: (query) => listOutages(table, get, query),
    async put(outage) {
      const sk = positionOf(outage.id);
      // Days first, so that no record lacks them. A day without a record means nothing.
      await Promise.all(
        daysInto(outage, clock.now()).map((day) =>
          table.put({ key: { pk: reachedDay(day), sk }, document: outage.id }),
        ),
      );
      const revision = outage.revision ?? 0;
      await table.put(
        {
          key: { pk: OUTAGES, sk },
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
