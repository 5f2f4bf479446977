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
      const refused = `${answer.Failed?.length}/${messages.length}`;
      throw new MonitorFaultError(
        {
          en: `SQS refused ${refused} messages: ${failed.Code}`,
          ko: `SQS가 메시지 ${refused}건을 거부했습니다: ${failed.Code}`,
        },
        {
          en: 'The tick is retried; look at the queue policy and quotas if this repeats.',
          ko: '다음 분에 다시 보냅니다. 반복되면 대기열 정책과 한도를 확인하십시오.',
        },
      );
    }
  }
}
