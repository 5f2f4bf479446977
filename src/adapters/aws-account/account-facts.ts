import { CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import {
  DescribeSecretCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import {
  GetSMSAttributesCommand,
  GetSMSSandboxAccountStatusCommand,
  GetSubscriptionAttributesCommand,
  ListSMSSandboxPhoneNumbersCommand,
  paginateListSubscriptionsByTopic,
  paginateListTopics,
  SNSClient,
} from '@aws-sdk/client-sns';
import { concurrencyOf, leftoversOf, runsDropped } from '#adapters/aws-account/deployed-facts';
import { resourceNames } from '#contract/names';
import type { AccountFacts, SmsFacts, SubscriptionFacts } from '#core/plan/account-findings';
import { DAY } from '#core/time/time';

export interface AccountQuestion {
  readonly stage: string;
  readonly homeRegion: string;
  readonly alertRegion: string;
  /** Home first. */
  readonly vantages: readonly string[];
  /** 12 digits, where the configuration names it. */
  readonly account?: string;
  /** Names of the secrets that should hold a value at every vantage, and at home only. */
  readonly secrets: readonly string[];
  readonly homeSecrets: readonly string[];
}

/** SNS's default. */
const DEFAULT_SPEND_LIMIT_USD = 1;

/** Undefined when there are no credentials here: nothing was asked. */
export async function accountFacts(question: AccountQuestion): Promise<AccountFacts | undefined> {
  const sns = new SNSClient({ region: question.alertRegion });
  try {
    await sns.config.credentials();
  } catch {
    return undefined;
  }
  const clock = watchClock(sns);
  return {
    subscriptions: await allSubscriptions(question),
    sms: await smsFacts(sns, question.alertRegion),
    unsetSecrets: await unsetSecrets(question),
    concurrency: await concurrencyOf(question.vantages),
    leftovers: await leftoversOf(question),
    runsDropped: await runsDropped(question),
    clockAheadMs: clock.aheadMs,
  };
}

/** Compares the `Date` of the answers with this machine's clock. */
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

/** Of every topic of the stage, wherever it may stand. */
async function allSubscriptions(question: AccountQuestion): Promise<readonly SubscriptionFacts[]> {
  const { topic, fallbackTopic, watchdogTopic, alarmPhonesTopic } = resourceNames(question.stage);
  const { alertRegion, vantages } = question;
  const places: readonly (readonly [region: string, name: string])[] = [
    ...[topic, fallbackTopic, alarmPhonesTopic].map((name) => [alertRegion, name] as const),
    ...[...new Set([...vantages, alertRegion])].map((region) => [region, watchdogTopic] as const),
  ];
  const found = await Promise.all(
    places.map(([region, name]) => subscriptions(new SNSClient({ region }), name)),
  );
  return found.flat();
}

async function subscriptions(sns: SNSClient, name: string): Promise<readonly SubscriptionFacts[]> {
  const arn = await topicArn(sns, name);
  if (!arn) return [];
  const found: SubscriptionFacts[] = [];
  for await (const page of paginateListSubscriptionsByTopic({ client: sns }, { TopicArn: arn })) {
    for (const { Protocol = '', Endpoint = '', SubscriptionArn } of page.Subscriptions ?? []) {
      const confirmed = SubscriptionArn?.startsWith('arn:') === true;
      const authenticated = confirmed && (await isAuthenticated(sns, SubscriptionArn));
      found.push({ topic: name, protocol: Protocol, endpoint: Endpoint, confirmed, authenticated });
    }
  }
  return found;
}

/** Whether only its owner can end it. */
async function isAuthenticated(sns: SNSClient, SubscriptionArn: string): Promise<boolean> {
  const { Attributes } = await sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn }));
  return Attributes?.ConfirmationWasAuthenticated === 'true';
}

async function topicArn(sns: SNSClient, name: string): Promise<string | undefined> {
  for await (const page of paginateListTopics({ client: sns }, {})) {
    const topic = page.Topics?.find(({ TopicArn }) => TopicArn?.endsWith(`:${name}`));
    if (topic) return topic.TopicArn;
  }
  return undefined;
}

async function smsFacts(sns: SNSClient, region: string): Promise<SmsFacts | undefined> {
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
    };
  } catch {
    // The region has no SMS, or the caller may not ask: both mean that SMS is not proven.
    return undefined;
  }
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

async function unsetSecrets(question: AccountQuestion): Promise<readonly string[]> {
  const { homeRegion, homeSecrets, secrets, vantages } = question;
  const places = [
    ...homeSecrets.map((name) => ({ name, region: homeRegion })),
    ...vantages.flatMap((region) => secrets.map((name) => ({ name, region }))),
  ];
  const states = await Promise.all(
    places.map(async ({ name, region }) => ({
      name: `${name} in ${region}`,
      set: await isSet(new SecretsManagerClient({ region }), name),
    })),
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
