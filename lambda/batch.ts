import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { BonghwaError } from '#core/errors';
import type { Log } from '#core/ports';

/** Handles each record by itself; only the failed ones go back to the queue. */
export async function eachRecord(
  event: SQSEvent,
  log: Log,
  handle: (record: SQSRecord) => Promise<unknown>,
): Promise<SQSBatchResponse> {
  const outcomes = await Promise.allSettled(event.Records.map(async (record) => handle(record)));
  const failures = outcomes.flatMap((outcome, index) => {
    if (outcome.status === 'fulfilled') return [];
    const messageId = event.Records[index]?.messageId ?? '';
    log.error('message failed', { messageId, ...described(outcome.reason) });
    return [{ itemIdentifier: messageId }];
  });
  return { batchItemFailures: failures };
}

export function described(error: unknown): Readonly<Record<string, string>> {
  if (error instanceof BonghwaError) {
    return { error: error.name, message: error.message, remedy: error.remedy };
  }
  return error instanceof Error
    ? { error: error.name, message: error.message, stack: error.stack ?? '' }
    : { error: 'thrown', message: String(error) };
}
