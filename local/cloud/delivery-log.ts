import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { CloudWatchLogsEvent } from 'aws-lambda';

export interface LoggedDelivery {
  /** Message id from `Publish`. */
  readonly messageId: string;
  /** E.164. */
  readonly destination: string;
  readonly delivered: boolean;
  readonly providerResponse: string;
}

/**
 * The event for a function that reads SNS's log of SMS deliveries. The records: AWS re:Post, "How
 * do I access CloudWatch logs for SMS sent from Amazon SNS?". The event: Amazon CloudWatch Logs
 * user guide, "Log group-level subscription filters". The data is gzip in base64.
 */
export function deliveryLog(deliveries: readonly LoggedDelivery[]): CloudWatchLogsEvent {
  const logEvents = deliveries.map(({ messageId, destination, delivered, providerResponse }) => ({
    id: randomUUID(),
    timestamp: 0,
    message: JSON.stringify({
      notification: { messageId, timestamp: '1970-01-01 00:00:00.000' },
      delivery: {
        numberOfMessageParts: 1,
        destination,
        priceInUSD: 0,
        smsType: 'Transactional',
        providerResponse,
        dwellTimeMs: 100,
        dwellTimeMsUntilDeviceAck: 600,
      },
      status: delivered ? 'SUCCESS' : 'FAILURE',
    }),
  }));
  return cloudWatchEvent('DATA_MESSAGE', logEvents);
}

/** The first message of a new subscription. */
export function controlMessage(): CloudWatchLogsEvent {
  const message = 'CWL CONTROL MESSAGE: Checking health of destination Lambda function.';
  return cloudWatchEvent('CONTROL_MESSAGE', [{ id: '', timestamp: 0, message }]);
}

function cloudWatchEvent(messageType: string, logEvents: readonly object[]): CloudWatchLogsEvent {
  const data = {
    messageType,
    owner: '000000000000',
    logGroup: 'sns/ap-northeast-2/000000000000/DirectPublishToPhoneNumber',
    logStream: 'loopback',
    subscriptionFilters: ['bonghwa'],
    logEvents,
  };
  return { awslogs: { data: gzipSync(JSON.stringify(data)).toString('base64') } };
}
