import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { resourceNames } from '#contract/names';
import { ACCOUNT, ALERT_REGION, HOME_REGION } from './guard.ts';

export const STAGE = 'dev';
const names = resourceNames(STAGE);

export interface Delivered {
  readonly type: string;
  readonly services: readonly string[];
  readonly subject: string;
}

/** The deployed system, seen from outside: through the APIs that a person would use on AWS. */
export class Deployment {
  readonly #endpoint: string;
  readonly #table: DynamoDBClient;
  readonly #queues: SQSClient;
  readonly #topics: SNSClient;
  #inbox = '';

  constructor(endpoint: string) {
    const credentials = { accessKeyId: 'rehearsal', secretAccessKey: 'rehearsal' };
    this.#endpoint = endpoint;
    this.#table = new DynamoDBClient({ endpoint, credentials, region: HOME_REGION });
    this.#queues = new SQSClient({ endpoint, credentials, region: ALERT_REGION });
    this.#topics = new SNSClient({ endpoint, credentials, region: ALERT_REGION });
  }

  /** A queue that gets what subscribers of the topic get. */
  async listen(): Promise<void> {
    const created = await this.#queues.send(
      new CreateQueueCommand({ QueueName: 'rehearsal-inbox' }),
    );
    this.#inbox = created.QueueUrl ?? '';
    const { Attributes } = await this.#queues.send(
      new GetQueueAttributesCommand({ QueueUrl: this.#inbox, AttributeNames: ['QueueArn'] }),
    );
    await this.#topics.send(
      new SubscribeCommand({
        TopicArn: `arn:aws:sns:${ALERT_REGION}:${ACCOUNT}:${names.topic}`,
        Protocol: 'sqs',
        Endpoint: Attributes?.QueueArn,
      }),
    );
  }

  /** Notices that have arrived since the last call. */
  async delivered(): Promise<readonly Delivered[]> {
    const { Messages = [] } = await this.#queues.send(
      new ReceiveMessageCommand({ QueueUrl: this.#inbox, MaxNumberOfMessages: 10 }),
    );
    return Messages.map(({ Body }) => {
      const envelope = JSON.parse(Body ?? '{}');
      const attributes = envelope.MessageAttributes ?? {};
      return {
        type: attributes.type?.Value ?? '?',
        services: JSON.parse(attributes.service?.Value ?? '[]'),
        subject: envelope.Subject ?? '',
      };
    });
  }

  /** Stored results by check. */
  async results(): Promise<ReadonlyMap<string, number>> {
    const { Items = [] } = await this.#table.send(
      new ScanCommand({
        TableName: names.table,
        FilterExpression: 'begins_with(pk, :service) AND begins_with(sk, :result)',
        ExpressionAttributeValues: { ':service': { S: 'SERVICE#' }, ':result': { S: 'RESULT#' } },
      }),
    );
    const counts = new Map<string, number>();
    for (const { pk } of Items) {
      const service = pk?.S?.slice('SERVICE#'.length) ?? '?';
      counts.set(service, (counts.get(service) ?? 0) + 1);
    }
    return counts;
  }

  /** The event that the schedule would send. The emulator's schedule does not fill in the time. */
  async tick(): Promise<void> {
    const path = `/2015-03-31/functions/${names.function('dispatcher')}/invocations`;
    const answer = await this.#request(
      'POST',
      path,
      {},
      {
        scheduledTime: new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString(),
      },
    );
    if (answer.status !== 200) throw new Error(`the dispatcher answered ${answer.body}`);
  }

  /** Through API Gateway, by the host name that the stack's output names. */
  get(apiUrl: string, path: string): Promise<{ readonly status: number; readonly body: string }> {
    return this.#request('GET', path, { host: new URL(apiUrl).host });
  }

  #request(method: string, path: string, headers: Record<string, string>, body?: unknown) {
    return new Promise<{ status: number; body: string }>((resolve, reject) => {
      const sent = request(`${this.#endpoint}${path}`, { method, headers }, async (answer) => {
        resolve({ status: answer.statusCode ?? 0, body: await text(answer) });
      });
      sent.once('error', reject);
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }
}
