import { defined } from '#core/defined';
import type { EventOutage, NoticeEvent } from '#core/notice/event';

/** Body field for the integration's key. The sender adds the key. */
export const PAGERDUTY_KEY = 'routing_key';

type Severity = 'critical' | 'error' | 'warning' | 'info';

const SEVERITIES: Readonly<Record<NoticeEvent['severity'], Severity>> = {
  critical: 'critical',
  warning: 'error',
  attention: 'warning',
  info: 'info',
};

/** PagerDuty accepts at most 1,024 characters. */
const SUMMARY = 1_024;

/**
 * A body for PagerDuty's Events API v2, without its routing key. All notices of an outage have the
 * same `dedup_key`, so the closing notice resolves what the opening notice triggered.
 */
export function toPagerDuty(event: NoticeEvent): Readonly<Record<string, unknown>> {
  const { outage, group, services, links, title, at, severity, type } = event;
  return {
    event_action: actionOf(event),
    dedup_key: dedupKey(event),
    client: 'Bonghwa',
    ...defined({ client_url: links.record }),
    payload: {
      summary: title.slice(0, SUMMARY),
      source: group.name,
      severity: SEVERITIES[severity],
      timestamp: at,
      group: group.id,
      component: services.map(({ id }) => id).join(', ') || group.id,
      class: outage ? `${outage.cause.layer}/${outage.cause.kind}` : type,
      custom_details: event,
    },
    links: Object.entries(links).map(([text, href]) => ({ href, text })),
  };
}

/** Matters for engineers and blips have no closing notice. Those of one kind share a key. */
function dedupKey({ id, outage }: NoticeEvent): string {
  return outage?.id ?? id.replace(/#\d+$/, '');
}

function actionOf({ type, outage, again }: NoticeEvent): 'trigger' | 'acknowledge' | 'resolve' {
  if (type === 'closed') return 'resolve';
  return isKnown(outage) && !again ? 'acknowledge' : 'trigger';
}

/** A person acknowledged it in Bonghwa, so PagerDuty does not have to call anybody. */
function isKnown(outage: EventOutage | undefined): boolean {
  return outage?.acknowledged === true;
}
