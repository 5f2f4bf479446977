import { ChangeMessageVisibilityCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { MessageReturn } from '#core/ports/queues';

/** Seconds by which each further delivery waits longer, and the most. */
const STEP_SECONDS = 2;
const MOST_SECONDS = 20;

/**
 * Without it a failed message stays hidden for the whole visibility time-out of its queue, and in a
 * FIFO queue its message group with it. Source: SQS developer guide, "Amazon SQS visibility timeout".
 */
export function createMessageReturn(client: SQSClient, queueUrl: string): MessageReturn {
  return {
    async soon({ receiptHandle, receiveCount }) {
      const VisibilityTimeout = Math.min(MOST_SECONDS, STEP_SECONDS * receiveCount);
      const input = { QueueUrl: queueUrl, ReceiptHandle: receiptHandle, VisibilityTimeout };
      // At worst it comes back when the queue's own time-out is over.
      await client.send(new ChangeMessageVisibilityCommand(input)).catch(() => {});
    },
  };
}
