import { CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import {
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';
import {
  GetAccountSettingsCommand,
  GetFunctionConfigurationCommand,
  LambdaClient,
  ResourceNotFoundException as NoFunction,
} from '@aws-sdk/client-lambda';
import { HeadBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { METRICS } from '#contract/metrics';
import { resourceNames } from '#contract/names';
import { DAY } from '#core/time/time';

export interface Stage {
  readonly stage: string;
  readonly homeRegion: string;
  readonly account?: string;
}

/** Functions at once that the account allows, by region. */
export async function concurrencyOf(
  regions: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  const found = await Promise.all(
    regions.map(async (region) => {
      const { AccountLimit } = await new LambdaClient({ region }).send(
        new GetAccountSettingsCommand({}),
      );
      return [region, AccountLimit?.ConcurrentExecutions ?? 0] as const;
    }),
  );
  return Object.fromEntries(found);
}

/** Table and bucket without the dispatcher around them: kept from a deployment that is gone. */
export async function leftoversOf({
  stage,
  homeRegion,
  account,
}: Stage): Promise<readonly string[]> {
  const names = resourceNames(stage);
  if (await isDeployed(names.function('dispatcher'), homeRegion)) return [];
  const owner = await tableOwner(names.table, homeRegion);
  const ofBucket = owner ?? account;
  const bucket = ofBucket && names.evidenceBucket(ofBucket, homeRegion);
  return [
    ...(owner ? [`table ${names.table}`] : []),
    ...(bucket && (await hasBucket(bucket, homeRegion)) ? [`bucket ${bucket}`] : []),
  ];
}

async function isDeployed(FunctionName: string, region: string): Promise<boolean> {
  try {
    await new LambdaClient({ region }).send(new GetFunctionConfigurationCommand({ FunctionName }));
    return true;
  } catch (error) {
    if (error instanceof NoFunction) return false;
    throw error;
  }
}

/** The account that has the table, or undefined when there is none. */
async function tableOwner(TableName: string, region: string): Promise<string | undefined> {
  try {
    const answer = await new DynamoDBClient({ region }).send(
      new DescribeTableCommand({ TableName }),
    );
    return answer.Table?.TableArn?.split(':')[4];
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

async function hasBucket(Bucket: string, region: string): Promise<boolean> {
  try {
    await new S3Client({ region }).send(new HeadBucketCommand({ Bucket }));
    return true;
  } catch {
    // Not there, or not ours: neither is in the way of a name that holds our account.
    return false;
  }
}

/** Runs that late ticks left out in the last day. */
export async function runsDropped({ stage, homeRegion }: Stage): Promise<number> {
  const { Datapoints = [] } = await new CloudWatchClient({ region: homeRegion }).send(
    new GetMetricStatisticsCommand({
      Namespace: METRICS.namespace,
      MetricName: METRICS.runsDropped,
      Dimensions: [{ Name: 'stage', Value: stage }],
      StartTime: new Date(Date.now() - DAY),
      EndTime: new Date(),
      Period: 3600,
      Statistics: ['Sum'],
    }),
  );
  return Datapoints.reduce((total, { Sum = 0 }) => total + Sum, 0);
}
