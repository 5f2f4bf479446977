import { type EventBusOptions, putEvent } from '#adapters/channels/event-bus/put-event';
import { WEBHOOK_BODY, WEBHOOK_SOURCE } from '#contract/events';
import { webhookBody } from '#core/formats/webhooks/webhook-body';
import { hears } from '#core/notice/heard';
import type { Channel } from '#core/ports/notices';
import type { Webhook } from '#core/watch/webhooks';

/** EventBridge delivers the body to the webhook's address. This code does not know the address. */
export function createApiDestinationChannel(webhook: Webhook, options: EventBusOptions): Channel {
  return {
    name: `webhook-${webhook.id}`,
    hasFallback: false,
    accepts: hears(webhook),
    send: (notice) =>
      putEvent(
        notice,
        {
          source: WEBHOOK_SOURCE,
          detailType: webhook.id,
          detailOf: (one) => ({
            notice: one.id,
            [WEBHOOK_BODY]: webhookBody(webhook, one, options.context),
          }),
        },
        options,
      ),
  };
}
