import { Arn, Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import {
  EventBus,
  EventField,
  type EventPattern,
  Rule,
  RuleTargetInput,
} from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { resourceNames } from '#contract/names';
import type { Deployment } from '#core/plan/deployment';
import { ALARMS } from '#lib/alarm-book';
import { Alarms } from '#lib/alarms';
import type { DeployContext } from '#lib/context';
import { NotifyingTopic } from '#lib/topic';

/**
 * SNS offers SMS only in some regions, and an alarm reaches only topics of its own region. So
 * alarms of other regions travel as events to the alert region and to operators' phones, without
 * our code. `topic` tells where they do not arrive.
 */
export function relayAlarms(scope: Construct, context: DeployContext, topic: ITopic): void {
  const { deployment } = context;
  const stack = Stack.of(scope);
  if (phonesOf(deployment).length === 0 || stack.region === deployment.alertRegion) return;
  const { alarmBus } = resourceNames(deployment.stage);
  const arn = Arn.format(
    {
      service: 'events',
      resource: 'event-bus',
      resourceName: alarmBus,
      region: deployment.alertRegion,
    },
    stack,
  );
  const rule = new Rule(scope, 'AlarmRelay', {
    description: 'Alarms about the monitor, to the region that sells SMS',
    eventPattern: alarmsOf(deployment),
    targets: [new targets.EventBus(EventBus.fromEventBusArn(scope, 'AlarmBus', arn))],
  });
  new Alarms(scope, context, topic).add('RelayFailed', {
    metric: new Metric({
      namespace: 'AWS/Events',
      metricName: 'FailedInvocations',
      dimensionsMap: { RuleName: rule.ruleName },
      statistic: 'Sum',
      period: Duration.minutes(5),
    }),
    threshold: 1,
    periods: 1,
  });
}

/** The receiving end, in the alert region. */
export function receiveAlarms(scope: Construct, { deployment }: DeployContext): void {
  const phones = phonesOf(deployment);
  const elsewhere = deployment.homeRegion !== deployment.alertRegion;
  if (phones.length === 0 || !elsewhere) return;
  const { alarmBus, alarmPhonesTopic } = resourceNames(deployment.stage);
  const bus = new EventBus(scope, 'AlarmBus', { eventBusName: alarmBus });
  const { topic } = new NotifyingTopic(scope, 'AlarmPhones', {
    topicName: alarmPhonesTopic,
    displayName: 'Bonghwa',
    subscribers: phones,
    filtered: false,
  });
  const rule = new Rule(scope, 'AlarmPhonesRule', {
    eventBus: bus,
    eventPattern: alarmsOf(deployment),
    description: 'Alarms to phones',
  });
  rule.addTarget(
    new targets.SnsTopic(topic, {
      // Else the topic would take messages from the rules of any account.
      authorizeUsingRole: true,
      message: RuleTargetInput.fromText(
        `${EventField.fromPath('$.detail.state.value')} ${EventField.fromPath('$.detail.alarmName')}`,
      ),
    }),
  );
}

function phonesOf({ operators }: Deployment) {
  return operators.filter(({ protocol }) => protocol === 'sms');
}

function alarmsOf({ stage }: Deployment): EventPattern {
  return {
    source: ['aws.cloudwatch'],
    detailType: ['CloudWatch Alarm State Change'],
    detail: {
      // By name: a stage may be called like another one with more behind it.
      alarmName: Object.keys(ALARMS).map((name) => ({
        prefix: resourceNames(stage).function(name),
      })),
      state: { value: ['ALARM', 'OK'] },
    },
  };
}
