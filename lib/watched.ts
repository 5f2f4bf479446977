import { Alarm, type AlarmProps } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { resourceNames } from '#contract/names';
import { ALARMS, type AlarmName } from '#lib/alarm-book';
import type { DeployContext } from '#lib/context';

export type WatchedProps = Omit<AlarmProps, 'alarmName' | 'alarmDescription'> & {
  readonly context: DeployContext;
  readonly alarm: AlarmName;
  /** Distinguishes several alarms of one kind, e.g. the service. */
  readonly of?: string;
  readonly topic: ITopic;
};

/** An alarm with its name, severity and runbook link from the book. */
export function watch(scope: Construct, props: WatchedProps): Alarm {
  const { context, alarm: name, of, topic, ...metric } = props;
  const alarm = new Alarm(scope, of ? `${name}-${of}` : name, {
    ...metric,
    alarmName: alarmName(context, name, of),
    alarmDescription: alarmDescription(context, name, of),
  });
  alarm.addAlarmAction(new SnsAction(topic));
  alarm.addOkAction(new SnsAction(topic));
  return alarm;
}

export function alarmName({ deployment }: DeployContext, name: AlarmName, of?: string): string {
  return [resourceNames(deployment.stage).function(name), ...(of ? [of] : [])].join('-');
}

export function alarmDescription(
  { configuration }: DeployContext,
  name: AlarmName,
  of?: string,
): string {
  const { severity, says } = ALARMS[name];
  const runbook = configuration.texts.runbookUrl || 'docs/runbook.md';
  return `[${severity}] ${says}${of ? ` (${of})` : ''}. ${runbook}#${name.toLowerCase()}`;
}
