import { z } from '@hono/zod-openapi';
import { between, kind, layer, orNull, outcome, state, time } from './common.ts';
import { maintenanceWindow, silence } from './quiet.ts';

export const cause = z
  .object({
    layer,
    kind,
    confidence: z.enum(['certain', 'likely', 'unclear']),
    shared: z.boolean(),
    databaseText: z.boolean(),
    signature: z.string().optional(),
    matched: z.string().optional(),
  })
  .openapi('Cause');

const check = z
  .object({
    id: z.string(),
    type: z.enum(['journey', 'probe', 'control']),
    intervalSeconds: z.int(),
    depth: layer,
    sharedWith: z.string().optional().openapi({
      description:
        'Check of another service on the very same screens, whose runs count for this one.',
    }),
    state,
    since: orNull(time),
    lastResult: z
      .object({
        run: z.string().optional(),
        at: time.optional(),
        result: outcome.optional(),
        kind: kind.optional(),
        durationMs: z.number().optional(),
      })
      .nullable(),
    reached: orNull(layer),
    certificateDays: z.number().nullable(),
  })
  .openapi('CheckStatus');

export const service = z
  .object({
    id: z.string(),
    name: z.string(),
    shortName: z.string(),
    nameEn: z.string(),
    group: z.string(),
    site: z.string(),
    state,
    since: orNull(time),
    loginStoppedSince: orNull(time),
    checks: z.array(check),
  })
  .openapi('Service');

const blip = z
  .object({
    service: z.string(),
    check: z.string(),
    startedBetween: between,
    endedBetween: between,
    layer,
    kind,
    run: z.string().openapi({ description: 'The latest run that failed.' }),
  })
  .openapi('Blip');

export const services = z.object({ items: z.array(service) }).openapi('Services');

export const status = z
  .object({
    state,
    services: z.array(service),
    openOutages: z.array(
      z.object({
        id: z.string(),
        services: z.array(z.string()),
        cause,
        startedBetween: between,
        acknowledged: z.boolean(),
      }),
    ),
    blips: z.array(blip).openapi({
      description: 'Failures of the last week that ended before they lasted, newest first.',
    }),
    coverage: z.array(
      z.object({
        service: z.string(),
        depth: layer,
        reached: orNull(layer),
        heldBack: z.array(z.enum(['no-permission', 'login-stopped'])),
        unseen: z.array(z.string()),
      }),
    ),
    networkInDoubt: z.boolean(),
    silences: z.array(silence),
    maintenance: z
      .array(maintenanceWindow)
      .openapi({ description: 'What goes on or begins within 31 days.' }),
    freshness: z.object({
      evaluatedAt: orNull(time),
      latestResultAt: orNull(time),
      stale: z.boolean(),
    }),
  })
  .openapi('Status');
