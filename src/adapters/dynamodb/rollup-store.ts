import type { Rollup } from '#core/history/rollup';
import type { RollupStore } from '#core/ports/states';
import type { Period } from '#core/time/calendar';
import type { Instant } from '#core/time/time';
import { fromItem, type Item } from './item.ts';
import { fromDocument, type RollupDocument, toDocument } from './rollup-document.ts';
import type { TableClient } from './table-client.ts';

/** `CHECK#<id>` / `ROLLUP#<period>#<start, ISO>`. */
export function createRollupStore(table: TableClient): RollupStore {
  const read =
    (consistent: boolean): RollupStore['range'] =>
    async (check, period, from, to) => {
      const items = await table.all({
        pk: `CHECK#${check}`,
        from: position(period, from),
        // One ms less makes the inclusive end of a key range exclusive.
        to: position(period, to - 1),
        consistent,
      });
      return items.map((item) =>
        fromDocument(fromItem<RollupDocument | Rollup>(item), {
          check,
          period,
          start: startOf(item),
        }),
      );
    };
  return {
    async put(rollup) {
      await table.put(
        {
          key: { pk: `CHECK#${rollup.check}`, sk: position(rollup.period, rollup.start) },
          document: toDocument(rollup),
          attributes: { frozen: rollup.frozen ? 1 : undefined },
        },
        { text: 'attribute_not_exists(frozen)' },
      );
    },

    range: read(false),
    exactRange: read(true),
  };
}

function position(period: Period, start: Instant): string {
  return `ROLLUP#${period}#${new Date(start).toISOString()}`;
}

function startOf(item: Item): Instant {
  const sk = item.sk?.S ?? '';
  return Date.parse(sk.slice(sk.lastIndexOf('#') + 1));
}
