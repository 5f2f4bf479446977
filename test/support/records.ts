import type { SQSRecord } from 'aws-lambda';

/** A message as Lambda's poller passes it. */
export function aRecordOf(body: unknown, messageId = 'm'): SQSRecord {
  return {
    messageId,
    receiptHandle: '',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '0',
      SenderId: '',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: '',
    awsRegion: '',
  };
}
