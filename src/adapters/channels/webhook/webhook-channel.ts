import { createHmac } from 'node:crypto';
import { codeOf, refusal } from '#adapters/channels/refusal';
import { PAGERDUTY_KEY } from '#core/formats/webhooks/pagerduty';
import { webhookBody } from '#core/formats/webhooks/webhook-body';
import type { NoticeContext } from '#core/notice/compose-notice';
import { hears } from '#core/notice/heard';
import type { Notice } from '#core/notice/notice';
import type { Channel } from '#core/ports/notices';
import type { Webhook } from '#core/watch/webhooks';

/** Address of a webhook, and the key that signs its bodies. */
export interface WebhookSecret {
  readonly url: string;
  readonly key?: string | undefined;
}

export interface WebhookChannelOptions {
  readonly webhook: Webhook;
  readonly context: NoticeContext;
  /** Read at each try, so that a corrected secret works at once. Undefined: not set. */
  readonly secret: () => Promise<WebhookSecret | undefined>;
  /** Epoch ms, real. */
  readonly now: () => number;
}

const ANSWER_MS = 15_000;

/** The header of the deployment, if no other is configured. The signature is enough here. */
const USUAL_HEADER = 'X-Bonghwa-Key';

/** A service that accepts notices over HTTP. Error texts never contain its address or key. */
export function createWebhookChannel(options: WebhookChannelOptions): Channel {
  const { webhook } = options;
  const name = `webhook-${webhook.id}`;
  return {
    name,
    hasFallback: false,
    accepts: hears(webhook),
    async send(notice) {
      const secret = await options.secret();
      if (!secret) throw refusal(name, notice, `the secret ${webhook.secret} is not set`);
      const response = await post(notice, secret, options).catch((error: unknown) => {
        throw refusal(name, notice, `no answer (${codeOf(error)})`, error);
      });
      await response.body?.cancel().catch(() => {});
      if (response.ok) return response.headers.get('x-request-id') ?? `${notice.id} accepted`;
      throw refusal(name, notice, `HTTP ${response.status}`);
    },
  };
}

function post(notice: Notice, secret: WebhookSecret, options: WebhookChannelOptions) {
  const { webhook, context, now } = options;
  const body = JSON.stringify({
    ...webhookBody(webhook, notice, context),
    ...(webhook.format === 'pagerduty' && secret.key ? { [PAGERDUTY_KEY]: secret.key } : {}),
  });
  return fetch(secret.url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'User-Agent': 'Bonghwa',
      // The same in every try, so that a receiver can drop a repetition.
      'X-Bonghwa-Notice': encodeURIComponent(notice.id),
      ...signature(body, secret, Math.floor(now() / 1000)),
      ...(webhook.header !== USUAL_HEADER && secret.key ? { [webhook.header]: secret.key } : {}),
    },
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(ANSWER_MS),
  });
}

/** `v1=` and HMAC-SHA256 in hex over `<timestamp>.<body>`. A receiver refuses old timestamps. */
function signature(body: string, { key }: WebhookSecret, timestamp: number) {
  if (!key) return {};
  const digest = createHmac('sha256', key).update(`${timestamp}.${body}`).digest('hex');
  return { 'X-Bonghwa-Timestamp': String(timestamp), 'X-Bonghwa-Signature': `v1=${digest}` };
}
