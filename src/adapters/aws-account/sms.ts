import { CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import {
  GetSMSAttributesCommand,
  GetSMSSandboxAccountStatusCommand,
  paginateListSMSSandboxPhoneNumbers,
  type SNSClient,
} from '@aws-sdk/client-sns';
import type { SmsFacts } from '#core/plan/diagnosis/account-facts';
import { DAY } from '#core/time/time';

/** SNS's default. */
const DEFAULT_SPEND_LIMIT_USD = 1;

export async function smsFacts(sns: SNSClient, region: string): Promise<SmsFacts> {
  const status = await sns.send(new GetSMSSandboxAccountStatusCommand({}));
  const { attributes } = await sns.send(new GetSMSAttributesCommand({}));
  return {
    inSandbox: status.IsInSandbox ?? true,
    verifiedNumbers: await verifiedNumbers(sns),
    monthlyLimitUsd: Number(attributes?.MonthlySpendLimit ?? DEFAULT_SPEND_LIMIT_USD),
    spentUsd: await spentUsd(region),
    deliveryLogs: deliveryLogs(attributes),
  };
}

async function verifiedNumbers(sns: SNSClient): Promise<readonly string[]> {
  const verified: string[] = [];
  for await (const { PhoneNumbers = [] } of paginateListSMSSandboxPhoneNumbers(
    { client: sns },
    {},
  )) {
    for (const { PhoneNumber = '', Status } of PhoneNumbers) {
      if (Status === 'Verified') verified.push(PhoneNumber);
    }
  }
  return verified;
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
