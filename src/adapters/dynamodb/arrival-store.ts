import { createHash } from 'node:crypto';
import { TABLE } from '#contract/table';
import { type Arrival, LINK_LASTS_MS } from '#core/notice/drill-arrival';
import type { ArrivalStore } from '#core/ports/people';
import { LAST, type TableClient } from './table-client.ts';

const PARTITION = `${TABLE.peoplePrefix}DRILLS`;

/**
 * `PEOPLE#DRILLS` / `CODE#<digest>`: the link of a drill, while it works. `PEOPLE#DRILLS` /
 * `ARRIVED#<label>`: when somebody last said that a drill had arrived; kept for good.
 */
export function createArrivalStore(table: TableClient): ArrivalStore {
  const codeKey = (code: string) => {
    const digest = createHash('sha256').update(code).digest('hex');
    return { pk: PARTITION, sk: `CODE#${digest}` };
  };
  return {
    async open(code, at) {
      await table.put({ key: codeKey(code), document: { at }, expiresAt: at + LINK_LASTS_MS });
    },

    async isOpen(code) {
      return (await table.get(codeKey(code))) !== undefined;
    },

    async put(arrival) {
      const key = { pk: PARTITION, sk: `ARRIVED#${arrival.label}` };
      await table.put({ key, document: arrival });
    },

    async list() {
      const query = { pk: PARTITION, from: 'ARRIVED#', to: `ARRIVED#${LAST}` };
      return table.documents<Arrival>(await table.all(query));
    },
  };
}
