import {
  GetSubscriptionAttributesCommand,
  paginateListSubscriptionsByTopic,
  paginateListTopics,
  SNSClient,
} from '@aws-sdk/client-sns';
import { answered } from '#adapters/aws-account/answered';
import { defined } from '#core/defined';
import {
  type Answer,
  isUnanswered,
  type Placed,
  type SubscriptionFacts,
  type TopicFacts,
} from '#core/plan/diagnosis/account-facts';

/** The subscriptions of these topics, region by region. */
export async function topicFacts(wanted: readonly Placed[]): Promise<readonly TopicFacts[]> {
  const regions = [...new Set(wanted.map(({ region }) => region))];
  const found = await Promise.all(
    regions.map((region) =>
      inRegion(
        region,
        wanted.filter((topic) => topic.region === region),
      ),
    ),
  );
  return found.flat();
}

async function inRegion(region: string, wanted: readonly Placed[]): Promise<readonly TopicFacts[]> {
  const sns = new SNSClient({ region });
  const arns = await answered(() => topicArns(sns));
  return Promise.all(
    wanted.map(async ({ name }) => ({
      region,
      name,
      subscriptions: isUnanswered(arns) ? arns : await subscriptionsOf(sns, arns.get(name)),
    })),
  );
}

async function topicArns(sns: SNSClient): Promise<ReadonlyMap<string, string>> {
  const arns: string[] = [];
  for await (const { Topics = [] } of paginateListTopics({ client: sns }, {})) {
    arns.push(...Topics.map(({ TopicArn = '' }) => TopicArn));
  }
  return new Map(arns.map((arn) => [arn.slice(arn.lastIndexOf(':') + 1), arn]));
}

async function subscriptionsOf(
  sns: SNSClient,
  arn: string | undefined,
): Promise<Answer<readonly SubscriptionFacts[]> | undefined> {
  if (arn === undefined) return undefined;
  return answered(async () => {
    const found: SubscriptionFacts[] = [];
    for await (const page of paginateListSubscriptionsByTopic({ client: sns }, { TopicArn: arn })) {
      for (const { Protocol = '', Endpoint = '', SubscriptionArn = '' } of page.Subscriptions ??
        []) {
        const confirmed = SubscriptionArn.startsWith('arn:');
        const mail = confirmed && Protocol === 'email';
        const authenticated = mail ? await isAuthenticated(sns, SubscriptionArn) : undefined;
        found.push({
          protocol: Protocol,
          endpoint: Endpoint,
          confirmed,
          ...defined({ authenticated }),
        });
      }
    }
    return found;
  });
}

/** Undefined where the caller may not ask. */
async function isAuthenticated(sns: SNSClient, arn: string): Promise<boolean | undefined> {
  const answer = await answered(() =>
    sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn: arn })),
  );
  return isUnanswered(answer)
    ? undefined
    : answer.Attributes?.ConfirmationWasAuthenticated === 'true';
}
