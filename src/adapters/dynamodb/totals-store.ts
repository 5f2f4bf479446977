import { VersionConflictError } from '#core/errors';
import type { Totals } from '#core/history/rollup';
import type { RollupStore } from '#core/ports/states';
import type { Period } from '#core/time/calendar';
import type { Instant } from '#core/time/time';
import { fromItem, type Item, type Key } from './item.ts';
import { toNumbers, toSeconds } from './rollup-document.ts';
import { isVersion, type TableClient } from './table-client.ts';

/** Totals of a group over one period: for each check its seconds by state, then its blips if any. */
interface TotalsDocument {
  readonly schema: 1;
  readonly checks: Readonly<Record<string, readonly number[]>>;
}

/** `GROUP#<id>` / `TOTALS#<period>#<start, ISO>`. */
export function createTotalsStore(table: TableClient): Pick<RollupStore, 'addTotals' | 'totals'> {
  return {
    async addTotals(group, rollups) {
      const byKey = Map.groupBy(rollups, ({ period, start }) => position(period, start));
      await Promise.all(
        [...byKey].map(([sk, own]) => addTo({ pk: `GROUP#${group}`, sk }, own, table)),
      );
    },

    async totals(group, period, from, to) {
      const items = await table.all({
        pk: `GROUP#${group}`,
        from: position(period, from),
        // Minus 1 ms, because the end of a key range is inclusive.
        to: position(period, to - 1),
      });
      return items.flatMap((item) => fromDocument(item, period));
    },
  };
}

async function addTo(key: Key, rollups: readonly Totals[], table: TableClient): Promise<void> {
  const item = await table.get(key, { consistent: true });
  const version = Number(item?.version?.N ?? 0);
  const added = rollups.map(({ check, seconds, blips }) => [
    check,
    [...toNumbers(seconds), ...(blips ? [blips] : [])],
  ]);
  const checks = { ...(item && checksOf(item)), ...Object.fromEntries(added) };
  const document: TotalsDocument = { schema: 1, checks };
  const attributes = { version: version + 1 };
  if (await table.put({ key, document, attributes }, isVersion(version))) return;
  throw new VersionConflictError(`${key.pk} ${key.sk} has moved on.`, 'Evaluate the group again.');
}

function checksOf(item: Item): TotalsDocument['checks'] {
  return fromItem<TotalsDocument>(item).checks;
}

function fromDocument(item: Item, period: Period): readonly Totals[] {
  const sk = item.sk?.S ?? '';
  const start = Date.parse(sk.slice(sk.lastIndexOf('#') + 1));
  return Object.entries(checksOf(item)).map(([check, numbers]) => {
    const blips = numbers[5];
    const totals = { check, period, start, seconds: toSeconds(numbers) };
    return blips === undefined ? totals : { ...totals, blips };
  });
}

function position(period: Period, start: Instant): string {
  return `TOTALS#${period}#${new Date(start).toISOString()}`;
}
