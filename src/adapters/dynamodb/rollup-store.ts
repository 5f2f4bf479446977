import type { Rollup } from '#core/history/rollup';
import type { RollupStore } from '#core/ports/states';
import type { Period } from '#core/time/calendar';
import type { Instant } from '#core/time/time';
import { fromItem, type Item } from './item.ts';
import {
  fromDocument,
  fromLayersDocument,
  type LayersDocument,
  type RollupDocument,
  toDocument,
  toLayersDocument,
} from './rollup-document.ts';
import type { TableClient } from './table-client.ts';
import { createTotalsStore } from './totals-store.ts';

/**
 * `CHECK#<id>` / `ROLLUP#<period>#<start, ISO>`, and `LAYERS#…` beside it for data that most
 * queries do not need.
 */
export function createRollupStore(table: TableClient): RollupStore {
  const read =
    (consistent: boolean): RollupStore['range'] =>
    async (check, period, from, to) => {
      const items = await itemsOf('ROLLUP', { check, period, from, to, consistent });
      return items.map((item) =>
        fromDocument(fromItem<RollupDocument | Rollup>(item), {
          check,
          period,
          start: startOf(item),
        }),
      );
    };
  const readLayers =
    (consistent: boolean): RollupStore['range'] =>
    async (check, period, from, to) => {
      const [rollups, items] = await Promise.all([
        read(consistent)(check, period, from, to),
        itemsOf('LAYERS', { check, period, from, to, consistent }),
      ]);
      const layers = new Map(
        items.map((item) => [startOf(item), fromLayersDocument(fromItem<LayersDocument>(item))]),
      );
      return rollups.map((rollup) => {
        const own = layers.get(rollup.start);
        return own ? { ...rollup, layers: own } : rollup;
      });
    };
  const itemsOf = (part: Part, { check, period, from, to, consistent }: Asked) =>
    table.all({
      pk: `CHECK#${check}`,
      from: position(part, period, from),
      // Minus 1 ms, because the end of a key range is inclusive.
      to: position(part, period, to - 1),
      consistent,
    });
  const put = (part: Part, { check, period, start, frozen }: Rollup, document: unknown) =>
    table.put(
      {
        key: { pk: `CHECK#${check}`, sk: position(part, period, start) },
        document,
        attributes: { frozen: frozen ? 1 : undefined },
      },
      { text: 'attribute_not_exists(frozen)' },
    );
  return {
    async put(rollup) {
      if (rollup.layers) await put('LAYERS', rollup, toLayersDocument(rollup.layers));
      await put('ROLLUP', rollup, toDocument(rollup));
    },

    range: read(false),
    withLayers: readLayers(false),
    exactRange: readLayers(true),
    ...createTotalsStore(table),
  };
}

type Part = 'ROLLUP' | 'LAYERS';

interface Asked {
  readonly check: string;
  readonly period: Period;
  readonly from: Instant;
  readonly to: Instant;
  readonly consistent: boolean;
}

function position(part: Part, period: Period, start: Instant): string {
  return `${part}#${period}#${new Date(start).toISOString()}`;
}

function startOf(item: Item): Instant {
  const sk = item.sk?.S ?? '';
  return Date.parse(sk.slice(sk.lastIndexOf('#') + 1));
}
