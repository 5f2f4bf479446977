import { civilDate, kstDay, kstDayStart, kstTimeOfDay, weekdayOf } from '#core/time/kst';
import { DAY, type Instant, MINUTE } from '#core/time/time';
import type { MaintenanceWindow } from '#core/watch/configuration';

type Recurring = Extract<MaintenanceWindow, { type: 'weekly' | 'monthly' }>;

/** One occurrence of a window. `to` is exclusive. */
export interface WindowOccurrence {
  readonly window: MaintenanceWindow;
  readonly from: Instant;
  readonly to: Instant;
}

/** Longest gap between two occurrences: from the last weekday of one month to that of the next. */
const LOOK_AHEAD_DAYS = 70;

/** Milliseconds since midnight of `HH:MM`. NaN for anything else. `24:00` is the end of the day. */
function timeOfDay(text: string): number {
  const match = /^(\d{2}):(\d{2})$/.exec(text);
  if (!match) return Number.NaN;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minutes <= 1_440 ? minutes * MINUTE : Number.NaN;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function beginsOn(window: Recurring, day: number): boolean {
  if (weekdayOf(day) !== window.weekday) return false;
  if (window.type === 'weekly') return true;
  const date = civilDate(day);
  if (window.nth === 5 || window.nth === -1) {
    return date.day + 7 > daysInMonth(date.year, date.month);
  }
  return Math.ceil(date.day / 7) === window.nth;
}

/** Length in ms. A `to` at or before `from` is on the next day. */
function lengthOf(window: Recurring): number {
  const length = timeOfDay(window.to) - timeOfDay(window.from);
  return length > 0 ? length : length + DAY;
}

function covers(window: MaintenanceWindow, at: Instant): boolean {
  if (window.type === 'once') return at >= window.from && at < window.to;
  const day = kstDay(at);
  const today = beginsOn(window, day);
  const yesterday = beginsOn(window, day - 1);
  if (!today && !yesterday) return false;
  const length = lengthOf(window);
  const sinceFrom = kstTimeOfDay(at) - timeOfDay(window.from);
  return (today && sinceFrom >= 0 && sinceFrom < length) || (yesterday && sinceFrom + DAY < length);
}

function concerns(window: MaintenanceWindow, service: string): boolean {
  return window.services.length === 0 || window.services.includes(service);
}

/** The declared maintenance that `service` is in at `at`, if any. */
export function windowAt(
  windows: readonly MaintenanceWindow[],
  service: string,
  at: Instant,
): MaintenanceWindow | undefined {
  return windows.find((window) => concerns(window, service) && covers(window, at));
}

/** The occurrence that covers `at`, or the next one after it. */
export function nextOccurrence(
  window: MaintenanceWindow,
  at: Instant,
): WindowOccurrence | undefined {
  if (neverMatches(window)) return undefined;
  if (window.type === 'once') {
    return at < window.to ? { window, from: window.from, to: window.to } : undefined;
  }
  const today = kstDay(at);
  for (let day = today - 1; day <= today + LOOK_AHEAD_DAYS; day += 1) {
    if (!beginsOn(window, day)) continue;
    const from = kstDayStart(day) + timeOfDay(window.from);
    const to = from + lengthOf(window);
    if (at < to) return { window, from, to };
  }
  return undefined;
}

/** The occurrence that covers `at`, or else the next one after it. */
export function nextWindow(
  windows: readonly MaintenanceWindow[],
  service: string,
  at: Instant,
): WindowOccurrence | undefined {
  return windows
    .filter((window) => concerns(window, service))
    .map((window) => nextOccurrence(window, at))
    .filter((occurrence) => occurrence !== undefined)
    .sort((a, b) => a.from - b.from)[0];
}

/** Occurrences that have not ended at `from` and begin before `to`, in order. */
export function occurrencesOf(
  window: MaintenanceWindow,
  from: Instant,
  to: Instant,
): readonly WindowOccurrence[] {
  const found: WindowOccurrence[] = [];
  let next = nextOccurrence(window, from);
  while (next && next.from < to) {
    found.push(next);
    next = nextOccurrence(window, next.to);
  }
  return found;
}

/** True for a window that can never cover a moment, which is a mistake in the configuration. */
export function neverMatches(window: MaintenanceWindow): boolean {
  if (window.type === 'once') return !(window.from < window.to);
  if (Number.isNaN(lengthOf(window)) || timeOfDay(window.from) >= DAY) return true;
  if (!Number.isInteger(window.weekday) || window.weekday < 0 || window.weekday > 6) return true;
  return window.type === 'monthly' && ![1, 2, 3, 4, 5, -1].includes(window.nth);
}
