import { randomUUID } from 'node:crypto';
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { EvaluationRequest } from '#contract/messages';
import type { EvaluationQueue } from '#core/ports/queues';

/** FIFO with one message group per outage group: at most one evaluator works on a group. */
export function createEvaluationQueue(client: SQSClient, queueUrl: string): EvaluationQueue {
  return {
    async send(request: EvaluationRequest): Promise<void> {
      await client.send(
        new SendMessageCommand({
          QueueUrl: queueUrl,
          MessageBody: JSON.stringify(request),
          MessageGroupId: request.group,
          // Never deduplicated: a request that arrives during an evaluation must not be dropped
          // because it
          // looks like the previous one.
          MessageDeduplicationId: randomUUID(),
        }),
      );
    },
  };
}
