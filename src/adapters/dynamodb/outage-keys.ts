import type { Outage } from '#core/outage/outage';
import { dayStamp, stampIn } from '#core/outage/outage-id';
import { kstDay, kstDayStart } from '#core/time/kst';
import type { Instant } from '#core/time/time';

/** All outages, in order of first failure. */
export const OUTAGES = 'OUTAGES';

/** Before every day: the position of an id without a date. */
const NO_DAY = '00000000';

/** An open outage is written often, so only days that may be new are marked. */
const NEW_DAYS = 2;

/** Sort key: `<yyyymmdd-hhmm>#<id>`, which the id alone determines. */
export function positionOf(id: string): string {
  return `${stampIn(id) ?? `${NO_DAY}-0000`}#${id}`;
}

/** Partition of the outages that lasted into a day, `yyyymmdd`. */
export function reachedDay(day: string): string {
  return `${OUTAGES}#${day}`;
}

/** The KST days, `yyyymmdd`, at whose start the outage had begun and was not over. */
export function daysInto({ id, state, endedBetween }: Outage, now: Instant): readonly string[] {
  const began = positionOf(id).slice(0, NO_DAY.length);
  if (began === NO_DAY) return [];
  const last = kstDay(endedBetween?.by ?? now);
  const days: string[] = [];
  for (let day = last; dayStamp(kstDayStart(day)) > began; day -= 1) {
    if (state === 'open' && days.length === NEW_DAYS) break;
    days.push(dayStamp(kstDayStart(day)));
  }
  return days;
}
