import { toPagerDuty } from '#core/formats/webhooks/pagerduty';
import { toSlack } from '#core/formats/webhooks/slack';
import { toTeams } from '#core/formats/webhooks/teams';
import { fillingOf, fillTemplate } from '#core/formats/webhooks/template';
import { messageOf } from '#core/notice/chat-message';
import type { NoticeContext } from '#core/notice/compose-notice';
import { eventOf } from '#core/notice/event';
import type { Notice } from '#core/notice/notice';
import type { Webhook } from '#core/watch/webhooks';

/** EventBridge accepts 256 KB per entry. The rest is for the data around the body. */
export const MOST_EVENT_BYTES = 240_000;
/** An API destination accepts 64 KB. Source: EventBridge's API, ConnectionHeaderParameter. */
export const MOST_WEBHOOK_BYTES = 64_000;

/**
 * The JSON body of a webhook. PagerDuty also needs its key in the body, under `PAGERDUTY_KEY`. The
 * sender has the key and adds it.
 */
export function webhookBody(
  { format, template = {} }: Pick<Webhook, 'format' | 'template'>,
  notice: Notice,
  context: NoticeContext,
): Readonly<Record<string, unknown>> {
  switch (format) {
    case 'json':
      return { ...eventOf(notice, context) };
    case 'slack':
      return toSlack(messageOf(notice, context));
    case 'teams':
      return toTeams(messageOf(notice, context));
    case 'pagerduty':
      return toPagerDuty(eventOf(notice, context));
    case 'template': {
      const event = eventOf(notice, context);
      return fillTemplate(template, fillingOf(notice, event, messageOf(notice, context)));
    }
  }
}
