import { defined } from '#core/defined';
import type { DayFigures, PageFacts, PageHistory } from '#core/page/public-page';
import { DAYS_SHOWN } from '#core/page/service-facts';
import { kstDay, kstDayStart, kstIso } from '#core/time/kst';
import { DAY, type Instant, SECOND } from '#core/time/time';

/** Figures of past days on the page. The page writer reads them back. */
export const DAYS_PATH = 'days.json';

/** Late results still change a day. A week and today of rollups need one read unit anyway. */
const OPEN_DAYS = 8;

const STATES = ['up', 'degraded', 'down', 'maintenance', 'unknown'] as const;

/** The first day whose figures may still change. */
function firstOpenDay(now: Instant): Instant {
  return kstDayStart(kstDay(now) - OPEN_DAYS + 1);
}

export function daysText({ services, writtenAt }: PageFacts): string {
  const until = firstOpenDay(writtenAt);
  const closed = services.map(({ service, days }) => [
    service.id,
    days
      .filter((day) => day !== null && day.start < until)
      .map((day) => day && { ...day, start: kstIso(day.start) }),
  ]);
  return `${JSON.stringify({ schema: 1, days: Object.fromEntries(closed) })}\n`;
}

/**
 * The days in that file, by service. A service with any invalid value is left out, so that its
 * figures are counted again.
 */
export function parseDays(text: string, now: Instant): PageHistory['days'] {
  const document = parsed(text);
  if (!isRecord(document) || document.schema !== 1 || !isRecord(document.days)) return {};
  const services = Object.entries(document.days).flatMap(([service, own]) => {
    const days = Array.isArray(own) ? own.map(dayIn) : [];
    return areBelievable(days, now) ? [[service, days] as const] : [];
  });
  return Object.fromEntries(services);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function dayIn(value: unknown): DayFigures | undefined {
  if (!isRecord(value) || typeof value.start !== 'string' || !isRecord(value.seconds)) return;
  const { seconds } = value;
  const figures = STATES.map((state) => seconds[state]).filter(isAmount);
  if (figures.length < STATES.length) return;
  const [up = 0, degraded = 0, down = 0, maintenance = 0, unknown = 0] = figures;
  const sum = up + degraded + down + maintenance + unknown;
  // One second of tolerance for rounding.
  if (sum > DAY / SECOND + 1) return;
  const start = Date.parse(value.start);
  const blips = isAmount(value.blips) && value.blips > 0 ? value.blips : undefined;
  return { start, seconds: { up, degraded, down, maintenance, unknown }, ...defined({ blips }) };
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

/** Past Korean days without gaps. */
function areBelievable(
  days: readonly (DayFigures | undefined)[],
  now: Instant,
): days is readonly DayFigures[] {
  const first = days[0]?.start ?? Number.NaN;
  return (
    days.length <= DAYS_SHOWN &&
    first === kstDayStart(kstDay(first)) &&
    first + days.length * DAY <= firstOpenDay(now) &&
    days.every((day, index) => day?.start === first + index * DAY)
  );
}
