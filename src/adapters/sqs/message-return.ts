import { ChangeMessageVisibilityCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { MessageReturn } from '#core/ports/queues';

/** Additional delay of each further delivery, and the longest delay, s. */
const STEP_SECONDS = 2;
const MOST_SECONDS = 20;

/**
 * Without it a failed message stays hidden for the whole visibility time-out of its queue, and in a
 * FIFO queue its message group too. Source: SQS developer guide, "Amazon SQS visibility timeout".
 */
export function createMessageReturn(client: SQSClient, queueUrl: string): MessageReturn {
  return {
    async soon({ receiptHandle, receiveCount }) {
      const VisibilityTimeout = Math.min(MOST_SECONDS, STEP_SECONDS * receiveCount);
      const input = { QueueUrl: queueUrl, ReceiptHandle: receiptHandle, VisibilityTimeout };
      // At worst the message comes back after the queue's own time-out.
      await client.send(new ChangeMessageVisibilityCommand(input)).catch(() => {});
    },
  };
}
