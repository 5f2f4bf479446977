import { z } from '@hono/zod-openapi';
import { OUTCOMES } from '#core/run/verdict';
import { kind, layer, time } from './common.ts';

const share = z.number().min(0).max(1).nullable();

const latency = z
  .object({ count: z.int(), p50: z.number(), p95: z.number(), p99: z.number() })
  .nullable()
  .openapi('Latency', {
    description: 'Milliseconds, within 5 %; of runs that passed or were degraded.',
  });

export const seconds = z
  .object({
    up: z.number(),
    degraded: z.number(),
    down: z.number(),
    maintenance: z.number(),
    unknown: z.number(),
  })
  .openapi('Seconds', {
    description: 'The service is down while any of its checks is, unknown only while all are.',
  });

const bucket = z
  .object({
    start: time,
    end: time,
    availability: share.openapi({ description: 'Up or degraded time / known time.' }),
    unknownShare: share.openapi({ description: 'Unknown time / time outside maintenance.' }),
    seconds,
    frozen: z.boolean().openapi({ description: 'A closed month: final.' }),
    partial: z.boolean().openapi({
      description: 'Not over, or its last runs are not counted yet: the figures still grow.',
    }),
    blips: z.int().openapi({ description: 'Failures that ended before they lasted.' }),
    retroactive: z.boolean().openapi({
      description: 'Maintenance in it was declared when it had begun.',
    }),
    checks: z.array(
      z.object({
        check: z.string(),
        results: z.partialRecord(z.enum(OUTCOMES), z.int()),
        kinds: z.partialRecord(kind, z.int()).openapi({ description: 'Why runs did not pass.' }),
        latencyMs: latency,
      }),
    ),
  })
  .openapi('UptimeBucket');

export const uptime = bucket
  .extend({
    service: z.string(),
    interval: z.enum(['hour', 'day', 'month']),
    tz: z.string(),
    buckets: z.array(bucket),
  })
  .openapi('Uptime');

export const layers = z
  .object({
    service: z.string(),
    interval: z.enum(['hour', 'day', 'month']),
    tz: z.string(),
    items: z.array(
      z.object({
        start: time,
        end: time,
        check: z.string(),
        layer,
        availability: share,
        unknownShare: share,
        seconds,
        latencyMs: latency,
      }),
    ),
  })
  .openapi('Layers');
