import { DAY, HOUR, type Instant, MINUTE, SECOND } from '#core/time/time';

/** Korea has had no daylight saving time since 1988, so a fixed offset is enough. */
export const KST_OFFSET = 9 * HOUR;

/** A wall-clock moment in Korea. */
export interface KstParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ms: number;
}

/** Days from 1970-01-01 to the KST calendar day of `at`. */
export function kstDay(at: Instant): number {
  return Math.floor((at + KST_OFFSET) / DAY);
}

/** Instant when the KST calendar day `day` (days since 1970-01-01) begins. */
export function kstDayStart(day: number): Instant {
  return day * DAY - KST_OFFSET;
}

/** Milliseconds since KST midnight. */
export function kstTimeOfDay(at: Instant): number {
  return at + KST_OFFSET - kstDay(at) * DAY;
}

/** 0 Sunday … 6 Saturday of a KST calendar day. 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** Gregorian date of a day number; Howard Hinnant's civil_from_days. */
export function civilDate(day: number): { year: number; month: number; day: number } {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

export function kstParts(at: Instant): KstParts {
  const time = kstTimeOfDay(at);
  return {
    ...civilDate(kstDay(at)),
    hour: Math.floor(time / HOUR),
    minute: Math.floor((time % HOUR) / MINUTE),
    second: Math.floor((time % MINUTE) / SECOND),
    ms: Math.floor(time % SECOND),
  };
}

function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}

/** `2024-07-18` in Korea. */
export function kstDate(at: Instant): string {
  const { year, month, day } = kstParts(at);
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

/** `09:15` in Korea. Seconds are cut off, so that a start is never shown later than it was seen. */
export function kstMinute(at: Instant): string {
  const { hour, minute } = kstParts(at);
  return `${pad(hour)}:${pad(minute)}`;
}

/** `09:15:40` in Korea. */
export function kstSecond(at: Instant): string {
  return `${kstMinute(at)}:${pad(kstParts(at).second)}`;
}

/** `2024-07-18T09:15:40+09:00`. Milliseconds only if there are any. */
export function kstIso(at: Instant): string {
  const { ms } = kstParts(at);
  return `${kstDate(at)}T${kstSecond(at)}${ms > 0 ? `.${pad(ms, 3)}` : ''}+09:00`;
}
