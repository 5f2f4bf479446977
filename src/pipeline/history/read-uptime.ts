import { type Availability, availabilityOf, combineChecks } from '#core/history/availability';
import type { Rollup, StateSeconds } from '#core/history/rollup';
import { hourHeader, mergeRollups } from '#core/history/rollup-math';
import type { Kind, Outcome } from '#core/run/verdict';
import { bucketStart, HOME_ZONE } from '#core/time/calendar';
import { type Instant, SECOND } from '#core/time/time';
import {
  byBucket,
  checksOf,
  edgesOf,
  type Latency,
  latencyOf,
  type UptimeQuery,
  withUnknown,
} from './buckets.ts';
import { type CheckHistory, type CheckHistoryPorts, readHistories } from './check-history.ts';
import { knownService } from './read-status.ts';

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
  /** True for a closed month whose figures never change again. */
  readonly frozen: boolean;
  /** True while figures may grow: the period is not over, or its last runs are not in. */
  readonly partial: boolean;
  /** True if some of the time was declared maintenance afterwards. */
  readonly retroactive: boolean;
  /** Number of its checks' failures that ended before they lasted. */
  readonly blips: number;
  readonly checks: readonly CheckUptime[];
}

export interface Uptime extends UptimeBucket {
  readonly buckets: readonly UptimeBucket[];
}

/** Availability from rollups. Throws UnknownNameError, InvalidRequestError. */
export async function readUptime(query: UptimeQuery, ports: CheckHistoryPorts): Promise<Uptime> {
  const service = knownService(query.service, ports.configuration);
  const checks = checksOf(query, ports).map(({ id }) => id);
  const { edges, ...window } = edgesOf(query);
  const histories = await readHistories({ ...query, ...window, service, checks }, ports);
  const running = bucketStart(ports.clock.now(), 'hour', HOME_ZONE);
  const runningFrom = Math.min(running, ...histories.map((history) => history.runningFrom));
  const sums = histories.map(({ check, rollups }) => ({
    check,
    own: byBucket(rollups, edges).map((part, index) =>
      sum(part, check, edges[index] ?? window.from),
    ),
  }));
  const shown = (part: Part) => summarise(part, { histories, runningFrom });
  return {
    ...shown({
      start: window.from,
      end: window.to,
      sums: sums.map(({ check, own }) => total(own, check, window.from)),
    }),
    buckets: edges.slice(0, -1).map((start, index) => {
      const own = sums.flatMap((each) => each.own[index] ?? []);
      return shown({ start, end: edges[index + 1] ?? start, sums: own });
    }),
  };
}

/** Sum of one check's rollups. */
interface Sum {
  readonly rollup: Rollup;
  /** True if there are rollups and all of them are frozen. */
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
    rollup:
      only && more.length === 0 ? only : mergeRollups(rollups, { ...hourHeader(check, ''), start }),
    frozen: rollups.length > 0 && rollups.every((rollup) => rollup.frozen),
  };
}

function total(sums: readonly Sum[], check: string, start: Instant): Sum {
  return {
    rollup: mergeRollups(
      sums.map(({ rollup }) => rollup),
      { ...hourHeader(check, ''), start },
    ),
    frozen: sums.length > 0 && sums.every(({ frozen }) => frozen),
  };
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
    blips: sums.reduce((all, { rollup }) => all + (rollup.blips ?? 0), 0),
    retroactive: sums.some(({ rollup }) => rollup.retroactive !== undefined),
    checks: sums.map(({ rollup: { check, results, kinds, latency } }) => ({
      check,
      results,
      kinds,
      latency: latencyOf(latency),
    })),
  };
}
