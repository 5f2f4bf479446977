import { Arn, Stack } from 'aws-cdk-lib';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { resourceNames } from '#contract/names';
import type { DeployContext } from '#lib/context';
import { NotifyingTopic } from '#lib/topic';

/**
 * Topic for alarms about the monitor: CloudWatch to SNS to people, without our code. Phones only
 * where SNS certainly offers SMS. `lib/alarm-relay.ts` reaches them from other regions.
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

/** For a further vantage. In the alert region that stack already has one. */
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
