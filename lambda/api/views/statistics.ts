import type { z } from '@hono/zod-openapi';
import type * as schemas from '#lambda/api/schemas/statistics';
import type {
  Statistics,
  StatisticsPart,
  StatisticsQuery,
} from '#pipeline/history/read-statistics';
import { iso } from './time.ts';
import { secondsView } from './uptime.ts';

export function statisticsView(
  of: StatisticsQuery['of'],
  { months, services, ...whole }: Statistics,
): z.infer<typeof schemas.statistics> {
  return {
    service: 'service' in of ? of.service : null,
    group: 'group' in of ? of.group : null,
    ...partView(whole),
    months: months.map(partView),
    services: services.map(({ service, ...part }) => ({ service, ...partView(part) })),
  };
}

function partView({ uptime, budget, ...figures }: StatisticsPart) {
  return {
    start: iso(uptime.start),
    end: iso(uptime.end),
    availability: uptime.availability,
    unknownShare: uptime.unknownShare,
    seconds: secondsView(uptime.seconds),
    partial: uptime.partial,
    blips: uptime.blips,
    ...figures,
    unknownShares: { ...figures.unknownShares },
    budget: { ...budget },
  };
}
