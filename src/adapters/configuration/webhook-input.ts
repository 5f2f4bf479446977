import * as z from 'zod';
import { both } from '#adapters/configuration/both';
import { id } from '#adapters/configuration/id-schema';
import { events, template } from '#adapters/configuration/webhook-schema';
import type { Localised } from '#core/time/duration';
import { USUAL_EVENTS, WEBHOOK_FORMATS, type Webhook } from '#core/watch/webhooks';

/** Webhooks and chat channels, as a person writes them. */

/** Set on the way, so nobody could read a key there. Source: RFC 9110 and RFC 9112. */
const SET_ON_THE_WAY: readonly string[] = [
  ...['host', 'connection', 'transfer-encoding', 'te', 'trailer', 'upgrade', 'expect', 'via'],
  ...['content-type', 'content-length', 'content-encoding', 'date', 'user-agent', 'cookie'],
  ...['x-bonghwa-notice', 'x-bonghwa-signature', 'x-bonghwa-timestamp'],
];

const usualEvents = z._default(events, [...USUAL_EVENTS]);

export const webhookInput = z
  .strictObject({
    id,
    format: z.enum(WEBHOOK_FORMATS, {
      error: both(
        `must be one of ${WEBHOOK_FORMATS.join(', ')}`,
        `다음 중 하나여야 합니다: ${WEBHOOK_FORMATS.join(', ')}`,
      ),
    }),
    secret: z.exactOptional(id),
    header: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/, {
        error: both('must be the name of an HTTP header', 'HTTP 헤더 이름이어야 합니다'),
      })
      .refine((name) => !SET_ON_THE_WAY.includes(name.toLowerCase()), {
        error: both(
          'is a header that is set on the way; take one of your own, such as X-Bonghwa-Key',
          '전송 중에 정해지는 헤더입니다. X-Bonghwa-Key처럼 다른 이름을 쓰십시오',
        ),
      })
      .default('X-Bonghwa-Key'),
    events: usualEvents,
    template: z.exactOptional(template),
  })
  .transform(({ secret, ...webhook }): Webhook => ({ ...webhook, secret: secret ?? webhook.id }));

function slackId(first: string, what: Localised, example: string) {
  const form = new RegExp(`^${first}[A-Z0-9]{7,20}$`);
  return z.string().regex(form, {
    error: both(
      `must be the id of a ${what.en}, such as ${example}`,
      `${what.ko} ID여야 합니다. 예: ${example}`,
    ),
  });
}

const uuid = z.uuid({
  error: both(
    'must be an id such as 12345678-90ab-cdef-1234-567890abcdef',
    'ID여야 합니다. 예: 12345678-90ab-cdef-1234-567890abcdef',
  ),
});

/** The channel id in a Teams link: `19:…@thread.tacv2`, encoded or not. */
const teamsChannel = z
  .string()
  .regex(/^19(?::|%3[aA])[\w=+/.,-]+(?:@|%40)thread\.(?:tacv2|skype)$/, {
    error: both(
      'must be the id of a channel, such as 19:abc…@thread.tacv2, from "Get link to channel"',
      '채널 ID여야 합니다. 예: 19:abc…@thread.tacv2 (채널 링크에 있습니다)',
    ),
  });

export const chatInput = z.discriminatedUnion('type', [
  z.strictObject({
    id,
    events: usualEvents,
    type: z.literal('slack'),
    workspaceId: slackId('T', { en: 'workspace', ko: '워크스페이스' }, 'T012ABCDEF'),
    channelId: slackId('[CG]', { en: 'channel', ko: '채널' }, 'C012ABCDEF'),
  }),
  z.strictObject({
    id,
    events: usualEvents,
    type: z.literal('teams'),
    tenantId: uuid,
    teamId: uuid,
    channelId: teamsChannel,
  }),
]);
