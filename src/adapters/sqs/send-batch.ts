import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { MonitorFaultError } from '#core/errors';

/** SQS accepts ten messages per call and delays of at most 15 minutes. */
const BATCH = 10;
const MAX_DELAY_SECONDS = 900;

export interface OutgoingMessage {
  readonly body: string;
  readonly delaySeconds: number;
}

/** Sends all or throws, because SQS answers 200 even if some entries of a batch failed. */
export async function sendBatch(
  client: SQSClient,
  queueUrl: string,
  messages: readonly OutgoingMessage[],
): Promise<void> {
  for (let start = 0; start < messages.length; start += BATCH) {
    const answer = await client.send(
      new SendMessageBatchCommand({
        QueueUrl: queueUrl,
        Entries: messages.slice(start, start + BATCH).map(({ body, delaySeconds }, index) => ({
          Id: String(index),
          MessageBody: body,
          DelaySeconds: Math.min(Math.max(delaySeconds, 0), MAX_DELAY_SECONDS),
        })),
      }),
    );
    const failed = answer.Failed?.[0];
    if (failed) {
      throw new MonitorFaultError(
        `SQS refused ${answer.Failed?.length} of ${messages.length} messages: ${failed.Code}`,
        'The tick is retried; look at the queue policy and quotas if this repeats.',
      );
    }
  }
}
