import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSnsChannel } from '#adapters/channels/sns/sns-channel';
import { PublishError } from '#core/errors';
import { QueueReader } from '#local/cloud/queue-reader';
import { Inbox } from '#local/replay/inbox';
import { startMessaging } from '../../../support/fauxqs.ts';
import { aNotice, describeChannel } from '../contract.ts';

const notice = aNotice('opened', {
  sms: '[장애] 고용24 외 1곳 접속불가 09:15~',
  subject: '[장애]\n고용24 외 1곳',
});

let messaging: Awaited<ReturnType<typeof startMessaging>>;
let inboxUrl: string;
let folder: string;
let topics: Record<'primary' | 'fallback', string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bonghwa-test-'));
  messaging = await startMessaging();
  const { server } = messaging;
  inboxUrl = server.createQueue('inbox').queueUrl;
  topics = {
    primary: server.createTopic('notices').topicArn,
    fallback: server.createTopic('fallback').topicArn,
  };
  server.subscribe({ topic: 'notices', queue: 'inbox' });
});

afterAll(async () => {
  await messaging.server.stop();
  await rm(folder, { recursive: true });
});

function channel(topicArn = topics.primary) {
  const client = new SNSClient({ ...messaging.client, maxAttempts: 1 });
  return createSnsChannel({ client, topicArn, fallbackTopicArn: topics.fallback });
}

async function delivered() {
  const reader = new QueueReader(new SQSClient(messaging.client), inboxUrl);
  return (await Inbox.open(reader, folder)).drain();
}

describeChannel('SNS', {
  working: () => channel(),
  refusing: () => channel('arn:aws:sns:us-east-1:000000000000:nowhere'),
});

describe('a notice sent by SNS', () => {
  it('carries one text per protocol and its id', async () => {
    await delivered();
    const messageId = await channel().send(notice, 'primary');
    expect(await delivered()).toEqual([
      {
        notice: notice.id,
        type: 'opened',
        messageId,
        subject: '[장애] 고용24 외 1곳',
        sms: notice.sms,
        email: notice.text,
      },
    ]);
  });

  it('that is not for phones has no SMS text', async () => {
    const { sms: _, ...quiet } = notice;
    await channel().send(quiet, 'primary');
    expect((await delivered())[0]).not.toHaveProperty('sms');
  });

  it('goes to the fallback topic on that route', async () => {
    await channel().send(notice, 'fallback');
    expect(await delivered()).toEqual([]);
  });

  it('that SNS refuses is an error that names the notice', async () => {
    const sent = channel('arn:aws:sns:us-east-1:000000000000:nowhere').send(notice, 'primary');
    await expect(sent).rejects.toThrow(PublishError);
    await expect(sent).rejects.toThrow(notice.id);
  });
});
