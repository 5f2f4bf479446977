import type { Rollup } from '#core/history/rollup';
import type { RollupStore } from '#core/ports/states';
import type { Period } from '#core/time/calendar';
import { bucketStart, HOME_ZONE, nextBucket } from '#core/time/calendar';
import { HOUR, type Instant } from '#core/time/time';
import type { HistoryPorts } from './history-ports.ts';

interface RollupQuery {
  readonly check: string;
  readonly interval: Period;
  readonly zone: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly layers?: boolean;
}

/** The current period has no rollup yet. The one before may wait for its last runs. */
const RECENT = 2;

/**
 * The coarsest rollups that fill a window: months, then days where a month is missing, then hours
 * where a day is missing. Days of another zone do not match ours, so they come from hours.
 */
export async function readRollups(
  { check, interval, zone, from, to, layers }: RollupQuery,
  { rollups, clock }: Pick<HistoryPorts, 'rollups' | 'clock'>,
): Promise<readonly Rollup[]> {
  const end = Math.min(to, bucketStart(clock.now(), 'hour', HOME_ZONE) + HOUR);
  if (end <= from) return [];
  const read = layers ? rollups.withLayers : rollups.range;
  if (interval === 'hour' || zone !== HOME_ZONE) return read(check, 'hour', from, end);
  return filled({ check, period: interval, from, to: end }, read);
}

interface Fill {
  readonly check: string;
  readonly period: Period;
  readonly from: Instant;
  readonly to: Instant;
}

async function filled(
  { check, period, from, to }: Fill,
  read: RollupStore['range'],
): Promise<readonly Rollup[]> {
  const written = await read(check, period, from, to);
  if (period === 'hour') return written;
  const finer = period === 'month' ? 'day' : 'hour';
  const gaps = missing(written, { from, to, period }).slice(-RECENT);
  const filling = await Promise.all(
    gaps.map((gap) => filled({ check, period: finer, ...gap }, read)),
  );
  return [...written, ...filling.flat()];
}

/** Periods of the window that have no rollup, oldest first. */
export function missing(
  written: readonly Pick<Rollup, 'start'>[],
  { from, to, period }: { from: Instant; to: Instant; period: Period },
): { from: Instant; to: Instant }[] {
  const starts = new Set(written.map(({ start }) => start));
  const gaps: { from: Instant; to: Instant }[] = [];
  for (let start = from; start < to; ) {
    const end = nextBucket(start, period, HOME_ZONE);
    if (!starts.has(start)) gaps.push({ from: start, to: Math.min(end, to) });
    start = end;
  }
  return gaps;
}
