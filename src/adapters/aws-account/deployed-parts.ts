import { CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import {
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException as NoTable,
} from '@aws-sdk/client-dynamodb';
import {
  GetAccountSettingsCommand,
  GetFunctionConfigurationCommand,
  LambdaClient,
  ResourceNotFoundException as NoFunction,
} from '@aws-sdk/client-lambda';
import { paginateListBuckets, S3Client } from '@aws-sdk/client-s3';
import { answered } from '#adapters/aws-account/answered';
import { METRICS } from '#contract/metrics';
import { resourceNames } from '#contract/names';
import {
  type ConcurrencyFacts,
  isUnanswered,
  type KeptFacts,
  type SecretFacts,
  type TickFacts,
} from '#core/plan/diagnosis/account-facts';
import type { AccountQuestion } from '#core/plan/diagnosis/account-question';
import { DAY, type Instant, MINUTE, SECOND } from '#core/time/time';

export async function concurrencyFacts(region: string): Promise<ConcurrencyFacts> {
  const limit = await answered(async () => {
    const { AccountLimit } = await new LambdaClient({ region }).send(
      new GetAccountSettingsCommand({}),
    );
    return { invocations: AccountLimit?.UnreservedConcurrentExecutions ?? 0 };
  });
  return { region, limit };
}

/** Table, buckets and secrets, and whether a stack that uses them is there. */
export async function keptFacts(
  { stage, homeRegion }: AccountQuestion,
  secrets: readonly SecretFacts[],
): Promise<KeptFacts> {
  const { table } = resourceNames(stage);
  const made = secrets.filter(
    ({ name, found }) => !isUnanswered(found) && found.state !== 'missing' && !isOfPeople(name),
  );
  return {
    deployed: await hasDispatcher(stage, homeRegion),
    names: [
      ...((await hasTable(table, homeRegion)) ? [table] : []),
      ...(await buckets(table, homeRegion)),
      ...made.map(({ name, region }) => `${name} (${region})`),
    ],
  };
}

/** Written by `bonghwa secret set` before a deployment. No stack makes them. */
function isOfPeople(secret: string): boolean {
  return secret.includes('/webhook/');
}

async function hasDispatcher(stage: string, region: string): Promise<boolean> {
  const FunctionName = resourceNames(stage).function('dispatcher');
  return exists(NoFunction, () =>
    new LambdaClient({ region }).send(new GetFunctionConfigurationCommand({ FunctionName })),
  );
}

async function hasTable(TableName: string, region: string): Promise<boolean> {
  return exists(NoTable, () =>
    new DynamoDBClient({ region }).send(new DescribeTableCommand({ TableName })),
  );
}

/** By prefix, because the account, which their names hold, need not be known here. */
async function buckets(base: string, region: string): Promise<readonly string[]> {
  const names: string[] = [];
  const client = new S3Client({ region });
  for await (const { Buckets = [] } of paginateListBuckets({ client }, { Prefix: `${base}-` })) {
    names.push(...Buckets.map(({ Name = '' }) => Name));
  }
  const ours = new RegExp(`^${base}-(?:evidence|page)-\\d+-${region}$`);
  return names.filter((name) => ours.test(name));
}

async function exists(
  missing: new (...args: never[]) => Error,
  ask: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await ask();
    return true;
  } catch (error) {
    if (error instanceof missing) return false;
    throw error;
  }
}

/** Undefined where the dispatcher has not run for a day. */
export async function tickFacts(
  { stage, homeRegion }: AccountQuestion,
  now: Instant,
): Promise<TickFacts | undefined> {
  const client = new CloudWatchClient({ region: homeRegion });
  const sums = async (namespace: string, metric: string, dimension: readonly [string, string]) => {
    const { Datapoints = [] } = await client.send(
      new GetMetricStatisticsCommand({
        Namespace: namespace,
        MetricName: metric,
        Dimensions: [{ Name: dimension[0], Value: dimension[1] }],
        StartTime: new Date(now - DAY),
        EndTime: new Date(now),
        Period: MINUTE / SECOND,
        Statistics: ['Sum'],
      }),
    );
    return Datapoints.filter(({ Sum = 0 }) => Sum > 0);
  };
  const dispatcher = resourceNames(stage).function('dispatcher');
  const ran = await sums('AWS/Lambda', 'Invocations', ['FunctionName', dispatcher]);
  if (ran.length === 0) return undefined;
  const dropped = await sums(METRICS.namespace, METRICS.runsDropped, ['stage', stage]);
  const minutes = ran.map(({ Timestamp }) => Timestamp?.getTime() ?? now);
  const total = (points: typeof ran) => points.reduce((sum, { Sum = 0 }) => sum + Sum, 0);
  return {
    first: Math.min(...minutes),
    last: Math.max(...minutes),
    count: total(ran),
    runsDropped: total(dropped),
  };
}
