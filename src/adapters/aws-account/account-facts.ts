import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SNSClient } from '@aws-sdk/client-sns';
import { answered } from '#adapters/aws-account/answered';
import { concurrencyFacts, keptFacts, tickFacts } from '#adapters/aws-account/deployed-parts';
import { secretFacts } from '#adapters/aws-account/secrets';
import { smsFacts } from '#adapters/aws-account/sms';
import { topicFacts } from '#adapters/aws-account/topics';
import { systemClock } from '#adapters/clock/system-clock';
import { createArrivalStore } from '#adapters/dynamodb/arrival-store';
import { createTableClient } from '#adapters/dynamodb/table-client';
import { resourceNames } from '#contract/names';
import type { AccountFacts } from '#core/plan/diagnosis/account-facts';
import type { AccountQuestion } from '#core/plan/diagnosis/account-question';

/** Undefined without credentials, when AWS was not asked. */
export async function accountFacts(question: AccountQuestion): Promise<AccountFacts | undefined> {
  const sns = new SNSClient({ region: question.alertRegion });
  try {
    await sns.config.credentials();
  } catch {
    return undefined;
  }
  const clock = watchClock(sns);
  const secrets = await secretFacts(question.secrets);
  return {
    sms: await answered(() => smsFacts(sns, question.alertRegion)),
    topics: await topicFacts(question.topics),
    secrets,
    arrived: await arrived(question),
    concurrency: await Promise.all(
      question.concurrency.map(({ region }) => concurrencyFacts(region)),
    ),
    kept: await answered(() => keptFacts(question, secrets)),
    ticks: await answered(() => tickFacts(question, Date.now())),
    clockAheadMs: clock.aheadMs,
  };
}

/** Compares the `Date` header of the answers with this machine's clock. */
function watchClock(sns: SNSClient): { readonly aheadMs: number | undefined } {
  const seen: { aheadMs: number | undefined } = { aheadMs: undefined };
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
