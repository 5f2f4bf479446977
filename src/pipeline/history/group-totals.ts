import type { Rollup, Totals } from '#core/history/rollup';
import type { RollupStore } from '#core/ports/states';
import type { Period } from '#core/time/calendar';
import type { Instant } from '#core/time/time';
import type { CheckHistoryPorts } from './check-history.ts';
import { missing } from './rollup-source.ts';

/**
 * Ports whose rollups come from the totals of their group, with one read for all its checks. These
 * have no results, kinds and latencies. A check's own rollups are only read for periods whose
 * totals lack it: an older version wrote them, or they have just ended.
 */
export function readingTotals<Ports extends CheckHistoryPorts>(ports: Ports): Ports {
  const { rollups, configuration, clock } = ports;
  const groups = new Map(configuration.catalogue.checks.map(({ id, group }) => [id, group]));
  const totalsByCheck = once(rollups);
  const range: RollupStore['range'] = async (check, period, from, to) => {
    const byCheck = await totalsByCheck(groups.get(check) ?? '', period, from, to);
    const found = (byCheck.get(check) ?? []).map(withoutRuns);
    const over = missing(found, { from, to, period }).filter((gap) => gap.to <= clock.now());
    const [first, last] = [over[0], over.at(-1)];
    if (!first || !last) return found;
    const own = await rollups.range(check, period, first.from, last.to);
    const starts = new Set(found.map(({ start }) => start));
    const others = own.filter(({ start }) => !starts.has(start));
    return [...found, ...others].toSorted((a, b) => a.start - b.start);
  };
  return { ...ports, rollups: { ...rollups, range } };
}

type ByCheck = ReadonlyMap<string, readonly Totals[]>;

/** Every check of a group asks for the same windows. */
function once({ totals }: Pick<RollupStore, 'totals'>) {
  const reads = new Map<string, Promise<ByCheck>>();
  return (group: string, period: Period, from: Instant, to: Instant): Promise<ByCheck> => {
    const key = `${group} ${period} ${from} ${to}`;
    const read = reads.get(key) ?? totals(group, period, from, to).then(byCheck);
    reads.set(key, read);
    return read;
  };
}

function byCheck(totals: readonly Totals[]): ByCheck {
  return Map.groupBy(totals, ({ check }) => check);
}

function withoutRuns(totals: Totals): Rollup {
  const frozen = totals.period === 'month';
  return { schema: 1, service: '', results: {}, kinds: {}, latency: {}, frozen, ...totals };
}
