import type { z } from '@hono/zod-openapi';
import type * as schemas from '#lambda/api/schemas/statistics';
import type { Statistics, StatisticsPart } from '#pipeline/history/read-statistics';
import { iso } from './time.ts';
import { secondsView } from './uptime.ts';

export function statisticsView(
  service: string,
  { months, ...whole }: Statistics,
): z.infer<typeof schemas.statistics> {
  return { service, ...partView(whole), months: months.map(partView) };
}

function partView({ uptime, budget, ...figures }: StatisticsPart) {
  return {
    start: iso(uptime.start),
    end: iso(uptime.end),
    availability: uptime.availability,
    unknownShare: uptime.unknownShare,
    seconds: secondsView(uptime.seconds),
    partial: uptime.partial,
    ...figures,
    budget: { ...budget },
  };
}
