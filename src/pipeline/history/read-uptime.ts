import { InvalidInputError } from '#core/errors';
import {
  type Availability,
  availabilityOf,
  combineChecks,
  totalSeconds,
} from '#core/history/availability';
import { countOf, type Histogram, percentiles } from '#core/history/histogram';
import type { Rollup, StateSeconds } from '#core/history/rollup';
import { mergeRollups } from '#core/history/rollup-math';
import type { Kind, Outcome } from '#core/run/verdict';
import type { Period } from '#core/time/calendar';
import { bucketStart, HOME_ZONE, nextBucket } from '#core/time/calendar';
import { type Instant, SECOND } from '#core/time/time';
import { type CheckHistory, type CheckHistoryPorts, readHistories } from './check-history.ts';
import { knownCheck } from './read-results.ts';
import { knownService } from './read-status.ts';

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
const MOST_BUCKETS: Readonly<Record<Period, number>> = { hour: 744, day: 400, month: 120 };

/** Days and months of another zone are added up from hours, of which there are many. */
const MOST_FOREIGN_BUCKETS: Readonly<Record<Period, number>> = {
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
  readonly kinds: Readonly<Partial<Record<Kind, number>>>;
  readonly latency: Latency | null;
}

export interface UptimeBucket extends Availability {
  readonly start: Instant;
  readonly end: Instant;
  readonly seconds: StateSeconds;
  /** True for a closed month whose figures will not change any more. */
  readonly frozen: boolean;
  /** True while more may be added: it is not over, or its last runs are not in. */
  readonly partial: boolean;
  /** True where time was declared maintenance afterwards. */
  readonly retroactive: boolean;
  readonly checks: readonly CheckUptime[];
}

export interface Uptime extends UptimeBucket {
  readonly buckets: readonly UptimeBucket[];
}

/** Availability from rollups. Throws UnknownNameError, InvalidInputError. */
export async function readUptime(query: UptimeQuery, ports: CheckHistoryPorts): Promise<Uptime> {
  const service = knownService(query.service, ports.configuration);
  const only = query.check && knownCheck(query.service, query.check, ports);
  const checks = ports.configuration.catalogue.checks
    .filter((check) => check.service === query.service && (!only || check.id === only))
    .map(({ id }) => id);
  const edges = edgesOf(query);
  const window = { from: edges[0] ?? query.from, to: edges.at(-1) ?? query.to };
  const histories = await readHistories({ ...query, ...window, service, checks }, ports);
  const running = bucketStart(ports.clock.now(), 'hour', HOME_ZONE);
  const runningFrom = Math.min(running, ...histories.map((history) => history.runningFrom));
  const sums = histories.map(({ check, rollups }) =>
    byBucket(rollups, edges).map((own, index) => sum(own, check, edges[index] ?? window.from)),
  );
  const shown = (part: Part) => summarise(part, { histories, runningFrom });
  return {
    ...shown({
      start: window.from,
      end: window.to,
      sums: sums.map((own, index) => total(own, checks[index] ?? '', window.from)),
    }),
    buckets: edges.slice(0, -1).map((start, index) => {
      const own = sums.flatMap((each) => each[index] ?? []);
      return shown({ start, end: edges[index + 1] ?? start, sums: own });
    }),
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

/** Rollups of each bucket between neighbouring edges. */
function byBucket(rollups: readonly Rollup[], edges: readonly Instant[]): readonly Rollup[][] {
  const buckets = edges.slice(0, -1).map((): Rollup[] => []);
  let index = 0;
  for (const rollup of rollups.toSorted((a, b) => a.start - b.start)) {
    while ((edges[index + 1] ?? Number.POSITIVE_INFINITY) <= rollup.start) index += 1;
    buckets[index]?.push(rollup);
  }
  return buckets;
}

/** Rollups of one check, added up. */
interface Sum {
  readonly rollup: Rollup;
  /** Whether there are any, and all of them are frozen. */
  readonly frozen: boolean;
}

interface Part {
  readonly start: Instant;
  readonly end: Instant;
  /** In the order of the checks. */
  readonly sums: readonly Sum[];
}

function sum(rollups: readonly Rollup[], check: string, start: Instant): Sum {
  const [only, ...more] = rollups;
  return {
    rollup: only && more.length === 0 ? only : mergeRollups(rollups, headerOf(check, start)),
    frozen: rollups.length > 0 && rollups.every((rollup) => rollup.frozen),
  };
}

function total(sums: readonly Sum[], check: string, start: Instant): Sum {
  return {
    rollup: mergeRollups(
      sums.map(({ rollup }) => rollup),
      headerOf(check, start),
    ),
    frozen: sums.length > 0 && sums.every(({ frozen }) => frozen),
  };
}

/** Of a sum that is only shown, period and service say nothing. */
function headerOf(check: string, start: Instant) {
  return { check, service: '', period: 'hour', frozen: false, start } as const;
}

interface Known {
  readonly histories: readonly CheckHistory[];
  readonly runningFrom: Instant;
}

function summarise({ start, end, sums }: Part, { histories, runningFrom }: Known): UptimeBucket {
  const seconds = combineChecks(
    sums.map(({ rollup }, index) => {
      const told = Math.min(end, histories[index]?.toldTo ?? start) - start;
      return withUnknown(rollup.seconds, Math.max(0, told) / SECOND);
    }),
  );
  return {
    start,
    end,
    ...availabilityOf(seconds),
    seconds,
    frozen: sums.length > 0 && sums.every(({ frozen }) => frozen),
    partial: end > runningFrom,
    retroactive: sums.some(({ rollup }) => rollup.retroactive !== undefined),
    checks: sums.map(({ rollup: { check, results, kinds, latency } }) => ({
      check,
      results,
      kinds,
      latency: latencyOf(latency),
    })),
  };
}

/** Time without a rollup is unknown: no check ran. */
function withUnknown(seconds: StateSeconds, told: number): StateSeconds {
  const missing = Math.max(0, told - totalSeconds(seconds));
  return { ...seconds, unknown: seconds.unknown + missing };
}

function latencyOf(histogram: Histogram): Latency | null {
  const [p50 = 0, p95 = 0, p99 = 0] = percentiles(histogram, [0.5, 0.95, 0.99]).map(Math.round);
  const count = countOf(histogram);
  return count === 0 ? null : { count, p50, p95, p99 };
}
