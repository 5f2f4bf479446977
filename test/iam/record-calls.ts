import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { vi } from 'vitest';
import type { Call } from './evaluate.ts';

type Input = Readonly<Record<string, unknown>>;

interface Client {
  readonly config: { readonly region: () => Promise<string> };
}

interface Command {
  readonly input: Input;
  readonly constructor: { readonly name: string };
}

/** Service prefix in IAM, and how a call of it names its resource. */
type Naming = (input: Input, at: (service: string, name: string) => string) => string;

const queue: Naming = ({ QueueUrl }, at) => at('sqs', String(QueueUrl).split('/').at(-1) ?? '');
const NAMING: readonly [prefix: string, client: { readonly prototype: object }, naming: Naming][] =
  [
    [
      'dynamodb',
      DynamoDBClient,
      ({ TableName, IndexName }, at) =>
        at('dynamodb', `table/${TableName}${IndexName ? `/index/${IndexName}` : ''}`),
    ],
    ['s3', S3Client, ({ Bucket, Key }) => `arn:aws:s3:::${Bucket}${Key ? `/${Key}` : ''}`],
    ['sqs', SQSClient, queue],
    ['sns', SNSClient, ({ TopicArn }) => String(TopicArn)],
    [
      'secretsmanager',
      SecretsManagerClient,
      ({ SecretId }, at) => at('secretsmanager', `secret:${SecretId}-AbCdEf`),
    ],
    [
      'events',
      EventBridgeClient,
      ({ Entries }, at) => {
        const [entry] = Entries as readonly { readonly EventBusName: string }[];
        return at('events', `event-bus/${entry?.EventBusName}`);
      },
    ],
    ['lambda', LambdaClient, ({ FunctionName }, at) => at('lambda', `function:${FunctionName}`)],
  ];

/** Actions whose name differs from that of the call. */
const ACTIONS: Readonly<Record<string, string>> = {
  'lambda:Invoke': 'lambda:InvokeFunction',
  's3:HeadObject': 's3:GetObject',
  's3:ListObjectsV2': 's3:ListBucket',
  'sqs:SendMessageBatch': 'sqs:SendMessage',
};

export interface Recorder {
  /** Returns the calls since the last time and forgets them. */
  take(): readonly Call[];
}

/** Records every call that an SDK client makes. `refuses` makes some of them fail afterwards. */
export function recordCalls(account: string, refuses: (call: Call) => boolean): Recorder {
  let calls: Call[] = [];
  for (const [prefix, client, naming] of NAMING) {
    const prototype = client.prototype as { send: (...args: readonly unknown[]) => unknown };
    const original = prototype.send;
    vi.spyOn(prototype, 'send').mockImplementation(async function (this: unknown, ...args) {
      const { input, constructor: made } = args[0] as Command;
      const region = await (this as Client).config.region();
      const named = `${prefix}:${made.name.replace(/Command$/, '')}`;
      const call: Call = {
        action: ACTIONS[named] ?? named,
        resource: naming(
          input,
          (service, name) => `arn:aws:${service}:${region}:${account}:${name}`,
        ),
        keys: prefix === 'dynamodb' ? leadingKeys(input) : {},
      };
      calls.push(call);
      if (refuses(call)) throw new Error('refused');
      return original.apply(this, args as unknown[]);
    });
  }
  return {
    take: () => {
      const taken = calls;
      calls = [];
      return taken;
    },
  };
}

/**
 * Source: DynamoDB developer guide, "Using IAM policy conditions": the partition keys of a request.
 */
function leadingKeys(input: Input): Call['keys'] {
  const {
    Key,
    Item,
    ExpressionAttributeValues: values,
  } = input as {
    readonly Key?: { readonly pk?: { readonly S?: string } };
    readonly Item?: { readonly pk?: { readonly S?: string } };
    readonly ExpressionAttributeValues?: { readonly ':pk'?: { readonly S?: string } };
  };
  const key = Key?.pk?.S ?? Item?.pk?.S ?? values?.[':pk']?.S;
  return key === undefined ? {} : { 'dynamodb:LeadingKeys': [key] };
}
