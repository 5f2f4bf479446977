/** Source of the events that anything may react to; the detail type is `outage.` and the notice's type. */
export const EVENT_SOURCE = 'bonghwa';

/** Source of events that carry a body to one webhook; the detail type is the webhook's id. */
export const WEBHOOK_SOURCE = 'bonghwa.webhook';

/** Where the body is in the detail of such an event. */
export const WEBHOOK_BODY = 'body';
