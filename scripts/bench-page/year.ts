import type { Stores } from '#adapters/dynamodb/stores';
import { kstDay, kstDayStart } from '#core/time/kst';
import { DAY, type Instant, MINUTE } from '#core/time/time';
import { defaultConfiguration } from '#local/configuration';
import { closedOf, outageOf } from '../../test/support/outages.ts';

/** A year of six services: a rollup for each day and check, an outage each week, the board. */
export async function seedYear(stores: Stores, now: Instant): Promise<number> {
  const { checks, services } = defaultConfiguration().catalogue;
  const today = kstDayStart(kstDay(now));
  let items = 1;
  for (let back = 1; back <= 365; back += 1) {
    const start = today - back * DAY;
    await Promise.all(
      checks.map(({ id, service }) => stores.rollups.put(dayOf(id, service, start))),
    );
    items += checks.length;
    if (back % 7 === 0) {
      await stores.outages.put(
        outageAt(
          start,
          services.map(({ id }) => id),
        ),
      );
      items += 1;
    }
  }
  await stores.board.put({
    group: services[0]?.group ?? '',
    updatedAt: now,
    networkInDoubt: false,
    openOutages: [],
    services: services.map(({ id }) => ({ service: id, state: 'up', since: today, checks: [] })),
  });
  return items;
}

function dayOf(check: string, service: string, start: Instant) {
  const latency = Object.fromEntries(
    Array.from({ length: 18 }, (_, index) => [84 + index, 60 + index]),
  );
  const seconds = { up: 86_100, degraded: 0, down: 300, maintenance: 0, unknown: 0 };
  const results = { passed: 1_400, failed: 5 };
  const kinds = { timeout: 5 };
  return {
    schema: 1,
    check,
    service,
    period: 'day',
    start,
    seconds,
    results,
    kinds,
    latency,
    frozen: false,
  } as const;
}

function outageAt(start: Instant, services: readonly string[]) {
  const by = start + 10 * 60 * MINUTE;
  const date = new Date(by + 9 * 60 * MINUTE).toISOString().slice(0, 10).replaceAll('-', '');
  const outage = outageOf(services, {
    id: `moel-${date}-1000`,
    startedBetween: { after: by - MINUTE, by },
  });
  return {
    ...closedOf(outage),
    endedBetween: { after: by + 4 * MINUTE, by: by + 5 * MINUTE },
  };
}
