import type { SQSRecord } from 'aws-lambda';
import { en } from 'zod/locales';
import * as z from 'zod/mini';
import type { CheckRequest, EvaluationRequest, TickEvent } from '#contract/messages';
import { InvalidRequestError } from '#core/errors';

z.config(en());

/** Queue messages are validated on arrival. An unknown one names itself and goes to the DLQ. */

const checkRequest = z.object({
  v: z.literal(1),
  check: z.string().check(z.minLength(1)),
  service: z.string().check(z.minLength(1)),
  group: z.string().check(z.minLength(1)),
  run: z.string().check(z.minLength(1)),
  trigger: z.enum(['scheduled', 'confirm', 'sibling', 'manual']),
  scheduledAt: z.int(),
  depth: z.enum(['host', 'static', 'data', 'login-page', 'session']),
  vantage: z.string(),
  urgent: z.exactOptional(z.boolean()),
}) satisfies z.ZodMiniType<CheckRequest>;

const evaluationRequest = z.object({
  v: z.literal(1),
  group: z.string().check(z.minLength(1)),
  at: z.int(),
  reason: z.enum(['tick', 'result', 'command', 'end-to-end', 'carrier']),
  carrier: z.exactOptional(
    z.object({
      outage: z.string(),
      notice: z.string(),
      channel: z.string(),
      route: z.enum(['primary', 'fallback']),
      id: z.string(),
      phone: z.string(),
      delivered: z.boolean(),
      says: z.string(),
    }),
  ),
}) satisfies z.ZodMiniType<EvaluationRequest>;

const tickEvent = z.object({
  scheduledTime: z.iso.datetime({ offset: true }),
}) satisfies z.ZodMiniType<TickEvent>;

export function parseCheckRequest(record: SQSRecord): CheckRequest {
  return parse(checkRequest, json(record.body), 'check request');
}

export function parseEvaluationRequest(record: SQSRecord): EvaluationRequest {
  return parse(evaluationRequest, json(record.body), 'evaluation request');
}

/** Tells whether something changed (SNS) or a minute passed (the scheduler). */
export function parsePageCall(event: unknown): { readonly changed: boolean } {
  if (z.object({ Records: z.array(z.unknown()).check(z.minLength(1)) }).safeParse(event).success) {
    return { changed: true };
  }
  parseTick(event);
  return { changed: false };
}

/** Epoch ms of the minute of a tick. */
export function parseTick(event: unknown): number {
  return Date.parse(parse(tickEvent, event, 'tick').scheduledTime);
}

function parse<T>(schema: z.ZodMiniType<T>, value: unknown, what: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new InvalidRequestError(
    `Not a ${what}: ${issue?.path.join('.') || 'message'}: ${issue?.message}`,
    'Sender and receiver must be deployed together.',
  );
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
