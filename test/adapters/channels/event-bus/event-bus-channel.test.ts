import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiDestinationChannel } from '#adapters/channels/event-bus/api-destination-channel';
import { createEventBusChannel } from '#adapters/channels/event-bus/event-bus-channel';
import { PublishError } from '#core/errors';
import { webhookBody } from '#core/formats/webhooks/webhook-body';
import { eventOf } from '#core/notice/event';
import type { Webhook } from '#core/watch/webhooks';
import { type EventBusServer, startEventBus, type WebhookPost } from '#local/cloud/event-bus';
import { CONTEXT, noticeOf } from '../../../support/notices.ts';
import { describeChannel } from '../contract.ts';

const OPS: Webhook = {
  id: 'ops',
  format: 'slack',
  secret: 'ops',
  header: 'X-Bonghwa-Key',
  events: ['opened', 'updated', 'closed'],
};
const posts: WebhookPost[] = [];
let bus: EventBusServer;

beforeAll(async () => {
  bus = await startEventBus({ webhooks: ['ops'], onPost: async (post) => void posts.push(post) });
});
afterAll(() => bus.stop());

function options(endpoint = bus.url) {
  const credentials = { accessKeyId: 'loopback', secretAccessKey: 'loopback' };
  const region = 'ap-northeast-2';
  const client = new EventBridgeClient({ region, credentials, endpoint, maxAttempts: 1 });
  return { client, bus: 'bonghwa-test', context: CONTEXT };
}

const nowhere = () => options('http://127.0.0.1:9');

describeChannel('of the event bus', {
  working: () => createEventBusChannel(options()),
  refusing: () => createEventBusChannel(nowhere()),
});

describeChannel('of a webhook', {
  working: () => createApiDestinationChannel(OPS, options()),
  refusing: () => createApiDestinationChannel(OPS, nowhere()),
});

describe('the event bus', () => {
  it('takes every notice as an event of its type', async () => {
    for (const type of ['opened', 'reminder', 'attention', 'blip'] as const) {
      const notice = noticeOf(type);
      const id = await createEventBusChannel(options()).send(notice, 'primary');
      expect(bus.events.at(-1)).toEqual({
        id,
        source: 'bonghwa',
        detailType: `outage.${type}`,
        detail: eventOf(notice, CONTEXT),
      });
    }
  });

  it('takes a notice that no event can hold by its title', async () => {
    const services = Array.from({ length: 60_000 }, (_, index) => `service-${index}`);
    const notice = { ...noticeOf('opened'), services };
    await createEventBusChannel(options()).send(notice, 'primary');
    expect(bus.events.at(-1)?.detail).toMatchObject({ title: notice.subject, services: [] });
  });

  it('refuses what EventBridge refuses: entries that are too large', async () => {
    const long = { ...noticeOf('opened'), subject: 'x'.repeat(300_000) };
    const sent = createEventBusChannel(options()).send(long, 'primary');
    await expect(sent).rejects.toThrow(PublishError);
    await expect(sent).rejects.toThrow('ValidationException');
  });
});

describe('a webhook', () => {
  it('is sent the body in its format by the rule of its id', async () => {
    posts.length = 0;
    const notice = noticeOf('opened');
    await createApiDestinationChannel(OPS, options()).send(notice, 'primary');
    await createApiDestinationChannel({ ...OPS, id: 'stranger' }, options()).send(
      notice,
      'primary',
    );
    expect(posts).toEqual([{ webhook: 'ops', body: webhookBody(OPS, notice, CONTEXT) }]);
  });

  it('gets the notices that its configuration names, and a new begin as a begin', () => {
    const { accepts } = createApiDestinationChannel({ ...OPS, events: ['opened'] }, options());
    const heard = ['opened', 'updated', 'closed', 'attention', 'blip'] as const;
    expect(heard.filter((type) => accepts(noticeOf(type)))).toEqual(['opened']);
    expect(accepts(noticeOf('updated', { again: true }))).toBe(true);
  });
});
