import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCheckQueue } from '#adapters/sqs/check-queue';
import { createEvaluationQueue } from '#adapters/sqs/evaluation-queue';
import { QueueReader } from '#local/cloud/queue-reader';
import { aRequest, NINE_FIFTEEN } from '../../support/builders.ts';
import { startMessaging } from '../../support/fauxqs.ts';

let messaging: Awaited<ReturnType<typeof startMessaging>>;
let sqs: SQSClient;

beforeAll(async () => {
  messaging = await startMessaging();
  sqs = new SQSClient(messaging.client);
});

afterAll(() => messaging.server.stop());

async function bodies(url: string): Promise<unknown[]> {
  const answer = await sqs.send(
    new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10 }),
  );
  return (answer.Messages ?? []).map(({ Body }) => JSON.parse(Body ?? ''));
}

function queues(secondsUntil: (at: number) => number) {
  const journeysUrl = messaging.server.createQueue('journeys').queueUrl;
  const probesUrl = messaging.server.createQueue('probes').queueUrl;
  const queue = createCheckQueue({
    client: sqs,
    clock: { now: () => NINE_FIFTEEN, secondsUntil },
    journeysUrl,
    probesUrl,
    typeOf: (check) => (check.endsWith('/login') ? 'journey' : 'probe'),
  });
  return { queue, journeysUrl, probesUrl };
}

describe('the check queues', () => {
  it('keep journeys apart from probes', async () => {
    const { queue, journeysUrl, probesUrl } = queues(() => 0);
    const probe = aRequest({ check: 'eps/probe' });
    await queue.send([aRequest(), probe]);
    expect(await bodies(journeysUrl)).toEqual([aRequest()]);
    expect(await bodies(probesUrl)).toEqual([probe]);
  });

  it('accept more than SQS accepts in one call', async () => {
    const { queue, probesUrl } = queues(() => 0);
    const many = Array.from({ length: 25 }, (_, n) => aRequest({ check: `s${n}/probe` }));
    await queue.send(many);
    const rounds = [await bodies(probesUrl), await bodies(probesUrl), await bodies(probesUrl)];
    expect(rounds.flat()).toHaveLength(25);
  });

  it('hold a request back until its time', async () => {
    const { queue, journeysUrl } = queues(() => 30);
    await queue.send([aRequest()]);
    expect(await bodies(journeysUrl)).toEqual([]);
    expect(messaging.server.inspectQueue('journeys')?.messages.delayed).toHaveLength(1);
  });
});

describe('the evaluation queue', () => {
  it('keeps requests of one group in order and never drops one for looking like another', async () => {
    const { queueUrl } = messaging.server.createQueue('evaluations.fifo', {
      attributes: { FifoQueue: 'true' },
    });
    const queue = createEvaluationQueue(sqs, queueUrl);
    const request = { v: 1, group: 'moel', at: NINE_FIFTEEN, reason: 'tick' } as const;
    const later = { ...request, at: NINE_FIFTEEN + 1 };
    for (const each of [request, request, later]) await queue.send(each);
    const reader = new QueueReader(sqs, queueUrl);
    const received: unknown[] = [];
    for (let round = 0; round < 3; round += 1) {
      for (const record of await reader.receive()) {
        received.push(JSON.parse(record.body));
        await reader.delete(record);
      }
    }
    expect(received).toEqual([request, request, later]);
  });
});
