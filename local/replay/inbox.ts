import type { SQSRecord } from 'aws-lambda';
import { z } from 'zod';
import type { QueueReader } from '#local/cloud/queue-reader';

/** One message as SNS handed it to its subscribers. */
export interface Delivered {
  /** The notice's id: `<outage>#<seq>`. */
  readonly notice: string;
  readonly type: string;
  readonly messageId: string;
  readonly subject: string;
  /** Exactly what a subscribed phone gets; absent when the notice is not for phones. */
  readonly sms?: string;
  readonly email: string;
}

const texts = z.object({ default: z.string(), email: z.string(), sms: z.string().exactOptional() });

const envelope = z.object({
  MessageId: z.string(),
  Subject: z.string().default(''),
  Message: z.string(),
  MessageAttributes: z.record(z.string(), z.object({ Value: z.string() })),
});

/** Takes everything SNS delivered since the last call. */
export async function drainInbox(inbox: QueueReader): Promise<readonly Delivered[]> {
  const records = await inbox.receive();
  const delivered = records.map(read);
  for (const record of records) await inbox.delete(record);
  return delivered;
}

function read(record: SQSRecord): Delivered {
  const message = envelope.parse(JSON.parse(record.body));
  const { email, sms } = texts.parse(JSON.parse(message.Message));
  const attribute = (name: string) => message.MessageAttributes[name]?.Value ?? '';
  return {
    notice: attribute('notice'),
    type: attribute('type'),
    messageId: message.MessageId,
    subject: message.Subject,
    email,
    ...(sms ? { sms } : {}),
  };
}
