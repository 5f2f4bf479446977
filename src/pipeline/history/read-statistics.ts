import { defined } from '#core/defined';
import { UnknownNameError } from '#core/errors';
import { availabilityOf } from '#core/history/availability';
import type { Outage } from '#core/outage/outage';
import { bucketStart, HOME_ZONE } from '#core/time/calendar';
import { type Instant, SECOND } from '#core/time/time';
import { type CheckHistoryPorts, readingStatesOnce } from './check-history.ts';
import { readingTotals } from './group-totals.ts';
import type { HistoryPorts } from './history-ports.ts';
import { knownService } from './read-status.ts';
import { readUptime, type Uptime, type UptimeBucket } from './read-uptime.ts';

export interface StatisticsQuery {
  /** One service, every service of a group, or of all groups. */
  readonly of: { readonly service: string } | { readonly group: string | null };
  readonly from: Instant;
  readonly to: Instant;
  /** Target share of known time that is up, 0 to 1. */
  readonly target: number;
}

/**
 * Figures of outages that began in a period, without drills. Means are null if there is nothing to
 * count.
 */
export interface OutageFigures {
  readonly outages: number;
  readonly recurrences: number;
  /** Mean time from the first seen failure to the decision that it is an outage. */
  readonly detectSeconds: number | null;
  /** Mean time from that decision to the first acknowledgement, over acknowledged outages. */
  readonly acknowledgeSeconds: number | null;
  /** Mean time from the first failure to the first pass after it, over finished outages. */
  readonly recoverSeconds: number | null;
  /** Time between the first and the last failure of the longest outage. */
  readonly longestDownSeconds: number | null;
  /**
   * Share of outages without each figure: their begin was not seen, they were not acknowledged, or
   * they are not over.
   */
  readonly unknownShares: Readonly<Record<'detect' | 'acknowledge' | 'recover', number | null>>;
}

/** The error budget of the target, and what remains of it. */
export interface ErrorBudget {
  readonly target: number;
  readonly allowedDownSeconds: number;
  readonly remainingDownSeconds: number;
  /** null while nothing is known. */
  readonly met: boolean | null;
}

/** Time by state. For a group, the sum over its services. */
type Known = Pick<
  UptimeBucket,
  'start' | 'end' | 'seconds' | 'availability' | 'unknownShare' | 'partial' | 'blips'
>;

export interface StatisticsPart extends OutageFigures {
  readonly uptime: Known;
  readonly budget: ErrorBudget;
}

export interface Statistics extends StatisticsPart {
  /** Months of KST. */
  readonly months: readonly StatisticsPart[];
  /** For a group: each of its services over the whole window. */
  readonly services: readonly (StatisticsPart & { readonly service: string })[];
}

export type StatisticsPorts = CheckHistoryPorts & Pick<HistoryPorts, 'outages'>;

/** Throws UnknownNameError, InvalidRequestError. */
export async function readStatistics(
  query: StatisticsQuery,
  ports: StatisticsPorts,
): Promise<Statistics> {
  const services = servicesOf(query, ports);
  const once = readingStatesOnce('group' in query.of ? readingTotals(ports) : ports);
  const window = { interval: 'month', zone: HOME_ZONE, from: query.from, to: query.to } as const;
  const uptimes = await Promise.all(
    services.map(async (service) => knownOf(await readUptime({ ...window, service }, once))),
  );
  const whole = added(uptimes);
  const outages = await outagesOf(query, whole, ports);
  const months = uptimes[0]?.buckets ?? [];
  return {
    ...partOf(whole, outages, query.target),
    months: months.map((_, index) => {
      const month = added(uptimes.flatMap(({ buckets }) => buckets[index] ?? []));
      const own = outages.filter(
        ({ startedBetween }) => bucketStart(startedBetween.by, 'month', HOME_ZONE) === month.start,
      );
      return partOf(month, own, query.target);
    }),
    services: 'group' in query.of ? eachOf(services, { uptimes, outages, query }) : [],
  };
}

function servicesOf(
  { of }: StatisticsQuery,
  { configuration }: StatisticsPorts,
): readonly string[] {
  if ('service' in of) return [knownService(of.service, configuration).id];
  const own = configuration.catalogue.services.filter(
    ({ group }) => of.group === null || group === of.group,
  );
  if (own.length > 0) return own.map(({ id }) => id);
  throw new UnknownNameError('There is no such group.', 'GET /v1/services names each one’s group.');
}

interface Found {
  readonly uptimes: readonly Known[];
  readonly outages: readonly Outage[];
  readonly query: StatisticsQuery;
}

function eachOf(services: readonly string[], { uptimes, outages, query }: Found) {
  return services.flatMap((service, index) => {
    const uptime = uptimes[index];
    const own = outages.filter(({ incidents }) => incidents.some((one) => one.service === service));
    return uptime ? [{ service, ...partOf(uptime, own, query.target) }] : [];
  });
}

/** Without figures of the runs, which totals of a group do not have. */
function knownOf({ buckets, ...whole }: Uptime): Known & { readonly buckets: readonly Known[] } {
  const known = ({ checks: _, frozen: __, retroactive: ___, ...bucket }: UptimeBucket) => bucket;
  return { ...known(whole), buckets: buckets.map(known) };
}

function added(uptimes: readonly Known[]): Known {
  const [first] = uptimes;
  if (first && uptimes.length === 1) return first;
  const sum = (state: keyof Known['seconds']) =>
    uptimes.reduce((total, { seconds }) => total + seconds[state], 0);
  const seconds = {
    up: sum('up'),
    degraded: sum('degraded'),
    down: sum('down'),
    maintenance: sum('maintenance'),
    unknown: sum('unknown'),
  };
  const { start = 0, end = 0 } = first ?? {};
  const partial = uptimes.some((one) => one.partial);
  const blips = uptimes.reduce((all, one) => all + one.blips, 0);
  return { start, end, seconds, ...availabilityOf(seconds), partial, blips };
}

async function outagesOf(
  { of }: StatisticsQuery,
  { start, end }: Known,
  { outages }: StatisticsPorts,
): Promise<readonly Outage[]> {
  const found: Outage[] = [];
  const window = { from: start, to: end, limit: 200 };
  const asked = 'service' in of ? { ...window, service: of.service } : window;
  let cursor: string | undefined;
  do {
    const page = await outages.list({ ...asked, ...defined({ cursor }) });
    found.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return found.filter(
    ({ drill, startedBetween, group }) =>
      !drill &&
      startedBetween.by >= start &&
      ('service' in of || of.group === null || group === of.group),
  );
}

function partOf(uptime: Known, outages: readonly Outage[], target: number): StatisticsPart {
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
    unknownShares: {
      detect: shareOf(outages, ({ startedBetween }) => startedBetween.after === null),
      acknowledge: shareOf(
        outages,
        ({ firstAcknowledged, acknowledged }) => !firstAcknowledged && !acknowledged,
      ),
      recover: shareOf(outages, ({ endedBetween }) => !endedBetween),
    },
  };
}

function shareOf(outages: readonly Outage[], isUnknown: (outage: Outage) => boolean) {
  return outages.length === 0 ? null : outages.filter(isUnknown).length / outages.length;
}

function budgetOf({ seconds, availability }: Known, target: number): ErrorBudget {
  const known = seconds.up + seconds.degraded + seconds.down;
  // Rounding by half a millisecond must not decide.
  const allowed = Math.round(known * (1 - target) * 1_000) / 1_000;
  return {
    target,
    allowedDownSeconds: allowed,
    remainingDownSeconds: Math.round((allowed - seconds.down) * 1_000) / 1_000,
    met: availability === null ? null : availability >= target,
  };
}
