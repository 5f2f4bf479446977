import { Duration, Stack } from 'aws-cdk-lib';
import { ComparisonOperator, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { DeployContext } from '#lib/context';
import { watch } from '#lib/watched';

/** The alarm comes before SNS stops sending. */
const SHARE_OF_LIMIT = 0.8;

/** In the alert region, because the metric is there. */
export function smsSpendAlarm(scope: Construct, context: DeployContext, topic: ITopic): void {
  watch(scope, {
    context,
    alarm: 'SmsSpend',
    topic,
    metric: new Metric({
      namespace: 'AWS/SNS',
      metricName: 'SMSMonthToDateSpentUSD',
      region: Stack.of(scope).region,
      statistic: 'Maximum',
      period: Duration.hours(1),
    }),
    threshold: context.deployment.budget.smsUsd * SHARE_OF_LIMIT,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    evaluationPeriods: 1,
    // The metric exists only in months with an SMS.
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
}
