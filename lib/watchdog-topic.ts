import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { resourceNames } from '#contract/names';
import { SMS_REGIONS } from '#core/plan/regions';
import type { DeployContext } from '#lib/context';
import { NotifyingTopic } from '#lib/topic';

/** Where alarms about the monitor go: CloudWatch to SNS to people, with none of our code between. */
export function watchdogTopic(scope: Construct, { deployment }: DeployContext): NotifyingTopic {
  const stack = Stack.of(scope);
  const phones = SMS_REGIONS.includes(stack.region);
  const topic = new NotifyingTopic(scope, 'WatchdogTopic', {
    topicName: resourceNames(deployment.stage).watchdogTopic,
    displayName: 'Bonghwa',
    subscribers: deployment.operators.filter(({ protocol }) => phones || protocol !== 'sms'),
    filtered: false,
  });
  topic.allowAlarms(stack.account);
  return topic;
}
