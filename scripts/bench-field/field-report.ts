import { isOwn } from '#core/notice/notice';
import type { Outage } from '#core/outage/outage';
import { HOUR, type Instant, MINUTE } from '#core/time/time';
import type { Simulated } from '#local/simulate/simulate';
import type { FieldHistory, SiteOutage } from './field-history.ts';

/** Every outage of a site that lasts this long must be announced. */
const LONG_MS = 10 * MINUTE;

/** Longer than what came back twice has to work before its end is told. */
const HELD_MS = 3 * HOUR;

/** True if an outage stays open long after two thirds of its sites have returned. */
export function isHeldOpen({ incidents, closedAt }: Outage, now: Instant): boolean {
  const ends = incidents
    .map(({ endedBetween }) => endedBetween?.by ?? Number.POSITIVE_INFINITY)
    .sort((a, b) => a - b);
  const most = ends[Math.ceil((ends.length * 2) / 3) - 1] ?? now;
  return ends.length > 2 && (closedAt ?? now) - most > HELD_MS;
}

/** True if the site was in an announced outage while it was down. */
function isTold({ service, from, to }: SiteOutage, outages: readonly Outage[]): boolean {
  return outages.some(
    ({ incidents, startedBetween, closedAt = Number.POSITIVE_INFINITY, timeline }) =>
      incidents.some((incident) => incident.service === service) &&
      startedBetween.by <= to &&
      closedAt >= from &&
      timeline.some((entry) => entry.type === 'notice'),
  );
}

export function fieldReport(
  rules: string,
  { outages: sites, to: end }: FieldHistory,
  { summary, outages }: Simulated,
): Readonly<Record<string, string | number>> {
  const notices = summary.notices.filter((notice) => !isOwn(notice));
  const each = (count: number) =>
    outages.length === 0 ? '-' : (count / outages.length).toFixed(2);
  const sms = notices.filter((notice) => notice.sms !== undefined).length;
  const updated = notices.filter(({ type, sms: text }) => type === 'updated' && !text).length;
  const long = sites.filter(({ from, to }) => to - from >= LONG_MS);
  return {
    rules,
    'outages of sites': sites.length,
    'one alert a site': 2 * sites.length,
    'our outages': outages.length,
    SMS: sms,
    'SMS to own subscribers': summary.notices.filter(isOwn).length,
    'SMS an outage (≤ 2.1)': each(sms),
    updated,
    'updated an outage (≤ 0.4)': each(updated),
    recurrences: outages.reduce((sum, { recurrences }) => sum + recurrences, 0),
    '[재발] SMS': notices.filter(({ again, sms: text }) => again && text).length,
    'held open (0)': outages.filter((one) => isHeldOpen(one, end)).length,
    'of 10 min or more': long.length,
    'never told (0)': long.filter((one) => !isTold(one, outages)).length,
  };
}
