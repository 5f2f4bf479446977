import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { webhookBody } from '#core/formats/webhooks/webhook-body';
import { messageOf } from '#core/notice/chat-message';
import type { NoticeContext } from '#core/notice/compose-notice';
import type { LedgerRow } from '#core/notice/notice';
import type { Configuration } from '#core/watch/configuration';
import { stores } from '#lambda/wiring/shared';
import { type InboxEntry, inboxPage } from '#render/inbox-page';

const LATEST_OUTAGES = 20;
const LATEST_NOTICES = 60;

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** `/inbox`, only for people at this machine. Undefined for every other request. */
export async function answerInbox(
  event: APIGatewayProxyEventV2,
  configuration: Configuration,
  context: NoticeContext,
): Promise<APIGatewayProxyStructuredResultV2 | undefined> {
  const { rawPath, requestContext } = event;
  if (rawPath !== '/inbox' || !LOOPBACK.test(requestContext.http.sourceIp)) return undefined;
  const rows = await latestRows(configuration);
  const entries = entriesOf(rows, configuration, context);
  const { displayName, language } = configuration.texts;
  return {
    statusCode: 200,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
      'Cache-Control': 'no-store',
    },
    body: inboxPage({ entries, displayName, language }),
  };
}

async function latestRows({ catalogue }: Configuration): Promise<readonly LedgerRow[]> {
  const { ledger, outages } = stores();
  const { items } = await outages.list({ limit: LATEST_OUTAGES });
  const ids = [
    ...items.map(({ id }) => id),
    ...catalogue.groups.map(({ id }) => `${id}-attention`),
  ];
  return (await Promise.all(ids.map((id) => ledger.ofOutage(id)))).flat();
}

function entriesOf(
  rows: readonly LedgerRow[],
  { webhooks }: Configuration,
  context: NoticeContext,
): readonly InboxEntry[] {
  const byNotice = Map.groupBy(rows, ({ notice }) => notice.id);
  return [...byNotice.values()]
    .flatMap((deliveries) => {
      const notice = deliveries[0]?.notice;
      if (!notice) return [];
      const bodies = webhooks.map(
        (webhook) => [`webhook-${webhook.id}`, webhookBody(webhook, notice, context)] as const,
      );
      const message = messageOf(notice, context);
      return [{ notice, message, deliveries, bodies: Object.fromEntries(bodies) }];
    })
    .toSorted((a, b) => b.notice.at - a.notice.at || b.notice.seq - a.notice.seq)
    .slice(0, LATEST_NOTICES);
}
