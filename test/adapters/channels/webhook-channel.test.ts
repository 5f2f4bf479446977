import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWebhookChannel } from '#adapters/channels/webhook/webhook-channel';
import { USUAL_EVENTS, type Webhook } from '#core/watch/webhooks';
import { CONTEXT, noticeOf } from '../../support/notices.ts';
import { describeChannel } from './contract.ts';

const KEY = 'k-7d1f-planted';
const WEBHOOK: Webhook = {
  id: 'ops',
  format: 'json',
  secret: 'ops',
  header: 'X-Bonghwa-Key',
  events: USUAL_EVENTS,
};

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let server: Server;
let url: string;
let answer: number | 'hang' | 'redirect';
let received: Received[];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    received.push({ headers: request.headers, body: await text(request) });
    if (answer === 'hang') return void request.socket.destroy();
    if (answer === 'redirect') return void response.writeHead(302, { location: url }).end();
    response.writeHead(answer).end('ok');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/secret-path`;
});

beforeEach(() => {
  answer = 200;
  received = [];
});

afterAll(() => void server.close());

function channel(
  change: Partial<Webhook> = {},
  secret: { url: string; key?: string } | 'none' = { url, key: KEY },
) {
  return createWebhookChannel({
    webhook: { ...WEBHOOK, ...change },
    context: CONTEXT,
    secret: async () => (secret === 'none' ? undefined : secret),
    now: () => 1_721_261_750_000,
  });
}

async function refusalOf(refusing: ReturnType<typeof channel>): Promise<string> {
  const error = await refusing.send(noticeOf('opened'), 'primary').catch((thrown) => thrown);
  return JSON.stringify([String(error), error, error.cause]);
}

describeChannel('webhook', {
  working: () => channel(),
  refusing: () => channel({}, { url: 'http://127.0.0.1:1/' }),
});

describe('a webhook', () => {
  it('gets the event, signed over the time and the very bytes of the body', async () => {
    await channel().send(noticeOf('opened'), 'primary');
    const [{ headers, body } = { headers: {}, body: '' }] = received;
    expect(JSON.parse(body)).toMatchObject({ type: 'opened', drill: false });
    const digest = createHmac('sha256', KEY).update(`1721261750.${body}`).digest('hex');
    expect(headers['x-bonghwa-timestamp']).toBe('1721261750');
    expect(headers['x-bonghwa-signature']).toBe(`v1=${digest}`);
    expect(JSON.stringify(headers)).not.toContain(KEY);
  });

  it('gets the same notice id and body in every try, so that it can drop what it has seen', async () => {
    await channel().send(noticeOf('opened'), 'primary');
    await channel().send(noticeOf('opened'), 'primary');
    expect(received[1]?.body).toBe(received[0]?.body);
    expect(received[1]?.headers['x-bonghwa-notice']).toBe(received[0]?.headers['x-bonghwa-notice']);
  });

  it('gets the key in the header that its service asks for', async () => {
    await channel({ header: 'X-Secret-Key' }).send(noticeOf('opened'), 'primary');
    expect(received[0]?.headers['x-secret-key']).toBe(KEY);
  });

  it("gets PagerDuty's key in the body", async () => {
    await channel({ format: 'pagerduty' }).send(noticeOf('closed'), 'primary');
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({
      routing_key: KEY,
      event_action: 'resolve',
    });
  });

  it.each([
    [500, /HTTP 500/],
    [404, /HTTP 404/],
    ['redirect', /HTTP 302/],
    ['hang', /no answer \(\w+\)/],
  ] as const)(
    'that answers with %s refuses, without address or key in the reason',
    async (how, said) => {
      answer = how;
      const told = await refusalOf(channel());
      expect(told).toMatch(said);
      expect(told).not.toMatch(/secret-path|k-7d1f|127\.0\.0\.1/);
    },
  );

  it('without its secret refuses, and names the secret', async () => {
    expect(await refusalOf(channel({}, 'none'))).toMatch(/the secret ops is not set/);
  });

  it('gets the notices that its configuration names', () => {
    const { accepts } = channel({ events: ['attention'] });
    expect([accepts(noticeOf('attention')), accepts(noticeOf('opened'))]).toEqual([true, false]);
  });
});
