import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';

/** Short, so that messages of a killed process come back soon. Longer handlers extend it. */
export const VISIBILITY_SECONDS = 6;

/** Does the work of Lambda's event-source mapping: receives and deletes messages. */
export class QueueReader {
  readonly #client: SQSClient;
  readonly #url: string;

  constructor(client: SQSClient, url: string) {
    this.#client = client;
    this.#url = url;
  }

  /** All visible messages. An empty queue answers at once. */
  async receive(): Promise<readonly SQSRecord[]> {
    const records: SQSRecord[] = [];
    for (;;) {
      const { Messages = [] } = await this.#client.send(
        new ReceiveMessageCommand({
          QueueUrl: this.#url,
          MaxNumberOfMessages: 10,
          WaitTimeSeconds: 0,
          MessageSystemAttributeNames: ['ApproximateReceiveCount'],
        }),
      );
      if (Messages.length === 0) return records;
      records.push(...Messages.map((message) => toRecord(message, this.#url)));
    }
  }

  async delete(record: SQSRecord): Promise<void> {
    await this.#client.send(
      new DeleteMessageCommand({ QueueUrl: this.#url, ReceiptHandle: record.receiptHandle }),
    );
  }

  /** Keeps a message invisible while its handler works. */
  async hold(record: SQSRecord): Promise<void> {
    await this.#setVisibility(record, VISIBILITY_SECONDS);
  }

  async #setVisibility({ receiptHandle }: SQSRecord, seconds: number): Promise<void> {
    await this.#client.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: this.#url,
        ReceiptHandle: receiptHandle,
        VisibilityTimeout: seconds,
      }),
    );
  }
}

function toRecord(message: Message, url: string): SQSRecord {
  const sent = '0';
  return {
    messageId: message.MessageId ?? '',
    receiptHandle: message.ReceiptHandle ?? '',
    body: message.Body ?? '',
    attributes: {
      ApproximateReceiveCount: message.Attributes?.ApproximateReceiveCount ?? '1',
      SentTimestamp: sent,
      SenderId: 'loopback',
      ApproximateFirstReceiveTimestamp: sent,
    },
    messageAttributes: {},
    md5OfBody: message.MD5OfBody ?? '',
    eventSource: 'aws:sqs',
    eventSourceARN: url,
    awsRegion: 'local',
  };
}
