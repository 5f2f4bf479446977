import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { resourceNames } from '#contract/names';
import { Alarms } from '#lib/alarms';
import type { DeployContext } from '#lib/context';

/** The alarm comes before SNS stops sending. */
const SHARE_OF_LIMIT = 0.8;

/** What is watched in the alert region, because its metrics are there. */
export function smsAlarms(scope: Construct, context: DeployContext, topic: ITopic): void {
  const alarms = new Alarms(scope, context, topic);
  alarms.add('SmsSpend', {
    // It exists only in months with an SMS.
    metric: new Metric({
      namespace: 'AWS/SNS',
      metricName: 'SMSMonthToDateSpentUSD',
      statistic: 'Maximum',
      period: Duration.hours(1),
    }),
    threshold: context.deployment.budget.smsUsd * SHARE_OF_LIMIT,
    periods: 1,
  });
  if (context.deployment.smsDeliveryLogs.length > 0) watchLogReader(alarms, context);
}

/** If it fails, carriers' answers are lost, and a refused SMS counts as unknown. */
function watchLogReader(alarms: Alarms, { deployment }: DeployContext): void {
  const of = 'log-reader';
  const metric = (metricName: string) =>
    new Metric({
      namespace: 'AWS/Lambda',
      metricName,
      dimensionsMap: { FunctionName: resourceNames(deployment.stage).function(of) },
      statistic: 'Sum',
      period: Duration.minutes(5),
    });
  // SMS are rare, so one lost answer is enough.
  alarms.add('FunctionFailing', { of, metric: metric('Errors'), threshold: 1, periods: 1 });
  alarms.add('Throttled', { of, metric: metric('Throttles'), threshold: 1, periods: 1 });
}
