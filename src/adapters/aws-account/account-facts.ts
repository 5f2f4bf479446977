import { CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DescribeSecretCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import {
  GetSMSAttributesCommand,
  GetSMSSandboxAccountStatusCommand,
  ListSMSSandboxPhoneNumbersCommand,
  paginateListSubscriptionsByTopic,
  paginateListTopics,
  SNSClient,
} from '@aws-sdk/client-sns';
import { systemClock } from '#adapters/clock/system-clock';
import { createArrivalStore } from '#adapters/dynamodb/arrival-store';
import { createTableClient } from '#adapters/dynamodb/table-client';
import { resourceNames } from '#contract/names';
import type { AccountFacts, SmsFacts, SmsUnanswered } from '#core/plan/diagnosis/diagnosis';
import { DAY } from '#core/time/time';

export interface AccountQuestion {
  readonly stage: string;
  readonly homeRegion: string;
  readonly alertRegion: string;
  /** Names of the secrets that must have a value. */
  readonly secrets: readonly string[];
}

/** SNS's default. */
const DEFAULT_SPEND_LIMIT_USD = 1;

/** Undefined without credentials, when AWS was not asked. */
export async function accountFacts(question: AccountQuestion): Promise<AccountFacts | undefined> {
  const sns = new SNSClient({ region: question.alertRegion });
  try {
    await sns.config.credentials();
  } catch {
    return undefined;
  }
  const clock = watchClock(sns);
  const { topic } = resourceNames(question.stage);
  return {
    subscriptions: await subscriptions(sns, topic),
    sms: await smsFacts(sns, question.alertRegion),
    unsetSecrets: await unsetSecrets(question),
    arrived: await arrived(question),
    clockAheadMs: clock.aheadMs,
  };
}

/** Compares the `Date` header of the answers with this machine's clock. */
function watchClock(sns: SNSClient): { aheadMs: number } {
  const seen = { aheadMs: 0 };
  sns.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const { headers } = result.response as { headers?: Record<string, string> };
      if (headers?.date) seen.aheadMs = Date.now() - Date.parse(headers.date);
      return result;
    },
    { step: 'deserialize', priority: 'low' },
  );
  return seen;
}

async function subscriptions(sns: SNSClient, name: string): Promise<AccountFacts['subscriptions']> {
  const arn = await topicArn(sns, name);
  if (!arn) return [];
  const found: AccountFacts['subscriptions'][number][] = [];
  for await (const page of paginateListSubscriptionsByTopic({ client: sns }, { TopicArn: arn })) {
    for (const { Protocol = '', Endpoint = '', SubscriptionArn } of page.Subscriptions ?? []) {
      const confirmed = SubscriptionArn?.startsWith('arn:') === true;
      found.push({ protocol: Protocol, endpoint: Endpoint, confirmed });
    }
  }
  return found;
}

async function topicArn(sns: SNSClient, name: string): Promise<string | undefined> {
  for await (const page of paginateListTopics({ client: sns }, {})) {
    const topic = page.Topics?.find(({ TopicArn }) => TopicArn?.endsWith(`:${name}`));
    if (topic) return topic.TopicArn;
  }
  return undefined;
}

async function smsFacts(sns: SNSClient, region: string): Promise<SmsFacts | SmsUnanswered> {
  try {
    const status = await sns.send(new GetSMSSandboxAccountStatusCommand({}));
    const { attributes } = await sns.send(new GetSMSAttributesCommand({}));
    const numbers = await sns.send(new ListSMSSandboxPhoneNumbersCommand({}));
    return {
      inSandbox: status.IsInSandbox ?? true,
      verifiedNumbers: (numbers.PhoneNumbers ?? [])
        .filter(({ Status }) => Status === 'Verified')
        .map(({ PhoneNumber = '' }) => PhoneNumber),
      monthlyLimitUsd: Number(attributes?.MonthlySpendLimit ?? DEFAULT_SPEND_LIMIT_USD),
      spentUsd: await spentUsd(region),
      deliveryLogs: deliveryLogs(attributes),
    };
  } catch (error) {
    return { error: error instanceof Error ? error.name : 'error' };
  }
}

/** SNS may answer with an empty text for a removed setting. */
function deliveryLogs(attributes: Readonly<Record<string, string>> = {}): SmsFacts['deliveryLogs'] {
  const rate = attributes.DeliveryStatusSuccessSamplingRate;
  return {
    role: attributes.DeliveryStatusIAMRole || undefined,
    successRate: rate ? Number(rate) : undefined,
  };
}

async function spentUsd(region: string): Promise<number> {
  const cloudwatch = new CloudWatchClient({ region });
  const { Datapoints = [] } = await cloudwatch.send(
    new GetMetricStatisticsCommand({
      Namespace: 'AWS/SNS',
      MetricName: 'SMSMonthToDateSpentUSD',
      StartTime: new Date(Date.now() - DAY),
      EndTime: new Date(),
      Period: 3600,
      Statistics: ['Maximum'],
    }),
  );
  return Math.max(0, ...Datapoints.map(({ Maximum = 0 }) => Maximum));
}

/** Undefined where there is no table yet, or the caller may not read it. */
async function arrived({ stage, homeRegion }: AccountQuestion) {
  const client = new DynamoDBClient({ region: homeRegion });
  const { table } = resourceNames(stage);
  try {
    const store = createArrivalStore(createTableClient({ client, table, clock: systemClock }));
    return (await store.list()).map(({ label }) => label);
  } catch {
    return undefined;
  }
}

async function unsetSecrets({ homeRegion, secrets }: AccountQuestion): Promise<readonly string[]> {
  const client = new SecretsManagerClient({ region: homeRegion });
  const states = await Promise.all(
    secrets.map(async (name) => ({ name, set: await isSet(client, name) })),
  );
  return states.filter(({ set }) => !set).map(({ name }) => name);
}

/** Without reading the value. */
async function isSet(client: SecretsManagerClient, name: string): Promise<boolean> {
  try {
    const answer = await client.send(new DescribeSecretCommand({ SecretId: name }));
    return Object.keys(answer.VersionIdsToStages ?? {}).length > 0;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return false;
    throw error;
  }
}
