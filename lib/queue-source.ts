import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { NodeFunction } from '#lib/node-function';

export interface QueueSource {
  readonly queue: Queue;
  readonly batchSize: number;
  /** Invocations at once, at least 2. */
  readonly maxConcurrency: number;
}

/**
 * Lets a function read a queue and answer for each message by itself. Not CDK's own event source,
 * which would grant one action more than Lambda's poller needs. Changing the visibility is for the
 * function: a message that failed comes back within seconds.
 */
export function consume(reader: NodeFunction, source: QueueSource): void {
  const { queue, batchSize, maxConcurrency } = source;
  reader.allow(
    [
      'sqs:ReceiveMessage',
      'sqs:DeleteMessage',
      'sqs:GetQueueAttributes',
      'sqs:ChangeMessageVisibility',
    ],
    [queue.queueArn],
  );
  reader.function.addEventSourceMapping('Messages', {
    eventSourceArn: queue.queueArn,
    batchSize,
    maxConcurrency,
    reportBatchItemFailures: true,
  });
}
