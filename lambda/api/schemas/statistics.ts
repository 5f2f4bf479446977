import { z } from '@hono/zod-openapi';
import { time } from './common.ts';
import { seconds, uptime } from './uptime.ts';

const meanSeconds = (description: string) => z.number().nullable().openapi({ description });

const part = z
  .object({
    start: time,
    end: time,
    availability: z.number().nullable(),
    unknownShare: z
      .number()
      .nullable()
      .openapi({ description: 'Share of the time that nobody knows about.' }),
    seconds: seconds.openapi({ description: 'Of a group: the sum over its services.' }),
    partial: z.boolean(),
    blips: z.int().openapi({
      description: 'Failures of a check that ended before they lasted; counted since version 0.2.',
    }),
    outages: z.int().openapi({ description: 'That began in it; drills left out.' }),
    recurrences: z.int(),
    detectSeconds: meanSeconds('MTTD: first failure seen to the decision, mean.'),
    acknowledgeSeconds: meanSeconds('MTTA: decision to the first acknowledgement, mean.'),
    recoverSeconds: meanSeconds('MTTR: first failure to the first pass after it, mean.'),
    longestDownSeconds: meanSeconds('First to last failure of the longest one.'),
    unknownShares: z
      .object({
        detect: z.number().nullable(),
        acknowledge: z.number().nullable(),
        recover: z.number().nullable(),
      })
      .openapi({
        description:
          'Share of the outages that began unseen, were not acknowledged, or are not over.',
      }),
    budget: z.object({
      target: z.number(),
      allowedDownSeconds: z.number().openapi({ description: 'Of the time that is known.' }),
      remainingDownSeconds: z.number().openapi({ description: 'Below 0: overspent.' }),
      met: z.boolean().nullable(),
    }),
  })
  .openapi('StatisticsPart');

export const statistics = part
  .extend({
    service: z.string().nullable(),
    group: z.string().nullable(),
    months: z.array(part),
    services: z
      .array(part.extend({ service: z.string() }))
      .openapi({ description: 'Of a group: each service over the whole window.' }),
  })
  .openapi('Statistics');

export const uptimes = z.object({ items: z.array(uptime) }).openapi('Uptimes');
