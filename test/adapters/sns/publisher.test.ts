import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPublisher } from '#adapters/sns/publisher';
import { PublishError } from '#core/errors';
import type { Notice } from '#core/notice/notice';
import { QueueReader } from '#local/cloud/queue-reader';
import { Inbox } from '#local/replay/inbox';
import { NINE_FIFTEEN } from '../../support/builders.ts';
import { startMessaging } from '../../support/fauxqs.ts';

const notice: Notice = {
  id: 'moel-20240718-0915#1',
  outage: 'moel-20240718-0915',
  seq: 1,
  type: 'opened',
  group: 'moel',
  services: ['work24', 'eps'],
  severity: 'critical',
  at: NINE_FIFTEEN,
  sms: '[장애] 고용24 외 1곳 접속불가 09:15~',
  subject: '[장애]\n고용24 외 1곳',
  text: '고용24에 접속할 수 없습니다.',
};

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

function publisher(topicArn = topics.primary) {
  const client = new SNSClient({ ...messaging.client, maxAttempts: 1 });
  return createPublisher({ client, topicArn, fallbackTopicArn: topics.fallback });
}

async function delivered() {
  const reader = new QueueReader(new SQSClient(messaging.client), inboxUrl);
  return (await Inbox.open(reader, folder)).drain();
}

describe('a published notice', () => {
  it('carries one text per protocol and its id', async () => {
    const messageId = await publisher().publish(notice, 'primary');
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
    await publisher().publish(quiet, 'primary');
    expect((await delivered())[0]).not.toHaveProperty('sms');
  });

  it('goes to the fallback topic when told so', async () => {
    await publisher().publish(notice, 'fallback');
    expect(await delivered()).toEqual([]);
  });

  it('that SNS does not take is an error naming the notice', async () => {
    const sent = publisher('arn:aws:sns:us-east-1:000000000000:nowhere').publish(notice, 'primary');
    await expect(sent).rejects.toThrow(PublishError);
    await expect(sent).rejects.toThrow(notice.id);
  });
});
