import type { WithheldService } from '#core/outage/withheld';
import type { WithheldStore } from '#core/ports/outage-records';
import { DAY, type Instant } from '#core/time/time';
import { fromItem } from './item.ts';
import type { TableClient } from './table-client.ts';

const KEEP_MS = 90 * DAY;

/** `SERVICE#<service>` / `WITHHELD#<time, ISO>`: one item for each change of the reason. */
export function createWithheldStore(table: TableClient): WithheldStore {
  return {
    async put(withheld) {
      await table.put({
        key: { pk: partition(withheld.service), sk: position(withheld.at) },
        document: withheld,
        expiresAt: withheld.at + KEEP_MS,
      });
    },

    async range(service, from, to) {
      const items = await table.all({
        pk: partition(service),
        from: position(from),
        to: position(to - 1),
      });
      return items.map((item) => fromItem<WithheldService>(item));
    },
  };
}

function partition(service: string): string {
  return `SERVICE#${service}`;
}

function position(at: Instant): string {
  return `WITHHELD#${new Date(at).toISOString()}`;
}
