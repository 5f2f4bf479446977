import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { FunctionName } from '#contract/functions';
import { METRICS } from '#contract/metrics';
import { BonghwaError } from '#core/errors';
import type { Log, Metrics } from '#core/ports/ambient';
import type { MessageReturn } from '#core/ports/queues';

export interface BatchPorts {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly messageReturn: MessageReturn;
  /** The function that reads the messages, for the metric. */
  readonly name: FunctionName;
}

export interface RecordSteps<T> {
  /** Throws if the record is not one of our messages. */
  readonly parse: (record: SQSRecord) => T;
  readonly handle: (message: T) => Promise<unknown>;
}

/**
 * Handles each record separately. A failed one comes back within seconds. An unreadable one is
 * removed from the queue, because it would only block the others.
 */
export async function eachRecord<T>(
  event: SQSEvent,
  ports: BatchPorts,
  steps: RecordSteps<T>,
): Promise<SQSBatchResponse> {
  const failed = await Promise.all(event.Records.map((record) => fails(record, ports, steps)));
  const batchItemFailures = event.Records.filter((_, index) => failed[index]).map(
    ({ messageId }) => ({ itemIdentifier: messageId }),
  );
  return { batchItemFailures };
}

/** True if the record must be delivered again. */
async function fails<T>(
  record: SQSRecord,
  ports: BatchPorts,
  { parse, handle }: RecordSteps<T>,
): Promise<boolean> {
  let message: T;
  try {
    message = parse(record);
  } catch (error) {
    complain('message dropped: not readable', { record, error, ports });
    return false;
  }
  try {
    await handle(message);
    return false;
  } catch (error) {
    complain('message failed', { record, error, ports });
    const { receiptHandle, attributes } = record;
    const receiveCount = Number(attributes.ApproximateReceiveCount);
    await ports.messageReturn.soon({ receiptHandle, receiveCount });
    return true;
  }
}

interface Complaint {
  readonly record: SQSRecord;
  readonly error: unknown;
  readonly ports: BatchPorts;
}

function complain(event: string, { record, error, ports }: Complaint): void {
  ports.log.error(event, { messageId: record.messageId, ...described(error) });
  ports.metrics.count(METRICS.messageFailed, 1, { function: ports.name });
}

function described(error: unknown): Readonly<Record<string, string>> {
  if (error instanceof BonghwaError) {
    return { error: error.name, message: error.message, remedy: error.remedy };
  }
  return error instanceof Error
    ? { error: error.name, message: error.message, stack: error.stack ?? '' }
    : { error: 'thrown', message: String(error) };
}
