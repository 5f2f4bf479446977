import * as z from 'zod';
import { id } from '#adapters/configuration/id-schema';
import { events, template } from '#adapters/configuration/webhook-schema';
import { USUAL_EVENTS, WEBHOOK_FORMATS, type Webhook } from '#core/watch/webhooks';

/** Webhooks and chat channels, as a person writes them. */

const usualEvents = z._default(events, [...USUAL_EVENTS]);

export const webhookInput = z
  .strictObject({
    id,
    format: z.enum(WEBHOOK_FORMATS, { error: `must be one of ${WEBHOOK_FORMATS.join(', ')}` }),
    secret: z.exactOptional(id),
    header: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/, { error: 'must be the name of an HTTP header' })
      .default('X-Bonghwa-Key'),
    events: usualEvents,
    template: z.exactOptional(template),
  })
  .transform(({ secret, ...webhook }): Webhook => ({ ...webhook, secret: secret ?? webhook.id }));

function slackId(first: string, what: string, example: string) {
  const form = new RegExp(`^${first}[A-Z0-9]{7,20}$`);
  return z.string().regex(form, { error: `must be the id of a ${what}, such as ${example}` });
}

const uuid = z.uuid({ error: 'must be an id such as 12345678-90ab-cdef-1234-567890abcdef' });

/** The channel id in a Teams link: `19:…@thread.tacv2`, encoded or not. */
const teamsChannel = z
  .string()
  .regex(/^19(?::|%3[aA])[\w=+/.,-]+(?:@|%40)thread\.(?:tacv2|skype)$/, {
    error: 'must be the id of a channel, such as 19:abc…@thread.tacv2, from "Get link to channel"',
  });

export const chatInput = z.discriminatedUnion('type', [
  z.strictObject({
    id,
    events: usualEvents,
    type: z.literal('slack'),
    workspaceId: slackId('T', 'workspace', 'T012ABCDEF'),
    channelId: slackId('[CG]', 'channel', 'C012ABCDEF'),
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
