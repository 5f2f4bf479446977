import { InvalidInputError } from '#core/errors';
import { KST_OFFSET } from '#core/time/kst';
import { DAY, HOUR, type Instant, SECOND } from '#core/time/time';

export type Period = 'hour' | 'day' | 'month';

/** Zone of the edges of stored day and month rollups. */
export const HOME_ZONE = 'Asia/Seoul';

/** Start of the hour, day or month of `zone` (an IANA name) that contains `at`. */
export function bucketStart(at: Instant, interval: Period, zone: string): Instant {
  if (interval === 'hour') return Math.floor(at / HOUR) * HOUR;
  const local = new Date(at + offsetAt(zone, at));
  const day = interval === 'day' ? local.getUTCDate() : 1;
  return fromLocal(Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), day), zone);
}

/** Start of the bucket after the one that begins at `start`. */
export function nextBucket(start: Instant, interval: Period, zone: string): Instant {
  if (interval === 'hour') return start + HOUR;
  // Days last 23 to 25 hours and months 28 to 31 days. A step into the middle of the next is safe.
  const step = interval === 'day' ? 1.5 * DAY : 45 * DAY;
  return bucketStart(start + step, interval, zone);
}

/** Canonical name of a time zone in any spelling. Throws InvalidInputError for an unknown zone. */
export function knownZone(zone: string): string {
  return formatterOf(zone).resolvedOptions().timeZone;
}

/** The instant of a local wall-clock time that is given as if it were UTC. */
function fromLocal(local: number, zone: string): Instant {
  const guess = local - offsetAt(zone, local);
  return local - offsetAt(zone, guess);
}

/**
 * Offset of a zone from UTC at a moment, in whole hours, rounded up. Rollups are hourly, so an edge
 * inside an hour moves to the hour below.
 */
function offsetAt(zone: string, at: Instant): number {
  if (zone === HOME_ZONE) return KST_OFFSET;
  const parts = Object.fromEntries(
    formatter(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  ) as Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>;
  const { year, month, day, hour, minute, second } = parts;
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  return Math.ceil((local - Math.floor(at / SECOND) * SECOND) / HOUR) * HOUR;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** There are about 600 zones, and each formatter takes many kilobytes. */
const MOST_FORMATTERS = 50;

function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = formatterOf(zone);
  if (formatters.size >= MOST_FORMATTERS) formatters.clear();
  formatters.set(zone, made);
  return made;
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch (cause) {
    throw new InvalidInputError(
      {
        en: `${JSON.stringify(zone)} is not a time zone.`,
        ko: `${JSON.stringify(zone)}은(는) 시간대가 아닙니다.`,
      },
      {
        en: 'Give an IANA name such as Asia/Seoul or Europe/Berlin.',
        ko: 'Asia/Seoul, Europe/Berlin 같은 IANA 이름을 주십시오.',
      },
      { cause },
    );
  }
}
