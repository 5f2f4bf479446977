import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { NodeFunction } from '#lib/node-function';

export interface QueueSource {
  readonly queue: Queue;
  readonly batchSize: number;
  /** Simultaneous invocations, at least 2. */
  readonly maxConcurrency: number;
}

/**
 * Lets a function read a queue and report each message separately. Not CDK's event source, which
 * would grant one action more than Lambda's poller needs. The function needs the right to change
 * the visibility, so that a failed message comes back within seconds.
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
