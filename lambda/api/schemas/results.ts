import { z } from '@hono/zod-openapi';
import { EVIDENCE_URL, kind, layer, next, orNull, outcome, time } from './common.ts';

const phases = z
  .object({
    dns: z.number(),
    connect: z.number(),
    tls: z.number(),
    firstByte: z.number(),
    body: z.number(),
  })
  .partial()
  .openapi('Phases', { description: 'Milliseconds; absent phases were not reached.' });

export const result = z
  .object({
    run: z.string(),
    check: z.string(),
    service: z.string(),
    group: z.string(),
    vantage: z.string(),
    trigger: z.enum(['scheduled', 'confirm', 'sibling', 'manual']),
    result: outcome,
    kind: orNull(kind),
    layer,
    reason: z.string(),
    rule: z.string(),
    matched: z.string().nullable(),
    signature: z.string().nullable(),
    scheduledAt: time,
    startedAt: time,
    finishedAt: time,
    durationMs: z.number(),
    depth: layer,
    passedLayers: z.array(layer),
    attempts: z.int(),
    phasesMs: orNull(phases),
    certificateDays: z.number().nullable(),
    note: z.string().nullable(),
  })
  .openapi('Result');

export const results = z.object({ items: z.array(result), next }).openapi('Results');

export const resultDetail = result
  .extend({
    steps: z.array(
      z.object({
        name: z.string(),
        layer,
        status: z.enum(['passed', 'failed', 'soft-failed', 'skipped']),
        startedMs: z.number(),
        durationMs: z.number(),
        error: z.string().nullable(),
      }),
    ),
    requests: z.record(z.string(), z.number()),
    evidence: z.array(
      z.object({
        type: z.string(),
        contentType: z.string(),
        bytes: z.number(),
        url: z.string().openapi({ description: EVIDENCE_URL }),
        step: orNull(z.string()).openapi({ description: 'Of a picture: the step it shows.' }),
        takenAt: orNull(time).openapi({
          description: 'Of a picture: when its run was due, which may be before this one.',
        }),
      }),
    ),
  })
  .openapi('ResultDetail');
