import type { z } from '@hono/zod-openapi';
import type { WithheldService } from '#core/outage/withheld';
import type * as schemas from '#lambda/api/schemas/withheld';
import { betweenView, iso } from './time.ts';

export function withheldView(
  items: readonly WithheldService[],
): z.infer<typeof schemas.withheldServices> {
  return {
    items: items.map(({ at, reason, run, layer, kind, startedBetween, endedBetween }) => ({
      at: iso(at),
      reason,
      run: run ?? null,
      layer: layer ?? null,
      kind: kind ?? null,
      startedBetween: startedBetween ? betweenView(startedBetween) : null,
      endedBetween: endedBetween ? betweenView(endedBetween) : null,
    })),
  };
}
