import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import type { DeliveryRecord } from '#core/notice/delivery-record';

const logs = z.object({
  messageType: z.string(),
  logEvents: z.array(z.object({ id: z.string(), message: z.string() })),
});

/**
 * Format of SNS's log of each SMS. Source: AWS re:Post, "How do I access CloudWatch logs for SMS
 * sent from Amazon SNS?". `phoneCarrier`, prices and dwell times are left out.
 */
const record = z.object({
  notification: z.object({ messageId: z.string().min(1) }),
  delivery: z.object({
    destination: z.string().default(''),
    providerResponse: z.string().default(''),
  }),
  status: z.enum(['SUCCESS', 'FAILURE']),
});

/**
 * Records from a log group's subscription: gzip in base64. Other lines are skipped without a log,
 * because they may contain a phone number. Throws if the data is not from CloudWatch Logs.
 */
export function readDeliveryLog(packed: string): readonly DeliveryRecord[] {
  const text = gunzipSync(Buffer.from(packed, 'base64')).toString('utf8');
  const { messageType, logEvents } = logs.parse(JSON.parse(text));
  // CloudWatch Logs tests a new subscription with a CONTROL_MESSAGE.
  if (messageType !== 'DATA_MESSAGE') return [];
  return logEvents.flatMap(({ id, message }) => {
    const parsed = record.safeParse(json(message));
    if (!parsed.success) return [];
    const { notification, delivery, status } = parsed.data;
    const { destination, providerResponse } = delivery;
    const delivered = status === 'SUCCESS';
    const { messageId } = notification;
    return { id, messageId, destination, delivered, says: providerResponse };
  });
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
