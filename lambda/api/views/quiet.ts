import type { z } from '@hono/zod-openapi';
import type { Instant } from '#core/time/time';
import type * as schemas from '#lambda/api/schemas/quiet';
import type { Maintenance, Quiet, Silenced } from '#pipeline/history/read-quiet';
import { iso, isoOrNull } from './time.ts';

/** The lists at the time `now`. */
export function quietView({ silences, maintenance }: Quiet, now: Instant) {
  return {
    silences: { items: silences.map((silence) => silenceView(silence, now)) },
    maintenance: { items: maintenance.map((one) => maintenanceView(one, now)) },
  };
}

function silenceView(silence: Silenced, now: Instant): z.infer<typeof schemas.silence> {
  const { id, group, services, from, to, reason, by, at } = silence;
  return {
    id,
    group,
    services: [...services],
    from: iso(from),
    to: iso(to),
    active: from <= now && now < to,
    reason: reason ?? null,
    by: by ?? null,
    at: isoOrNull(at),
  };
}

function maintenanceView(
  { window, group, next }: Maintenance,
  now: Instant,
): z.infer<typeof schemas.maintenanceWindow> {
  const { id, services, type, reason, by, at, retroactive = false } = window;
  return {
    id,
    source: group === null ? 'configured' : 'declared',
    group,
    services: [...services],
    type,
    reason,
    retroactive,
    next: next
      ? { from: iso(next.from), to: iso(next.to), active: next.from <= now && now < next.to }
      : null,
    by: by ?? null,
    at: isoOrNull(at),
  };
}
