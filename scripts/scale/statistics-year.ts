import type { Stores } from '#adapters/dynamodb/stores';
import type { Totals } from '#core/history/rollup';
import { bucketStart, HOME_ZONE, nextBucket, type Period } from '#core/time/calendar';
import { DAY, HOUR, type Instant, SECOND } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';
import { readStatistics } from '#pipeline/history/read-statistics';
import type { MemoryTable } from './memory-table.ts';

export interface Year {
  readonly table: MemoryTable;
  readonly stores: Stores;
  readonly configuration: Configuration;
  readonly group: string;
}

/** 31 July 2024, 23:30 in Korea: no other time has more days and hours that are not summed yet. */
const NOW = Date.UTC(2024, 6, 31, 14, 30);

/** Writes a year of a group's totals at their largest, and reads its statistics. Returns the units. */
export async function unitsOfYear({ table, group, ...ports }: Year) {
  const clock = { now: () => NOW, secondsUntil: () => 0 };
  const from = NOW - 365 * DAY;
  const { rollups } = ports.stores;
  const checks = ports.configuration.catalogue.checks.filter((check) => check.group === group);
  for (const { period, start } of periodsOf(from, NOW)) {
    const totals = checks.map(({ id }, index) => totalsOf({ check: id, period, start }, index));
    await rollups.addTotals(group, totals);
  }
  const written = table.take();
  const query = { of: { group }, from, to: NOW, target: 0.999 } as const;
  const began = performance.now();
  const { uptime } = await readStatistics(query, { ...ports.stores, ...ports, clock });
  const ms = performance.now() - began;
  if (uptime.seconds.down === 0) throw new Error('The totals were not read.');
  return { readUnits: table.take().readUnits, writeUnits: written.writeUnits, ms };
}

/** Months that are over, then days of the month that goes on, then hours of today. */
function* periodsOf(from: Instant, now: Instant) {
  let start = bucketStart(from, 'month', HOME_ZONE);
  for (const period of ['month', 'day', 'hour'] as const) {
    for (; nextBucket(start, period, HOME_ZONE) <= now; ) {
      yield { period, start };
      start = nextBucket(start, period, HOME_ZONE);
    }
  }
}

const LENGTHS: Readonly<Record<Period, number>> = { month: 30 * DAY, day: DAY, hour: HOUR };

/** No two checks have the same seconds, so the item hardly packs. */
function totalsOf(key: Pick<Totals, 'check' | 'period' | 'start'>, index: number): Totals {
  const down = ((index * 7_919 + key.start / HOUR) % 104_729) / 1_000;
  const up = LENGTHS[key.period] / SECOND - down;
  const seconds = { up, degraded: 0, down, maintenance: 0, unknown: 0 };
  return { ...key, seconds, blips: index % 10 };
}
