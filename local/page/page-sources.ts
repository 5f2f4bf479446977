import type { z } from '@hono/zod-openapi';
import type { BoardGroup } from '#core/history/board';
import type { Outage } from '#core/outage/outage';
import type { OutageUpdate } from '#core/outage/update';
import { changedAt } from '#core/page/public-outage';
import type { DayFigures, PageInput } from '#core/page/public-page';
import { DAYS_SHOWN } from '#core/page/service-facts';
import { DAY, type Instant, MINUTE } from '#core/time/time';
import { outages as outageList } from '#lambda/api/schemas/outages';
import { status } from '#lambda/api/schemas/status';
import { updates } from '#lambda/api/schemas/updates';
import { uptime } from '#lambda/api/schemas/uptime';
import { type ApiOptions, answerOf } from '#local/report/api-client';
import { betweenOf, detailFromApi, outageOf } from '#local/report/from-api';
import { outagesFromFile } from '#local/report/from-file';

/** Facts about the page from a source. */
export type PageSource = Pick<PageInput, 'now' | 'mode' | 'board' | 'history' | 'updates'>;

/** The API's maximum per answer. Older outages are left out. */
const MOST_OUTAGES = 200;

/** Updates of older outages are not requested, because each needs a request. */
const WITH_UPDATES = 20;

/** A clock with a larger difference is not ours: the API belongs to a replay. */
const OTHER_CLOCK = 10 * MINUTE;

/** Current facts from the history API. Throws InvalidInputError, MonitorFaultError. */
export async function pageFromApi(options: ApiOptions, clock: Instant): Promise<PageSource> {
  const seen = await answerOf({ path: '/v1/status', what: 'status' }, status, options);
  const evaluatedAt = instant(seen.freshness.evaluatedAt);
  const isReplay =
    evaluatedAt !== null && !seen.freshness.stale && Math.abs(clock - evaluatedAt) > OTHER_CLOCK;
  const now = isReplay ? evaluatedAt : clock;
  const path = `/v1/outages?limit=${MOST_OUTAGES}`;
  const listed = await answerOf({ path, what: 'list of outages' }, outageList, options);
  const outages: Outage[] = [];
  for (const { id } of listed.items) {
    outages.push(outageOf(await detailFromApi(id, options)));
  }
  const told: OutageUpdate[] = [];
  for (const { id } of outages.slice(0, WITH_UPDATES)) told.push(...(await updatesOf(id, options)));
  const days: Record<string, readonly DayFigures[]> = {};
  for (const { id } of seen.services) days[id] = await daysOf(id, now, options);
  return {
    now,
    mode: isReplay ? 'record' : 'live',
    board: evaluatedAt === null ? [] : boardOf(seen, evaluatedAt),
    history: { outages, days },
    updates: told,
  };
}

async function updatesOf(outage: string, options: ApiOptions): Promise<readonly OutageUpdate[]> {
  const path = `/v1/outages/${outage}/updates`;
  const { items } = await answerOf({ path, what: `updates of ${outage}` }, updates, options);
  return items.map(({ ko, en, at, ...rest }) => ({
    ...rest,
    text: { ko, en },
    at: Date.parse(at),
  }));
}

function boardOf(seen: Status, updatedAt: Instant): readonly BoardGroup[] {
  const groups = [...new Set(seen.services.map(({ group }) => group))];
  return groups.map((group) => {
    const services = seen.services.filter((service) => service.group === group);
    const ids = services.map(({ id }) => id);
    return {
      group,
      updatedAt,
      networkInDoubt: seen.networkInDoubt,
      services: services.map(({ id, state, since }) => ({
        service: id,
        state,
        since: instant(since) ?? updatedAt,
        checks: [],
      })),
      openOutages: seen.openOutages
        .filter(({ services: down }) => down.some((id) => ids.includes(id)))
        .map(({ cause: { signature: _, matched: __, ...cause }, ...outage }) => ({
          ...outage,
          cause,
          startedBetween: betweenOf(outage.startedBetween),
        })),
      blips: seen.blips
        .filter(({ service }) => ids.includes(service))
        .map((blip) => ({
          ...blip,
          startedBetween: betweenOf(blip.startedBetween),
          endedBetween: betweenOf(blip.endedBetween),
        })),
    };
  });
}

type Status = z.output<typeof status>;

async function daysOf(id: string, now: Instant, options: ApiOptions) {
  const window = `from=${iso(now - (DAYS_SHOWN - 1) * DAY)}&to=${iso(now)}&interval=day`;
  const path = `/v1/services/${id}/uptime?${window}`;
  const { buckets } = await answerOf({ path, what: `service ${id}` }, uptime, options);
  const first = buckets.findIndex(({ checks }) =>
    checks.some(({ results }) => Object.keys(results).length > 0),
  );
  const known = first < 0 ? [] : buckets.slice(first);
  return known.map(({ start, seconds }) => ({ start: Date.parse(start), seconds }));
}

function iso(at: Instant): string {
  return new Date(at).toISOString();
}

function instant(text: string | null): Instant | null {
  return text === null ? null : Date.parse(text);
}

/** The outages of a summary: a record without facts about the services. */
export async function pageFromFile(file: string): Promise<PageSource> {
  const outages = await outagesFromFile(file);
  const now = Math.max(0, ...outages.map(changedAt));
  return { now, mode: 'record', board: [], history: { outages, days: {} }, updates: [] };
}
