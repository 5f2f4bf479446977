/**
 * Source of the notice events for other programs. The detail type is `outage.` and the notice's
 * type.
 */
export const EVENT_SOURCE = 'bonghwa';

/** Source of events with a body for one webhook. The detail type is the webhook's id. */
export const WEBHOOK_SOURCE = 'bonghwa.webhook';

/** Field of the body in the detail of such an event. */
export const WEBHOOK_BODY = 'body';
