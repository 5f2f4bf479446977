import type { Observation } from '#core/run/observation';
import { kstDay, kstDayStart } from '#core/time/kst';
import { DAY, HOUR, type Instant, MINUTE } from '#core/time/time';

/**
 * Days and hours in a sentence without white space: "2026.11.27.(금)", "12월5일", "12/5", "오늘",
 * "22:00", "오후10시30분". A version has more numbers than a day.
 */
const TIMES = new RegExp(
  [
    /(?<year>20\d\d)[.\-/년](?<monthOfYear>\d{1,2})[.\-/월](?<dayOfYear>\d{1,2})일?/u,
    /(?<![\d./])(?<month>\d{1,2})(?:월(?<day>\d{1,2})일|[./](?<date>\d{1,2})(?![\d/]|\.\d))/u,
    /(?<near>오늘|금일|당일|내일|명일|모레|어제|작일)/u,
    /(?<half>오전|오후|아침|낮|저녁|밤|새벽)?(?<hour>\d{1,2})(?::(?<minute>\d\d)(?!\d)|시(?!간)(?:(?<past>\d{1,2})분|(?<and>반))?)/u,
    /(?<point>자정|정오)/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);
const NEAR = { 오늘: 0, 금일: 0, 당일: 0, 내일: 1, 명일: 1, 모레: 2, 어제: -1, 작일: -1 };
/** A day that seems longer ago than this is one of the next year. */
const HALF_A_YEAR = 183;
const NOON = 12;
/** One time with these words is that of an end, and the trouble is here already. */
const OF_AN_END = /까지|복구|재개|정상|완료|이후|오픈|가능/u;
const OF_NOW = /현재|지금|이시각|고있|중(입니|이며|이오)/u;

/** From the first to the last time in a sentence. */
interface Told {
  /** Start of its first day. */
  readonly day: Instant;
  readonly from: Instant;
  readonly to: Instant;
  /** True if it says from which hour to which. */
  readonly byHours: boolean;
  /** True if it says when something ends, and not when it begins. */
  readonly isEnd: boolean;
}

type Answered = Pick<Observation, 'headers'>;

/** A day, or hours of a day that another line names. */
export function namesTime(sentence: string): boolean {
  return sentence.search(TIMES) >= 0;
}

/**
 * Every day in the sentence comes after the day of the answer, by its Date header. False if there
 * is no such header or no day.
 */
export function isOfALaterDay(sentence: string, seen: Answered): boolean {
  const now = timeOf(seen);
  return now !== undefined && begins(sentence, now).day > now;
}

/**
 * The same to the hour, for planned work only. A failure may name an hour that the clock of the
 * answer has not reached.
 */
export function isToCome(sentence: string, seen: Answered): boolean {
  const now = timeOf(seen);
  return now !== undefined && begins(sentence, now).from > now;
}

const NEVER = { day: Number.NEGATIVE_INFINITY, from: Number.NEGATIVE_INFINITY };

function begins(sentence: string, now: Instant): Pick<Told, 'day' | 'from'> {
  const told = OF_NOW.test(sentence) ? undefined : timesIn(sentence, now);
  return !told || told.isEnd ? NEVER : told;
}

/** The answer came within the hours of the sentence, which also names the day. */
export function isUnderWay(sentence: string, seen: Answered): boolean {
  const now = timeOf(seen);
  const told = now === undefined ? undefined : timesIn(sentence, now);
  return told?.byHours === true && now !== undefined && told.from <= now && now < told.to;
}

function timeOf({ headers }: Answered): Instant | undefined {
  const now = Date.parse(headers.date ?? '');
  return Number.isNaN(now) ? undefined : now;
}

type Groups = Readonly<Record<string, string | undefined>>;

function timesIn(sentence: string, now: Instant): Told | undefined {
  const today = kstDay(now);
  let day: number | undefined;
  const days: Instant[] = [];
  const hours: Instant[] = [];
  let isLate = false;
  for (const { groups = {} } of sentence.matchAll(TIMES)) {
    const named = dayOf(groups, today);
    if (named !== undefined) {
      day = named;
      days.push(kstDayStart(named));
      continue;
    }
    if (day === undefined) continue;
    isLate ||= /오후|저녁|밤/u.test(groups.half ?? '');
    const at = kstDayStart(day) + hourOf(groups, isLate);
    const before = hours.at(-1);
    hours.push(before !== undefined && at < before ? at + DAY : at);
  }
  const span = spanOf(days, hours);
  const isEnd = Math.max(days.length, hours.length) === 1 && OF_AN_END.test(sentence);
  return span && { ...span, isEnd };
}

function spanOf(
  days: readonly Instant[],
  hours: readonly Instant[],
): Omit<Told, 'isEnd'> | undefined {
  if (days.length === 0) return undefined;
  const [from = Math.min(...days)] = hours;
  const byHours = hours.length > 1;
  const to = byHours ? Math.max(...hours) : Math.max(...days) + DAY;
  return { day: Math.min(...days), from, to, byHours };
}

/** Days since 1970-01-01, in Korea. */
function dayOf(groups: Groups, today: number): number | undefined {
  const { date, day, dayOfYear, month, monthOfYear, near, year } = groups;
  if (near !== undefined) return today + NEAR[near as keyof typeof NEAR];
  if (year !== undefined) return dayIn(Number(year), Number(monthOfYear), Number(dayOfYear));
  return month === undefined ? undefined : dayAround(today, Number(month), Number(day ?? date));
}

function dayIn(year: number, month: number, day: number): number {
  return Math.floor(Date.UTC(year, month - 1, day) / DAY);
}

function dayAround(today: number, month: number, day: number): number {
  const year = new Date(today * DAY).getUTCFullYear();
  const here = dayIn(year, month, day);
  return here < today - HALF_A_YEAR ? dayIn(year + 1, month, day) : here;
}

/** Milliseconds after midnight. "오후 6시 ~ 8시" names the half of the day once. */
function hourOf({ and, half, hour, minute, past, point }: Groups, isLate: boolean): number {
  if (point !== undefined) return point === '정오' ? NOON * HOUR : DAY;
  const named = Number(hour);
  const isMorning = /오전|아침|새벽/u.test(half ?? '');
  const late = isLate && !isMorning && named < NOON;
  const hours = late ? named + NOON : named;
  return hours * HOUR + (and ? 30 : Number(minute ?? past ?? 0)) * MINUTE;
}
