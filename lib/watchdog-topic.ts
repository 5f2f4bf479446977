import { Arn, Stack } from 'aws-cdk-lib';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { resourceNames } from '#contract/names';
import type { DeployContext } from '#lib/context';
import { NotifyingTopic } from '#lib/topic';

/**
 * Where alarms about the monitor go: CloudWatch to SNS to people, with none of our code between.
 * Phones only where SMS is sold for certain: `lib/alarm-relay.ts` reaches them from elsewhere.
 */
export function watchdogTopic(scope: Construct, { deployment }: DeployContext): NotifyingTopic {
  const stack = Stack.of(scope);
  const phones = stack.region === deployment.alertRegion;
  const topic = new NotifyingTopic(scope, 'WatchdogTopic', {
    topicName: resourceNames(deployment.stage).watchdogTopic,
    displayName: 'Bonghwa',
    subscribers: deployment.operators.filter(({ protocol }) => phones || protocol !== 'sms'),
    filtered: false,
  });
  topic.allowAlarms(stack.account);
  return topic;
}

/** At a further vantage; in the alert region that stack has one already. */
export function vantageWatchdogTopic(scope: Construct, context: DeployContext): ITopic {
  const stack = Stack.of(scope);
  const { alertRegion, stage } = context.deployment;
  if (stack.region !== alertRegion) return watchdogTopic(scope, context).topic;
  const resource = resourceNames(stage).watchdogTopic;
  return Topic.fromTopicArn(
    scope,
    'WatchdogTopic',
    Arn.format({ service: 'sns', resource }, stack),
  );
}
