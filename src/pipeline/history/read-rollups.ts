import { defined } from '#core/defined';
import { InvalidCursorError } from '#core/errors';
import type { Rollup } from '#core/history/rollup';
import type { ListPage } from '#core/ports/list-page';
import { bucketStart, HOME_ZONE, nextBucket, type Period } from '#core/time/calendar';
import { DAY, HOUR, type Instant } from '#core/time/time';
import { checksOf } from './buckets.ts';
import type { HistoryPorts } from './history-ports.ts';
import { knownService } from './read-status.ts';

export interface RollupsQuery {
  readonly service: string;
  readonly check?: string;
  readonly interval: Period;
  readonly from: Instant;
  readonly to: Instant;
  readonly cursor?: string;
}

/** Rollups read for one page. A month has at most 31 days. */
const AT_ONCE = 1_000;
const LENGTHS: Readonly<Record<Period, number>> = { hour: HOUR, day: DAY, month: 31 * DAY };

/**
 * Stored rollups, check by check, oldest first. The cursor holds the position: check and time.
 * Throws UnknownNameError, InvalidRequestError, InvalidCursorError.
 */
export async function readRollupPage(
  query: RollupsQuery,
  ports: Pick<HistoryPorts, 'configuration' | 'rollups'>,
): Promise<ListPage<Rollup>> {
  knownService(query.service, ports.configuration);
  const checks = checksOf(query, ports);
  const { interval, to } = query;
  const begin = bucketStart(query.from, interval, HOME_ZONE);
  const place = placeOf(query, { begin, checks: checks.length });
  const check = checks[place.check];
  if (!check) return { items: [] };
  const end = Math.min(to, place.at + AT_ONCE * LENGTHS[interval]);
  const items = await ports.rollups.withLayers(check.id, interval, place.at, end);
  const next =
    end < to
      ? cursorOf(place.check, bucketStart(end - 1, interval, HOME_ZONE), interval)
      : place.check + 1 < checks.length
        ? `${place.check + 1}-${begin}`
        : undefined;
  return { items, ...defined({ next }) };
}

function cursorOf(check: number, last: Instant, interval: Period): string {
  return `${check}-${nextBucket(last, interval, HOME_ZONE)}`;
}

interface Bounds {
  readonly begin: Instant;
  readonly checks: number;
}

function placeOf({ cursor, to, interval }: RollupsQuery, { begin, checks }: Bounds) {
  if (cursor === undefined) return { check: 0, at: begin };
  const [, check = '', at = ''] = /^(\d{1,3})-(\d{1,15})$/.exec(cursor) ?? [];
  const place = { check: Number(check), at: Number(at) };
  const isOurs = check !== '' && place.check < checks && place.at >= begin && place.at <= to;
  if (isOurs && bucketStart(place.at, interval, HOME_ZONE) === place.at) return place;
  throw new InvalidCursorError(
    'This cursor was not given out for this query.',
    'Start again without a cursor, then follow the Link header with rel="next".',
  );
}
