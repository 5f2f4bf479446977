import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChatChannel } from '#adapters/channels/chat/chat-channel';
import type { Chat } from '#core/watch/webhooks';
import { QueueReader } from '#local/cloud/queue-reader';
import { Inbox } from '#local/replay/inbox';
import { startMessaging } from '../../../support/fauxqs.ts';
import { CONTEXT, noticeOf } from '../../../support/notices.ts';
import { describeChannel } from '../contract.ts';

const OPS: Chat = {
  id: 'ops',
  type: 'slack',
  workspaceId: 'T012ABCDEF',
  channelId: 'C012ABCDEF',
  events: ['opened', 'closed'],
};

let messaging: Awaited<ReturnType<typeof startMessaging>>;
let inboxUrl: string;
let topicArn: string;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bonghwa-test-'));
  messaging = await startMessaging();
  const { server } = messaging;
  inboxUrl = server.createQueue('inbox').queueUrl;
  topicArn = server.createTopic('bonghwa-test-chat-ops').topicArn;
  server.subscribe({ topic: 'bonghwa-test-chat-ops', queue: 'inbox' });
});

afterAll(async () => {
  await messaging.server.stop();
  await rm(folder, { recursive: true });
});

function channel(arn = topicArn) {
  const client = new SNSClient({ ...messaging.client, maxAttempts: 1 });
  return createChatChannel(OPS, { client, topicArn: arn, context: CONTEXT });
}

describeChannel('of chat', {
  working: () => channel(),
  refusing: () => channel('arn:aws:sns:us-east-1:000000000000:nowhere'),
});

describe('a notice sent to chat', () => {
  it('arrives as a custom notification, and the inbox keeps it apart from mail and SMS', async () => {
    const inbox = await Inbox.open(
      new QueueReader(new SQSClient(messaging.client), inboxUrl),
      folder,
    );
    await inbox.drain();
    await channel().send(noticeOf('closed'), 'primary');
    expect(await inbox.drain()).toEqual([]);
    expect(inbox.posts.at(-1)).toMatchObject({
      to: 'chat ops',
      body: { source: 'custom', metadata: { threadId: 'moel-20240718-0915', eventType: 'closed' } },
    });
    const again = await Inbox.open(
      new QueueReader(new SQSClient(messaging.client), inboxUrl),
      folder,
    );
    expect(again.posts).toEqual(inbox.posts);
  });
});
