import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { LATE_AFTER_MS } from '#core/detection/schedule';
import { SECOND } from '#core/time/time';
import { EventLoop } from '#local/replay/event-loop';
import { startMessaging } from '../../support/fauxqs.ts';

let messaging: Awaited<ReturnType<typeof startMessaging>>;
let client: SQSClient;

beforeAll(async () => {
  messaging = await startMessaging();
  client = new SQSClient(messaging.client);
  vi.stubEnv('AWS_ENDPOINT_URL_SQS', messaging.client.endpoint);
  vi.stubEnv('AWS_REGION', messaging.client.region);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'loopback');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'loopback');
});

afterAll(async () => {
  vi.unstubAllEnvs();
  client.destroy();
  await messaging.server.stop();
});

const clock = { now: () => 0, holdAt: () => {}, jumpTo: () => {}, realMsUntil: () => 0 };

/** Bodies in the order in which the handler of a FIFO queue met them until the loop had nothing to do. */
async function handled(queue: string, bodies: readonly string[], fails: string) {
  const made = messaging.server.createQueue(queue, { attributes: { FifoQueue: 'true' } });
  const queueUrl = made.queueUrl.replace(/^.*(?=\/\d+\/)/, messaging.client.endpoint);
  for (const body of bodies) {
    const fifo = { MessageGroupId: 'moel', MessageDeduplicationId: body };
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: body, ...fifo }));
  }
  const met: string[] = [];
  const handler = async ({
    Records,
  }: {
    Records: readonly { body: string; messageId: string }[];
  }) => {
    met.push(...Records.map(({ body }) => body));
    const failed = Records.filter(({ body }) => body === fails);
    return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  };
  const source = { name: 'evaluator', queueUrl, concurrency: 1, batchSize: 1, handler };
  await new EventLoop({ clock, sources: [source], timeline: [] }).run();
  return met;
}

/** Thirty seconds pass each time the loop waits, unless it is held. */
class SteppingClock {
  turns = 0;
  #at = 1_000 * SECOND;
  #limit = Number.POSITIVE_INFINITY;

  now = () => this.#at;
  jumpTo = (at: number) => {
    this.#at = Math.max(this.#at, at);
  };
  holdAt = (at: number) => {
    this.#limit = at;
  };
  realMsUntil = () => {
    this.turns += 1;
    this.#at = Math.max(this.#at, Math.min(this.#limit, this.#at + 30 * SECOND));
    return 0;
  };
}

describe('the loop that replays', () => {
  it('lets no run wait so long for a handler that it would not count', async () => {
    const time = new SteppingClock();
    const made = messaging.server.createQueue('busy');
    const queueUrl = made.queueUrl.replace(/^.*(?=\/\d+\/)/, messaging.client.endpoint);
    const scheduledAt = time.now();
    for (let run = 0; run < 4; run += 1) {
      const MessageBody = JSON.stringify({ run, scheduledAt });
      await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody }));
    }
    const begun: number[] = [];
    const handler = async () => {
      begun.push(time.now() - scheduledAt);
      const until = time.turns + 10;
      while (time.turns < until) await new Promise((resolve) => setTimeout(resolve, 1));
      return { batchItemFailures: [] };
    };
    const source = { name: 'runner', queueUrl, concurrency: 1, batchSize: 1, handler };
    const later = { at: scheduledAt + 3_600 * SECOND, happen: () => {} };
    await new EventLoop({ clock: time, sources: [source], timeline: [later] }).run();
    expect(begun).toHaveLength(4);
    expect(Math.max(...begun)).toBeLessThan(LATE_AFTER_MS);
  });

  it('gives a failed message back no sooner than its handler asked, as Lambda does', async () => {
    expect(await handled('one.fifo', ['a'], 'a')).toEqual(['a']);
  });

  it('keeps the group of a failed message waiting behind it, and handles all where none fails', async () => {
    expect(await handled('two.fifo', ['a', 'b'], 'none')).toEqual(['a', 'b']);
  });

  it('ends at its limit, although each message asks for another', async () => {
    const made = messaging.server.createQueue('endless');
    const queueUrl = made.queueUrl.replace(/^.*(?=\/\d+\/)/, messaging.client.endpoint);
    let now = 0;
    const jumpTo = (at: number) => {
      now = at;
    };
    const moving = { ...clock, now: () => now, jumpTo };
    const ask = () =>
      client.send(
        new SendMessageCommand({
          QueueUrl: queueUrl,
          MessageBody: JSON.stringify({ scheduledAt: now + 60_000 }),
        }),
      );
    await ask();
    const handler = async () => {
      await ask();
      return { batchItemFailures: [] };
    };
    const source = { name: 'prober', queueUrl, concurrency: 1, batchSize: 1, handler };
    const until = 3 * 60_000;
    await new EventLoop({ clock: moving, sources: [source], timeline: [], until }).run();
    expect(now).toBe(until);
  });
});
