import { z } from '@hono/zod-openapi';
import { defined } from '#core/defined';
import type { Period } from '#core/time/calendar';
import { DAY } from '#core/time/time';
import type { UptimeQuery } from '#pipeline/history/buckets';
import { checkWindow, instant, zone } from './parameters.ts';

/** Parameters of uptime, as JSON and as CSV. */
export const uptimeParameters = z.strictObject({
  from: instant('Default: 2, 90 or 365 days before `to`, by interval.').optional(),
  to: instant('Default now.').optional(),
  interval: z.enum(['hour', 'day', 'month']).default('day').openapi({
    default: 'day',
    description:
      'An answer has at most 744 hours, 400 days or 120 months; with `tz`, 93 days or 3 months.',
  }),
  tz: zone,
  check: z.string().max(100).optional().openapi({ example: 'login' }),
});

const DEFAULT_WINDOW: Readonly<Record<Period, number>> = {
  hour: 2 * DAY,
  day: 90 * DAY,
  month: 365 * DAY,
};

export function uptimeQuery(
  service: string,
  asked: z.output<typeof uptimeParameters>,
  now: number,
): UptimeQuery {
  const to = asked.to ?? now;
  const from = asked.from ?? to - DEFAULT_WINDOW[asked.interval];
  checkWindow({ from, to });
  return {
    service,
    interval: asked.interval,
    zone: asked.tz,
    from,
    to,
    ...defined({ check: asked.check }),
  };
}
