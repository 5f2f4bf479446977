import type { Observation } from '#core/run/observation';
import { kstDay } from '#core/time/kst';
import { DAY } from '#core/time/time';

/** "12월 5일", "12/5", "12.5." without white space. A version or a full date has more numbers. */
const DATE = /(?<![\d./])(\d{1,2})(?:월(\d{1,2})일|[./](\d{1,2})(?![\d/]|\.\d))/gu;
/** A day that seems longer ago than this is one of the next year. */
const HALF_A_YEAR = 183;

/**
 * Every day in the sentence comes after the day of the answer, by its Date header. False if there
 * is no such header or no day.
 */
export function isOfALaterDay(
  sentence: string,
  { headers }: Pick<Observation, 'headers'>,
): boolean {
  const now = Date.parse(headers.date ?? '');
  if (Number.isNaN(now)) return false;
  const today = kstDay(now);
  const days = [...sentence.matchAll(DATE)].map(([, month, day, other]) =>
    dayAround(today, Number(month), Number(day ?? other)),
  );
  return days.length > 0 && days.every((day) => day > today);
}

function dayAround(today: number, month: number, day: number): number {
  const year = new Date(today * DAY).getUTCFullYear();
  const inYear = (one: number) => Math.floor(Date.UTC(one, month - 1, day) / DAY);
  return inYear(year) < today - HALF_A_YEAR ? inYear(year + 1) : inYear(year);
}
