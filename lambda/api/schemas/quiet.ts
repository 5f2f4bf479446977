import { z } from '@hono/zod-openapi';
import { orNull, time } from './common.ts';

const who = {
  by: z.string().nullable().openapi({ description: 'Name of the token; null: not kept.' }),
  at: orNull(time),
};

export const silence = z
  .object({
    id: z.string(),
    group: z.string(),
    services: z.array(z.string()).openapi({ description: 'Empty: the whole group.' }),
    from: time,
    to: time,
    active: z.boolean(),
    reason: z.string().nullable(),
    ...who,
  })
  .openapi('Silence');

export const silences = z.object({ items: z.array(silence) }).openapi('Silences');

const occurrence = z
  .object({ from: time, to: time, active: z.boolean() })
  .openapi('MaintenanceOccurrence');

export const maintenanceWindow = z
  .object({
    id: z.string(),
    source: z.enum(['configured', 'declared']),
    group: z.string().nullable(),
    services: z
      .array(z.string())
      .openapi({ description: 'Empty: the whole group; of a configured one, all services.' }),
    type: z.enum(['once', 'weekly', 'monthly']),
    reason: z.string(),
    retroactive: z
      .boolean()
      .openapi({ description: 'Declared when it had begun: the figures before follow.' }),
    next: orNull(occurrence).openapi({ description: 'The one that goes on, or the next.' }),
    ...who,
  })
  .openapi('MaintenanceWindow');

export const maintenanceWindows = z
  .object({ items: z.array(maintenanceWindow) })
  .openapi('MaintenanceWindows');
