import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { ensureTable } from '#adapters/dynamodb/table';
import { ENVIRONMENT } from '#contract/environment';
import { deadLetterQueue, MAX_RECEIVES, resourceNames } from '#contract/names';
import { startDatabase } from '#local/cloud/database';
import { type EventBusServer, startEventBus } from '#local/cloud/event-bus';
import { type Invoke, startFunctionInvocations } from '#local/cloud/function-invocations';
import { loadHandler } from '#local/cloud/handlers';
import { startMessaging } from '#local/cloud/messaging';
import { VISIBILITY_SECONDS } from '#local/cloud/queue-reader';
import { type SecretsManagerServer, startSecretsManager } from '#local/cloud/secrets-manager';

const REGION = 'ap-northeast-2';
const ACCOUNT = '000000000000';

/** The AWS services of one stage on loopback. The AWS SDK uses them like the real ones. */
export interface EmbeddedCloud {
  /** The environment that `lib/` sets on the functions, plus the SDK's endpoint variables. */
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets: SecretsManagerServer;
  readonly eventBus: Pick<EventBusServer, 'events'>;
  readonly queues: {
    readonly journeys: string;
    readonly probes: string;
    readonly evaluations: string;
    /** Replaces the page writer's subscription to changes of the page. */
    readonly pageChanges: string;
    /**
     * Everything that SNS delivered, as an SQS subscriber sees it, and the bodies sent to webhooks.
     */
    readonly inbox: string;
  };
  stop(): Promise<void>;
}

export interface EmbeddedCloudOptions {
  readonly stage: string;
  /** Keeps data over restarts. In memory if absent. */
  readonly dataFolder?: string;
  /** False: notices use other channels, queues are in memory, and writes reach the disk. */
  readonly replays?: boolean;
  /** Ids of webhooks and of chat channels. */
  readonly webhooks?: readonly string[];
  readonly chat?: readonly string[];
  /** How a function is invoked. Default: the handler, in this process. */
  readonly invoke?: Invoke;
}

export async function startCloud(options: EmbeddedCloudOptions): Promise<EmbeddedCloud> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const each of stops.splice(0).reverse()) await each();
  };
  try {
    const { dataFolder, replays = true } = options;
    const database = await startDatabase({ dataFolder, synced: !replays });
    stops.push(database.stop);
    const messaging = await startMessaging({ region: REGION, dataFolder, lastingQueues: replays });
    stops.push(messaging.stop);
    const secrets = await startSecretsManager();
    stops.push(secrets.stop);
    const functions = await startFunctionInvocations(
      options.invoke ?? invokeHandler(options.stage),
    );
    stops.push(functions.stop);
    const endpoints = {
      ...endpointEnvironment(database.url, messaging.url, secrets.url),
      AWS_ENDPOINT_URL_LAMBDA: functions.url,
    };
    Object.assign(process.env, endpoints);
    const { environment, queues } = await createResources(options);
    const eventBus = await startEventBus({
      webhooks: options.webhooks ?? [],
      onPost: (post) => putInto(queues.inbox, post),
    });
    stops.push(eventBus.stop);
    return {
      environment: { ...endpoints, ...environment, AWS_ENDPOINT_URL_EVENTBRIDGE: eventBus.url },
      secrets,
      eventBus,
      queues,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The same handler that is deployed. */
function invokeHandler(stage: string): Invoke {
  const browser = resourceNames(stage).function('browser');
  return async (name, event) => {
    if (name !== browser) throw new Error(`There is no function ${name}.`);
    return (await loadHandler('browser'))(event);
  };
}

/** Dummy credentials are forced, so that no real account can be reached by accident. */
function endpointEnvironment(database: string, messaging: string, secrets: string) {
  return {
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: 'loopback',
    AWS_SECRET_ACCESS_KEY: 'loopback',
    AWS_ENDPOINT_URL_DYNAMODB: database,
    AWS_ENDPOINT_URL_SQS: messaging,
    AWS_ENDPOINT_URL_SNS: messaging,
    AWS_ENDPOINT_URL_S3: messaging,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets,
  };
}

async function putInto(queue: string, message: object): Promise<void> {
  const command = new SendMessageCommand({ QueueUrl: queue, MessageBody: JSON.stringify(message) });
  await new SQSClient({}).send(command);
}

async function createResources({ stage, chat = [] }: EmbeddedCloudOptions) {
  const names = resourceNames(stage);
  const sqs = new SQSClient({});
  const sns = new SNSClient({});
  const s3 = new S3Client({ forcePathStyle: true });
  const bucket = names.evidenceBucket(ACCOUNT, REGION);
  await ensureTable(new DynamoDBClient({}), names.table);
  const pageBucket = names.pageBucket(ACCOUNT, REGION);
  for (const Bucket of [bucket, pageBucket]) await s3.send(new CreateBucketCommand({ Bucket }));
  const queues = {
    journeys: await createQueue(sqs, names.journeysQueue),
    probes: await createQueue(sqs, names.probesQueue),
    evaluations: await createQueue(sqs, names.evaluationsQueue),
    pageChanges: await createPlainQueue(sqs, `${names.pageTopic}-listener`, {}),
    inbox: await createPlainQueue(sqs, `${names.topic}-inbox`, {}),
  };
  const topic = await createTopic(sns, names.topic);
  const fallback = await createTopic(sns, names.fallbackTopic);
  const chatTopics = await Promise.all(chat.map((id) => createTopic(sns, names.chatTopic(id))));
  const topics = [topic, fallback, ...chatTopics];
  await subscribeInbox({ sns, sqs, topics, inbox: queues.inbox });
  const pageTopic = await createTopic(sns, names.pageTopic);
  await subscribeInbox({ sns, sqs, topics: [pageTopic], inbox: queues.pageChanges });
  return {
    queues,
    environment: {
      [ENVIRONMENT.pageBucket]: pageBucket,
      [ENVIRONMENT.pageTopic]: pageTopic,
      [ENVIRONMENT.table]: names.table,
      [ENVIRONMENT.evidenceBucket]: bucket,
      [ENVIRONMENT.journeysQueue]: queues.journeys,
      [ENVIRONMENT.probesQueue]: queues.probes,
      [ENVIRONMENT.evaluationsQueue]: queues.evaluations,
      [ENVIRONMENT.topic]: topic,
      [ENVIRONMENT.fallbackTopic]: fallback,
      [ENVIRONMENT.eventBus]: names.eventBus,
      [ENVIRONMENT.chatTopics]: topic.replace(/[^:]+$/, names.chatTopics),
      [ENVIRONMENT.alertRegion]: REGION,
      [ENVIRONMENT.carriersAnswer]: 'yes',
      [ENVIRONMENT.homeRegion]: REGION,
      [ENVIRONMENT.browserFunction]: names.function('browser'),
      [ENVIRONMENT.secretPrefix]: names.loginSecretPrefix,
      [ENVIRONMENT.apiTokensSecret]: names.apiTokensSecret,
      [ENVIRONMENT.vantage]: REGION,
      [ENVIRONMENT.stage]: stage,
    },
  };
}

async function createQueue(sqs: SQSClient, name: string): Promise<string> {
  const deadLetters = await createPlainQueue(sqs, deadLetterQueue(name), {});
  return createPlainQueue(sqs, name, {
    RedrivePolicy: JSON.stringify({
      deadLetterTargetArn: await queueArn(sqs, deadLetters),
      maxReceiveCount: MAX_RECEIVES,
    }),
  });
}

async function createPlainQueue(
  sqs: SQSClient,
  name: string,
  attributes: Readonly<Record<string, string>>,
): Promise<string> {
  const fifo = name.endsWith('.fifo') ? { FifoQueue: 'true' } : {};
  const answer = await sqs.send(
    new CreateQueueCommand({
      QueueName: name,
      Attributes: { VisibilityTimeout: String(VISIBILITY_SECONDS), ...fifo, ...attributes },
    }),
  );
  return onLoopback(answer.QueueUrl ?? '');
}

/** fauxqs puts a host name into queue URLs that not every resolver knows. */
function onLoopback(queueUrl: string): string {
  return new URL(new URL(queueUrl).pathname, process.env.AWS_ENDPOINT_URL_SQS).href;
}

async function queueArn(sqs: SQSClient, url: string): Promise<string> {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] }),
  );
  return Attributes?.QueueArn ?? '';
}

async function createTopic(sns: SNSClient, name: string): Promise<string> {
  return (await sns.send(new CreateTopicCommand({ Name: name }))).TopicArn ?? '';
}

async function subscribeInbox(options: {
  readonly sns: SNSClient;
  readonly sqs: SQSClient;
  readonly topics: readonly string[];
  readonly inbox: string;
}): Promise<void> {
  const Endpoint = await queueArn(options.sqs, options.inbox);
  for (const TopicArn of options.topics) {
    await options.sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint }));
  }
}
