import { defined } from '#core/defined';
import { availabilityOf, totalSeconds } from '#core/history/availability';
import type { BoardCheck, BoardGroup, BoardService } from '#core/history/board';
import type { StateSeconds } from '#core/history/rollup';
import { isFresh } from '#core/page/freshness';
import type {
  DayFigures,
  PageInput,
  PublicBlip,
  Reach,
  ServiceFacts,
} from '#core/page/public-page';
import { type CheckCoverage, coverage, type ServiceCoverage } from '#core/plan/coverage';
import { layerDepth } from '#core/run/layer';
import { kstDay, kstDayStart } from '#core/time/kst';
import { DAY, type Instant } from '#core/time/time';
import type { Service } from '#core/watch/catalogue';

/** Days shown, one bar each. */
export const DAYS_SHOWN = 90;

/** How far back blips are shown, ms. */
const BLIPS_SHOWN = 7 * DAY;

export function servicesFacts(input: PageInput): readonly ServiceFacts[] {
  const { configuration, now } = input;
  const reaches = new Map(coverage(configuration, now).map((one) => [one.service, reachOf(one)]));
  return configuration.catalogue.services.map((service) => {
    const days = daysOf(service.id, input);
    return {
      service,
      ...presentOf(service, input),
      reach: reaches.get(service.id) ?? { depth: 'host', unseen: [] },
      blips: blipsOf(service, input),
      days,
      ...sumOf(days, input.history === 'unreadable'),
    };
  });
}

function presentOf(service: Service, { board, now }: PageInput) {
  const nothing = { state: 'unknown', since: null, layersMs: {} } as const;
  if (board === 'unreadable') return nothing;
  const group = board.find((one) => one.group === service.group);
  const seen = group?.services.find((one) => one.service === service.id);
  if (!group || !seen || !isFresh(group, now)) return nothing;
  const state = group.networkInDoubt && seen.state !== 'maintenance' ? 'unknown' : seen.state;
  return { state, since: seen.since, layersMs: layersOf(seen) };
}

function blipsOf({ id, group }: Service, { board, now }: PageInput): readonly PublicBlip[] {
  if (board === 'unreadable') return [];
  const { blips = [] } = board.find((one) => one.group === group) ?? {};
  return blips
    .filter(({ service, endedBetween }) => service === id && endedBetween.by > now - BLIPS_SHOWN)
    .map(({ startedBetween, endedBetween, layer, kind }) => {
      return { startedBetween, endedBetween, layer, kind };
    })
    .toReversed();
}

/** Layers of the check that reached the deepest layer. */
function layersOf({ checks }: BoardService): NonNullable<BoardCheck['lastLayersMs']> {
  const depth = ({ reached }: BoardCheck) => (reached === undefined ? -1 : layerDepth(reached));
  const [deepest] = checks.toSorted((a, b) => depth(b) - depth(a));
  return deepest?.lastLayersMs ?? {};
}

function reachOf({ checks, checkedWith, unseen }: ServiceCoverage): Reach {
  const deepest = checks
    .map(({ depth }: CheckCoverage) => depth)
    .toSorted((a, b) => layerDepth(b) - layerDepth(a))[0];
  return { depth: deepest ?? 'host', unseen, ...defined({ checkedWith }) };
}

function daysOf(service: string, { history, now }: PageInput): readonly (DayFigures | null)[] {
  const stored = history === 'unreadable' ? [] : (history.days[service] ?? []);
  const byStart = new Map(stored.map((day) => [day.start, day]));
  const first = kstDayStart(kstDay(now)) - (DAYS_SHOWN - 1) * DAY;
  return Array.from({ length: DAYS_SHOWN }, (_, index) => {
    const day = byStart.get(first + index * DAY);
    return day && totalSeconds(day.seconds) > 0 ? day : null;
  });
}

function sumOf(days: readonly (DayFigures | null)[], unreadable: boolean) {
  if (unreadable) return { availability: null, unknownShare: null };
  return availabilityOf(addedUp(days.filter((day) => day !== null)));
}

function addedUp(days: readonly DayFigures[]): StateSeconds {
  const sum = { up: 0, degraded: 0, down: 0, maintenance: 0, unknown: 0 };
  for (const { seconds } of days) {
    for (const state of Object.keys(sum) as (keyof StateSeconds)[]) sum[state] += seconds[state];
  }
  return sum;
}

/** Groups with a recent evaluation. */
export function freshGroups(
  board: readonly BoardGroup[] | 'unreadable',
  now: Instant,
): readonly BoardGroup[] {
  return board === 'unreadable' ? [] : board.filter((group) => isFresh(group, now));
}
