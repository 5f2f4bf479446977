import { z } from '@hono/zod-openapi';
import { CARRIER_STATES } from '#core/notice/carriers';
import { DELIVERY_STATES } from '#core/notice/notice';
import { WITHHELD_REASONS } from '#core/outage/telling';
import { NOTICE_TYPES } from '#core/watch/webhooks';
import { between, EVIDENCE_URL, kind, layer, next, orNull, time } from './common.ts';
import { cause } from './status.ts';

const person = z.object({ by: z.string(), at: time });

const incident = z
  .object({
    service: z.string(),
    startedBetween: between,
    endedBetween: orNull(between),
    layer,
    kind,
    signature: z.string().nullable(),
    databaseText: z.boolean(),
    matched: z.string().nullable(),
    passedLayers: z.array(layer),
    runs: z.array(z.string()),
  })
  .openapi('Incident');

export const outage = z
  .object({
    id: z.string(),
    group: z.string(),
    state: z.enum(['open', 'closed']),
    drill: z.boolean().openapi({ description: 'A rehearsal: nothing failed.' }),
    services: z.array(z.string()),
    cause,
    incidents: z.array(incident),
    unaffected: z.array(z.string()),
    startedBetween: between,
    endedBetween: orNull(between),
    openedAt: time,
    closedAt: orNull(time),
    downSeconds: z.number(),
    recurrences: z.int(),
    acknowledged: orNull(person),
    firstAcknowledged: orNull(person).openapi({ description: 'Stays when it is taken back.' }),
  })
  .openapi('Outage');

export const outages = z.object({ items: z.array(outage), next }).openapi('Outages');

export const carrier = z
  .object({
    state: z.enum(CARRIER_STATES),
    delivered: z.int().openapi({ description: 'Phones to which a carrier delivered it.' }),
    failures: z.array(
      z.object({
        phone: z.string().openapi({ description: 'Its last digits.', example: '…5678' }),
        says: z.string().openapi({ description: "The provider's words." }),
      }),
    ),
    fellBack: z.boolean().openapi({ description: 'Sent again, because a carrier failed.' }),
  })
  .openapi('Carrier', { description: 'What carriers answered to the SMS.' });

export const delivery = z
  .object({
    channel: z.string().openapi({ example: 'sns' }),
    state: z.enum(DELIVERY_STATES),
    route: z.enum(['primary', 'fallback']),
    attempts: z.int(),
    attemptedAt: orNull(time),
    nextTryAt: orNull(time),
    sentAt: orNull(time),
    messageId: z.string().nullable().openapi({ description: "The provider's." }),
    lastError: z.string().nullable(),
    carrier: orNull(carrier).openapi({ description: 'null: nobody reads what carriers answer.' }),
  })
  .openapi('Delivery');

export const notice = z
  .object({
    id: z.string(),
    seq: z.int(),
    type: z.enum(NOTICE_TYPES),
    at: time,
    services: z.array(z.string()),
    severity: z.enum(['critical', 'warning', 'attention', 'info']),
    sms: z.string().nullable(),
    subject: z.string(),
    text: z.string(),
    deliveries: z.array(delivery),
  })
  .openapi('Notice');

/** `src/core/outage/telling.ts` explains each reason. */
export const withheldReason = z.enum(WITHHELD_REASONS).openapi('WithheldReason');

export const timelineEntry = z
  .object({
    at: time,
    type: z.string(),
    service: z.string().nullable(),
    by: z.string().nullable(),
    text: z.string().openapi({ description: 'An English sentence, or what a person wrote.' }),
    check: orNull(z.string()),
    layer: orNull(layer),
    kind: orNull(kind),
    seq: orNull(z.int()),
    as: z.enum(['opened', 'updated', 'reminder', 'closed', 'reopened']).nullable(),
    reason: orNull(withheldReason),
    until: orNull(time).openapi({ description: 'Of a silence: its end.' }),
  })
  .openapi('TimelineEntry');

export const note = person
  .extend({
    number: z.int().nullable().openapi({ description: 'null: kept by an older version.' }),
    text: z.string().nullable().openapi({ description: 'null: withdrawn.' }),
    withdrawn: orNull(person),
  })
  .openapi('Note');

export const notes = z.object({ items: z.array(note), next }).openapi('Notes');

export const outageDetail = outage
  .extend({
    notes: z.array(note).openapi({ description: 'The newest 50, oldest of them first.' }),
    moreNotes: z.boolean().openapi({ description: 'GET /v1/outages/{id}/notes has more.' }),
    timeline: z.array(timelineEntry),
    notices: z.array(notice),
    evidence: z.array(
      z.object({
        key: z.string(),
        url: z.string().openapi({ description: EVIDENCE_URL }),
      }),
    ),
  })
  .openapi('OutageDetail');
