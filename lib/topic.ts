import { createHash } from 'node:crypto';
import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSubscription, SubscriptionProtocol, Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { defined } from '#core/defined';
import { NO_PHONE_REMINDER, reminderMark } from '#core/notice/notice';
import type { Subscriber } from '#core/notice/subscriber';
import { selectionOf } from '#core/outage/hearing';

export interface NotifyingTopicProps {
  readonly topicName: string;
  readonly displayName: string;
  readonly subscribers: readonly Subscriber[];
  /** CloudWatch alarms have no message attributes, so a filter would drop them. */
  readonly filtered: boolean;
}

/**
 * A topic and its subscriptions. It needs no encryption key of its own, because no notice contains
 * a secret.
 */
export class NotifyingTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, props: NotifyingTopicProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', {
      topicName: props.topicName,
      ...defined({ displayName: props.displayName || undefined }),
      enforceSSL: true,
    });
    for (const subscriber of props.subscribers) this.#subscribe(subscriber, props.filtered);
  }

  /** Lets CloudWatch alarms of this account publish. */
  allowAlarms(account: string): void {
    this.#allowService('cloudwatch.amazonaws.com', {
      StringEquals: { 'aws:SourceAccount': account },
    });
  }

  /**
   * Lets budgets of this account publish. Source: AWS Cost Management user guide, budgets and SNS.
   */
  allowBudgets(): void {
    const { account, partition } = Stack.of(this);
    this.#allowService('budgets.amazonaws.com', {
      StringEquals: { 'aws:SourceAccount': account },
      ArnLike: { 'aws:SourceArn': `arn:${partition}:budgets::${account}:*` },
    });
  }

  #allowService(service: string, conditions: Readonly<Record<string, object>>): void {
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(service)],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { ...conditions },
      }),
    );
  }

  #subscribe(subscriber: Subscriber, filtered: boolean): void {
    const policy = filtered ? filterPolicy(subscriber) : undefined;
    new CfnSubscription(this, logicalId(subscriber), {
      topicArn: this.topic.topicArn,
      protocol: PROTOCOLS[subscriber.protocol],
      endpoint: subscriber.endpoint,
      ...defined({ filterPolicy: policy }),
    });
  }
}

const PROTOCOLS: Readonly<Record<Subscriber['protocol'], SubscriptionProtocol>> = {
  email: SubscriptionProtocol.EMAIL,
  sms: SubscriptionProtocol.SMS,
  https: SubscriptionProtocol.HTTPS,
};

/** By digest, so that a new recipient never renames another subscription. */
function logicalId({ protocol, endpoint }: Subscriber): string {
  const digest = createHash('sha256').update(`${protocol}:${endpoint}`).digest('hex').slice(0, 8);
  return `${protocol}-${digest}`;
}

/**
 * Uses the attributes that the publisher sets. `phone` keeps notices without an SMS text off
 * phones. A filter cannot express that none of several services was named before. So the recipients
 * are decided for each selection of services, and the notice lists the selections.
 */
function filterPolicy(subscriber: Subscriber): Record<string, readonly unknown[]> {
  const { severities, services, types } = subscriber;
  return {
    phone: phone(subscriber),
    ...defined({ severity: severities, type: types }),
    ...whose(services),
  };
}

function phone({ protocol, remindAfterSeconds }: Subscriber): readonly unknown[] {
  if (protocol !== 'sms') return NO_PHONE_REMINDER;
  return ['yes', ...(remindAfterSeconds === undefined ? [] : [reminderMark(remindAfterSeconds)])];
}

function whose(services: Subscriber['services']): Record<string, readonly unknown[]> {
  if (!services) return { own: [{ exists: false }] };
  return services.length === 1 ? { service: services } : { selection: [selectionOf(services)] };
}
