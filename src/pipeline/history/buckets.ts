import { InvalidRequestError } from '#core/errors';
import { totalSeconds } from '#core/history/availability';
import { countOf, type Histogram, percentiles } from '#core/history/histogram';
import type { Rollup, StateSeconds } from '#core/history/rollup';
import type { Period } from '#core/time/calendar';
import { bucketStart, HOME_ZONE, nextBucket } from '#core/time/calendar';
import type { Instant } from '#core/time/time';
import type { Check } from '#core/watch/catalogue';
import type { HistoryPorts } from './history-ports.ts';
import { knownCheck } from './read-results.ts';

export interface UptimeQuery {
  readonly service: string;
  readonly check?: string;
  readonly interval: Period;
  /** IANA name. Sets the edges of days and months. */
  readonly zone: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** Most buckets in one answer. */
const MOST_BUCKETS: Readonly<Record<Period, number>> = { hour: 744, day: 400, month: 120 };

/** Days and months of another zone are summed from many hours. */
const MOST_FOREIGN_BUCKETS: Readonly<Record<Period, number>> = {
  hour: MOST_BUCKETS.hour,
  day: 93,
  month: 3,
};

/** Milliseconds of finished runs. */
export interface Latency {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** The requested checks. Throws InvalidRequestError. */
export function checksOf(
  { service, check }: Pick<UptimeQuery, 'service' | 'check'>,
  ports: Pick<HistoryPorts, 'configuration'>,
): readonly Check[] {
  const only = check && knownCheck(service, check, ports);
  return ports.configuration.catalogue.checks.filter(
    (each) => each.service === service && (!only || each.id === only),
  );
}

/** Neighbouring edges bound a bucket. */
export interface Edges {
  readonly edges: readonly Instant[];
  /** The first edge. */
  readonly from: Instant;
  /** The last edge. */
  readonly to: Instant;
}

/** Edges of the buckets that cover the window. Throws InvalidRequestError if there are too many. */
export function edgesOf({ interval, zone, from, to }: UptimeQuery): Edges {
  const most = (zone === HOME_ZONE ? MOST_BUCKETS : MOST_FOREIGN_BUCKETS)[interval];
  const first = bucketStart(from, interval, zone);
  const edges = [first];
  let last = first;
  while (last < to) {
    if (edges.length > most) {
      throw new InvalidRequestError(
        `The window holds more than ${most} buckets of one ${interval}.`,
        'Ask for a shorter window or a longer interval.',
      );
    }
    last = nextBucket(last, interval, zone);
    edges.push(last);
  }
  return { edges, from: first, to: last };
}

/** Rollups of each bucket between neighbouring edges. */
export function byBucket(
  rollups: readonly Rollup[],
  edges: readonly Instant[],
): readonly Rollup[][] {
  const buckets = edges.slice(0, -1).map((): Rollup[] => []);
  let index = 0;
  for (const rollup of rollups.toSorted((a, b) => a.start - b.start)) {
    while ((edges[index + 1] ?? Number.POSITIVE_INFINITY) <= rollup.start) index += 1;
    buckets[index]?.push(rollup);
  }
  return buckets;
}

/** Time without a rollup is unknown, because no check ran. */
export function withUnknown(seconds: StateSeconds, told: number): StateSeconds {
  const missing = Math.max(0, told - totalSeconds(seconds));
  return { ...seconds, unknown: seconds.unknown + missing };
}

export function latencyOf(histogram: Histogram): Latency | null {
  const [p50 = 0, p95 = 0, p99 = 0] = percentiles(histogram, [0.5, 0.95, 0.99]).map(Math.round);
  const count = countOf(histogram);
  return count === 0 ? null : { count, p50, p95, p99 };
}
