import { defined } from '#core/defined';
import type { BoardGroup } from '#core/history/board';
import type { Outage } from '#core/outage/outage';
import { DAYS_PATH, parseDays } from '#core/page/known-days';
import type { DayFigures, PageHistory } from '#core/page/public-page';
import { DAYS_SHOWN } from '#core/page/service-facts';
import { HOME_ZONE } from '#core/time/calendar';
import { DAY } from '#core/time/time';
import { readingStatesOnce } from '#pipeline/history/check-history';
import { readUptime } from '#pipeline/history/read-uptime';
import type { PagePorts } from './page-ports.ts';

/** Older outages keep the pages that were written for them. */
export const YEAR = 366 * DAY;

/** Outages per answer of the store. */
const AT_ONCE = 200;

/**
 * A year of outages and ninety days of figures. Past days are read from the page itself if it has
 * them, so ninety days of rollups are read only once.
 */
export async function readPageHistory(
  board: readonly BoardGroup[],
  ports: PagePorts,
): Promise<PageHistory> {
  const { services } = ports.configuration.catalogue;
  const known = areChanging(board, ports) ? {} : await readKnown(ports);
  const once = readingStatesOnce(ports);
  const [outages, days] = await Promise.all([
    readOutages(ports),
    Promise.all(
      services.map(async ({ id }) => [id, await readDays(id, known[id] ?? [], once)] as const),
    ),
  ]);
  return { outages, days: Object.fromEntries(days) };
}

/** Maintenance declared or withdrawn afterwards changes past days within two hours. */
function areChanging(board: readonly BoardGroup[], { clock }: PagePorts): boolean {
  return board.some(({ rewrittenAt = 0 }) => clock.now() - rewrittenAt < DAY);
}

async function readKnown({ site, clock, log }: PagePorts): Promise<PageHistory['days']> {
  try {
    return parseDays((await site.read(DAYS_PATH)) ?? '', clock.now());
  } catch (error) {
    log.warn('published days not readable', { error: String(error) });
    return {};
  }
}

async function readOutages({ outages, clock }: PagePorts): Promise<readonly Outage[]> {
  const from = clock.now() - YEAR;
  const found: Outage[] = [];
  let cursor: string | undefined;
  do {
    const page = await outages.list({ from, limit: AT_ONCE, ...defined({ cursor }) });
    found.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return found;
}

async function readDays(
  service: string,
  known: readonly DayFigures[],
  ports: PagePorts,
): Promise<readonly DayFigures[]> {
  const to = ports.clock.now();
  const oldest = to - (DAYS_SHOWN - 1) * DAY;
  const last = known.at(-1);
  const from = last ? Math.max(last.start + DAY, oldest) : oldest;
  const query = { service, interval: 'day', zone: HOME_ZONE, from, to } as const;
  const { buckets } = await readUptime(query, ports);
  if (last) return [...known, ...buckets.map(figuresOf)];
  // Before the first result there was no monitor. A later day without results is unknown.
  const first = buckets.findIndex(({ checks }) =>
    checks.some(({ results }) => Object.keys(results).length > 0),
  );
  return first < 0 ? [] : buckets.slice(first).map(figuresOf);
}

function figuresOf({ start, seconds, blips = 0 }: DayFigures): DayFigures {
  return { start, seconds, ...defined({ blips: blips > 0 ? blips : undefined }) };
}
