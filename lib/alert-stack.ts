import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { resourceNames } from '#contract/names';
import { receiveAlarms } from '#lib/alarm-relay';
import type { DeployContext } from '#lib/context';
import { LogReader } from '#lib/log-reader';
import { smsAlarms } from '#lib/sms-alarms';
import { NotifyingTopic } from '#lib/topic';
import { watchdogTopic } from '#lib/watchdog-topic';

/** Topics in a region with SMS, which may differ from the region that checks. */
export class AlertStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    props: StackProps & { readonly context: DeployContext },
  ) {
    super(scope, id, props);
    const { deployment, configuration } = props.context;
    const names = resourceNames(deployment.stage);
    const notices = {
      displayName: configuration.texts.displayName,
      subscribers: deployment.subscribers,
      filtered: true,
    };
    new NotifyingTopic(this, 'Notices', { ...notices, topicName: names.topic });
    new NotifyingTopic(this, 'Fallback', { ...notices, topicName: names.fallbackTopic });
    receiveAlarms(this, props.context);
    if (deployment.smsDeliveryLogs.length > 0) new LogReader(this, 'LogReader', props.context);
    // In the home region the monitoring stack has the watchdog topic; names are unique per region.
    if (deployment.alertRegion !== deployment.homeRegion) {
      smsAlarms(this, props.context, watchdogTopic(this, props.context).topic);
    }
  }
}
