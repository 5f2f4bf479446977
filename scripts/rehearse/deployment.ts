import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { DynamoDBClient, ListTablesCommand, paginateScan } from '@aws-sdk/client-dynamodb';
import {
  DeleteBucketCommand,
  DeleteObjectCommand,
  ListBucketsCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  DeleteSecretCommand,
  paginateListSecrets,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
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
  readonly #buckets: S3Client;
  readonly #secrets: SecretsManagerClient;
  #inbox = '';

  constructor(endpoint: string) {
    const credentials = { accessKeyId: 'rehearsal', secretAccessKey: 'rehearsal' };
    this.#endpoint = endpoint;
    this.#table = new DynamoDBClient({ endpoint, credentials, region: HOME_REGION });
    this.#queues = new SQSClient({ endpoint, credentials, region: ALERT_REGION });
    this.#topics = new SNSClient({ endpoint, credentials, region: ALERT_REGION });
    this.#secrets = new SecretsManagerClient({ endpoint, credentials, region: HOME_REGION });
    const paths = { forcePathStyle: true, region: HOME_REGION };
    this.#buckets = new S3Client({ endpoint, credentials, ...paths });
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

  /** Ids of the stored runs. */
  async runs(): Promise<readonly string[]> {
    const runs: string[] = [];
    const pages = paginateScan(
      { client: this.#table },
      {
        TableName: names.table,
        FilterExpression: 'begins_with(pk, :service) AND begins_with(sk, :result)',
        ExpressionAttributeValues: { ':service': { S: 'SERVICE#' }, ':result': { S: 'RESULT#' } },
        ProjectionExpression: 'pk, sk',
      },
    );
    for await (const { Items = [] } of pages) {
      runs.push(...Items.map(({ sk }) => sk?.S?.split('#').at(-1) ?? ''));
    }
    return runs;
  }

  /** Table and bucket, where they exist. */
  async kept(): Promise<readonly string[]> {
    const { TableNames = [] } = await this.#table.send(new ListTablesCommand({}));
    const { Buckets = [] } = await this.#buckets.send(new ListBucketsCommand({}));
    const evidence = names.evidenceBucket(ACCOUNT, HOME_REGION);
    return [...TableNames, ...Buckets.map(({ Name = '' }) => Name)].filter((name) =>
      [names.table, evidence].includes(name),
    );
  }

  /** CloudFormation knows a secret by its ARN, which no template holds, so it adopts none. */
  async deleteSecrets(): Promise<number> {
    const found: string[] = [];
    for await (const { SecretList = [] } of paginateListSecrets({ client: this.#secrets }, {})) {
      found.push(...SecretList.map(({ Name = '' }) => Name));
    }
    const ours = found.filter((name) => name.startsWith(`bonghwa/${STAGE}/`));
    for (const SecretId of ours) {
      await this.#secrets.send(
        new DeleteSecretCommand({ SecretId, ForceDeleteWithoutRecovery: true }),
      );
    }
    return ours.length;
  }

  async deleteEvidence(): Promise<void> {
    const Bucket = names.evidenceBucket(ACCOUNT, HOME_REGION);
    const pages = paginateListObjectsV2({ client: this.#buckets }, { Bucket });
    for await (const { Contents = [] } of pages) {
      for (const { Key } of Contents) {
        await this.#buckets.send(new DeleteObjectCommand({ Bucket, Key }));
      }
    }
    await this.#buckets.send(new DeleteBucketCommand({ Bucket }));
  }

  /**
   * The event that the schedule would send. The emulator's schedule does not fill in the time.
   * Returns the number of runs that the dispatcher asked for.
   */
  async tick(): Promise<number> {
    const path = `/2015-03-31/functions/${names.function('dispatcher')}/invocations`;
    const minute = new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString();
    const answer = await this.#request('POST', path, {}, { scheduledTime: minute });
    if (answer.status !== 200) throw new Error(`the dispatcher answered ${answer.body}`);
    return JSON.parse(answer.body).sent;
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
