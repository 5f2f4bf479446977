import * as z from 'zod/mini';
import { both } from '#adapters/configuration/both';
import { type Chat, NOTICE_TYPES, WEBHOOK_FORMATS, type Webhook } from '#core/watch/webhooks';

/** Webhooks and chat channels, as handlers read them. */

const OF_AN_OUTAGE: readonly string[] = ['updated', 'reminder', 'closed'];

export const events = z.array(z.enum(NOTICE_TYPES)).check(
  z.minLength(1, {
    error: both(
      'must name an event, or nothing is ever sent there',
      '이벤트를 하나 이상 적어야 합니다. 아니면 아무것도 보내지 않습니다',
    ),
  }),
  z.refine((list) => list.includes('opened') || !list.some((one) => OF_AN_OUTAGE.includes(one)), {
    error: both(
      'must hold `opened`: nobody hears how an outage goes on without its begin',
      '`opened`가 있어야 합니다. 시작 알림 없이 이후 알림만 받을 수는 없습니다',
    ),
  }),
);

export const template = z.record(z.string(), z.json());

export const webhookSchema = z.strictObject({
  id: z.string(),
  format: z.enum(WEBHOOK_FORMATS),
  secret: z.string(),
  header: z.string(),
  events,
  template: z.exactOptional(template),
}) satisfies z.ZodMiniType<Webhook>;

export const chatSchema = z.discriminatedUnion('type', [
  z.strictObject({
    id: z.string(),
    events,
    type: z.literal('slack'),
    workspaceId: z.string(),
    channelId: z.string(),
  }),
  z.strictObject({
    id: z.string(),
    events,
    type: z.literal('teams'),
    tenantId: z.string(),
    teamId: z.string(),
    channelId: z.string(),
  }),
]) satisfies z.ZodMiniType<Chat>;
