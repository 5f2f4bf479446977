import { type EventBusOptions, putEvent } from '#adapters/channels/event-bus/put-event';
import { EVENT_SOURCE } from '#contract/events';
import { eventOf } from '#core/notice/event';
import { hears } from '#core/notice/heard';
import type { Channel } from '#core/ports/notices';
import { NOTICE_TYPES } from '#core/watch/webhooks';

/** Sends every notice as an event for other programs. */
export function createEventBusChannel(options: EventBusOptions): Channel {
  return {
    name: 'bus',
    hasFallback: false,
    accepts: hears({ events: NOTICE_TYPES }),
    send: (notice) =>
      putEvent(
        notice,
        {
          source: EVENT_SOURCE,
          detailType: `outage.${notice.type}`,
          detailOf: (one) => eventOf(one, options.context),
        },
        options,
      ),
  };
}
