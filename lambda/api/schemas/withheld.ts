import { z } from '@hono/zod-openapi';
import { between, kind, layer, orNull, time } from './common.ts';
import { withheldReason } from './outages.ts';

const withheldService = z
  .object({
    at: time,
    reason: withheldReason,
    run: z.string().nullable().openapi({ description: 'The latest failure that counts.' }),
    layer: orNull(layer),
    kind: orNull(kind),
    startedBetween: orNull(between).openapi({ description: 'Of a blip.' }),
    endedBetween: orNull(between).openapi({ description: 'Of a blip.' }),
  })
  .openapi('WithheldService');

export const withheldServices = z
  .object({ items: z.array(withheldService) })
  .openapi('WithheldServices');
