import type { Outage } from '#core/outage/outage';
import { bucketStart, HOME_ZONE } from '#core/time/calendar';
import { type Instant, SECOND } from '#core/time/time';
import type { HistoryPorts } from './history-ports.ts';
import { readUptime, type UptimeBucket } from './read-uptime.ts';

export interface StatisticsQuery {
  readonly service: string;
  readonly from: Instant;
  readonly to: Instant;
  /** Share of known time that should be up, 0 to 1. */
  readonly target: number;
}

/** Of the outages that began in a time; drills left out. Means are null where there is nothing to count. */
export interface OutageFigures {
  readonly outages: number;
  readonly recurrences: number;
  /** From the first failure that was seen to the decision that it is an outage, mean. */
  readonly detectSeconds: number | null;
  /** From that decision to the first acknowledgement, mean of those that had one. */
  readonly acknowledgeSeconds: number | null;
  /** From the first failure to the first pass after it, mean of those that are over. */
  readonly recoverSeconds: number | null;
  /** Time between the first and the last failure, of the longest one. */
  readonly longestDownSeconds: number | null;
}

/** What the target allows, and what of it is spent. */
export interface ErrorBudget {
  readonly target: number;
  readonly allowedDownSeconds: number;
  readonly remainingDownSeconds: number;
  /** Null while nothing is known. */
  readonly met: boolean | null;
}

export interface StatisticsPart extends OutageFigures {
  readonly uptime: UptimeBucket;
  readonly budget: ErrorBudget;
}

export interface Statistics extends StatisticsPart {
  /** Months of KST. */
  readonly months: readonly StatisticsPart[];
}

/** Throws UnknownNameError, InvalidInputError. */
export async function readStatistics(
  query: StatisticsQuery,
  ports: HistoryPorts,
): Promise<Statistics> {
  const window = { interval: 'month', zone: HOME_ZONE, from: query.from, to: query.to } as const;
  const uptime = await readUptime({ ...window, service: query.service }, ports);
  const outages = await outagesOf(query, { from: uptime.start, to: uptime.end }, ports);
  return {
    ...partOf(uptime, outages, query.target),
    months: uptime.buckets.map((month) => {
      const own = outages.filter(
        ({ startedBetween }) => bucketStart(startedBetween.by, 'month', HOME_ZONE) === month.start,
      );
      return partOf(month, own, query.target);
    }),
  };
}

async function outagesOf(
  { service }: StatisticsQuery,
  { from, to }: { readonly from: Instant; readonly to: Instant },
  { outages }: HistoryPorts,
): Promise<readonly Outage[]> {
  const found: Outage[] = [];
  let cursor: string | undefined;
  do {
    const asked = { from, to, service, limit: 200 };
    const page = await outages.list(cursor === undefined ? asked : { ...asked, cursor });
    found.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return found.filter(({ drill, startedBetween }) => !drill && startedBetween.by >= from);
}

function partOf(uptime: UptimeBucket, outages: readonly Outage[], target: number): StatisticsPart {
  return { uptime, ...figuresOf(outages), budget: budgetOf(uptime, target) };
}

function figuresOf(outages: readonly Outage[]): OutageFigures {
  const mean = (spans: readonly number[]) =>
    spans.length === 0
      ? null
      : Math.round(spans.reduce((sum, each) => sum + each, 0) / spans.length / SECOND);
  const down = outages.map(({ downSeconds }) => downSeconds);
  return {
    outages: outages.length,
    recurrences: outages.reduce((sum, { recurrences }) => sum + recurrences, 0),
    detectSeconds: mean(
      outages.map(({ openedAt, startedBetween }) => openedAt - startedBetween.by),
    ),
    acknowledgeSeconds: mean(
      outages.flatMap(({ firstAcknowledged, acknowledged, openedAt }) => {
        const first = firstAcknowledged ?? acknowledged;
        return first ? [Math.max(0, first.at - openedAt)] : [];
      }),
    ),
    recoverSeconds: mean(
      outages.flatMap(({ endedBetween, startedBetween }) =>
        endedBetween ? [endedBetween.by - startedBetween.by] : [],
      ),
    ),
    longestDownSeconds: down.length === 0 ? null : Math.max(...down),
  };
}

function budgetOf({ seconds, availability }: UptimeBucket, target: number): ErrorBudget {
  const known = seconds.up + seconds.degraded + seconds.down;
  // Half a millisecond of rounding decides nothing.
  const allowed = Math.round(known * (1 - target) * 1_000) / 1_000;
  return {
    target,
    allowedDownSeconds: allowed,
    remainingDownSeconds: Math.round((allowed - seconds.down) * 1_000) / 1_000,
    met: availability === null ? null : availability >= target,
  };
}
