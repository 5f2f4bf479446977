import { type Availability, availabilityOf, combineChecks, totalSeconds } from '#core/availability';
import { bucketStart, HOME_ZONE, nextBucket } from '#core/calendar';
import { InvalidInputError } from '#core/errors';
import { countOf, type Histogram, percentile } from '#core/histogram';
import type { Period, Rollup, StateSeconds } from '#core/rollup';
import { mergeRollups } from '#core/rollup-math';
import { HOUR, type Instant, SECOND } from '#core/time';
import type { Outcome } from '#core/verdict';
import type { HistoryPorts } from './history-ports.ts';
import { knownCheck } from './read-results.ts';
import { knownService } from './read-status.ts';
import { readRollups } from './rollup-source.ts';

export interface UptimeQuery {
  readonly service: string;
  readonly check?: string;
  readonly interval: Period;
  /** IANA name; moves the edges of days and months. */
  readonly zone: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** Most buckets in one answer. */
export const MOST_BUCKETS: Readonly<Record<Period, number>> = { hour: 744, day: 400, month: 120 };

/** Days and months of another zone are added up from hours, of which there are many. */
export const MOST_FOREIGN_BUCKETS: Readonly<Record<Period, number>> = {
  hour: MOST_BUCKETS.hour,
  day: 93,
  month: 3,
};

/** Milliseconds; of runs that reached their end. */
export interface Latency {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export interface CheckUptime {
  readonly check: string;
  readonly results: Readonly<Partial<Record<Outcome, number>>>;
  readonly latency: Latency | null;
}

export interface UptimeBucket extends Availability {
  readonly start: Instant;
  readonly end: Instant;
  readonly seconds: StateSeconds;
  /** True for a closed month whose figures will not change any more. */
  readonly frozen: boolean;
  readonly checks: readonly CheckUptime[];
}

export interface Uptime extends UptimeBucket {
  readonly buckets: readonly UptimeBucket[];
}

/** Availability from rollups. Throws UnknownNameError, InvalidInputError. */
export async function readUptime(query: UptimeQuery, ports: HistoryPorts): Promise<Uptime> {
  const { catalogue } = ports.configuration;
  knownService(query.service, ports.configuration);
  const only = query.check && knownCheck(query.service, query.check, ports);
  const checks = catalogue.checks
    .filter(({ id, service }) => service === query.service && (!only || id === only))
    .map(({ id }) => id);
  const edges = edgesOf(query);
  const window = { from: edges[0] ?? query.from, to: edges.at(-1) ?? query.to };
  const rollups = await Promise.all(
    checks.map((check) => readRollups({ ...query, ...window, check }, ports)),
  );
  const through = knownThrough(rollups.flat(), ports.clock.now());
  const parts = edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? start;
    return { start, end, rollups: rollups.map((rows) => within(rows, start, end)) };
  });
  const summed = (start: Instant, end: Instant, rows: readonly (readonly Rollup[])[]) =>
    summarise({ service: query.service, checks, start, end, through, rows });
  return {
    ...summed(window.from, window.to, rollups),
    buckets: parts.map((part) => summed(part.start, part.end, part.rollups)),
  };
}

/** Bucket edges around the window, outermost included. Throws InvalidInputError when too many. */
function edgesOf({ interval, zone, from, to }: UptimeQuery): readonly Instant[] {
  const most = (zone === HOME_ZONE ? MOST_BUCKETS : MOST_FOREIGN_BUCKETS)[interval];
  const edges = [bucketStart(from, interval, zone)];
  let last = edges[0] ?? from;
  while (last < to) {
    if (edges.length > most) {
      throw new InvalidInputError(
        `The window holds more than ${most} buckets of one ${interval}.`,
        'Ask for a shorter window or a longer interval.',
      );
    }
    last = nextBucket(last, interval, zone);
    edges.push(last);
  }
  return edges;
}

function within(rollups: readonly Rollup[], start: Instant, end: Instant): readonly Rollup[] {
  return rollups.filter((rollup) => rollup.start >= start && rollup.start < end);
}

/**
 * Time after the newest rollup is not unknown but not yet told: an hour is written once it is over
 * and its last runs are in.
 */
function knownThrough(rollups: readonly Rollup[], now: Instant): Instant {
  const ends = rollups.map(({ start, period }) => nextBucket(start, period, HOME_ZONE));
  const newest = ends.reduce((latest, end) => Math.max(latest, end), 0);
  return Math.max(newest, now - 2 * HOUR);
}

interface Part {
  readonly service: string;
  readonly checks: readonly string[];
  readonly start: Instant;
  readonly end: Instant;
  readonly through: Instant;
  /** Rollups by check, in the order of `checks`. */
  readonly rows: readonly (readonly Rollup[])[];
}

function summarise({ service, checks, start, end, through, rows }: Part): UptimeBucket {
  const merged = checks.map((check, index) =>
    mergeRollups(rows[index] ?? [], { check, service, period: 'hour', frozen: false, start }),
  );
  const told = Math.max(0, Math.min(end, through) - start) / SECOND;
  const seconds = combineChecks(merged.map((rollup) => withUnknown(rollup.seconds, told)));
  return {
    start,
    end,
    ...availabilityOf(seconds),
    seconds,
    frozen: rows.length > 0 && rows.every((own) => own.length > 0 && own.every((r) => r.frozen)),
    checks: merged.map(({ check, results, latency }) => ({
      check,
      results,
      latency: latencyOf(latency),
    })),
  };
}

/** Time without any rollup is unknown: nobody looked. */
function withUnknown(seconds: StateSeconds, told: number): StateSeconds {
  const missing = Math.max(0, told - totalSeconds(seconds));
  return { ...seconds, unknown: seconds.unknown + missing };
}

function latencyOf(histogram: Histogram): Latency | null {
  const at = (share: number) => Math.round(percentile(histogram, share) ?? 0);
  const count = countOf(histogram);
  return count === 0 ? null : { count, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
