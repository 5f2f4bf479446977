import { Duration, Names, RemovalPolicy, SecretValue, Stack } from 'aws-cdk-lib';
import {
  ApiDestination,
  Authorization,
  Connection,
  EventBus,
  HttpMethod,
  HttpParameter,
  type IApiDestination,
  Rule,
  RuleTargetInput,
} from 'aws-cdk-lib/aws-events';
import { ApiDestination as ApiDestinationTarget } from 'aws-cdk-lib/aws-events-targets';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { WEBHOOK_BODY, WEBHOOK_SOURCE } from '#contract/events';
import { resourceNames } from '#contract/names';
import { defined } from '#core/defined';
import { PAGERDUTY_KEY } from '#core/formats/webhooks/pagerduty';
import type { Webhook } from '#core/watch/webhooks';
import { acknowledge } from '#lib/acknowledge';
import type { DeployContext } from '#lib/context';

/** A later message about an outage would only confuse. */
const OLDEST = Duration.hours(2);
/** Of rules, connections and API destinations. */
const LONGEST_NAME = 64;

/**
 * Notices as events, and the rules that deliver bodies to webhooks, without our code on the open
 * web. CloudFormation resolves addresses and keys, so no template contains them.
 */
export class NoticeBus extends Construct {
  readonly bus: EventBus;
  /** Bodies that no webhook accepted. Empty without webhooks. */
  readonly deadLetters: readonly Queue[];
  /** The name of the rule that delivers to each webhook. */
  readonly deliveries: readonly { readonly webhook: string; readonly rule: string }[];

  constructor(scope: Construct, id: string, { configuration, deployment }: DeployContext) {
    super(scope, id);
    const names = resourceNames(deployment.stage);
    this.bus = new EventBus(this, 'Bus', {
      eventBusName: names.eventBus,
      description: 'Outages as events; docs/events.md has the schema',
    });
    this.bus.applyRemovalPolicy(RemovalPolicy.DESTROY);
    const { webhooks } = configuration;
    if (webhooks.length === 0) {
      this.deadLetters = [];
      this.deliveries = [];
      return;
    }
    const undelivered = new Queue(this, 'Undelivered', {
      queueName: names.webhooksDeadLetters,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    this.deadLetters = [undelivered];
    acknowledge(
      undelivered,
      'AwsSolutions-SQS3',
      'The rules of the webhooks use it as their dead-letter queue.',
    );
    this.deliveries = webhooks.map((webhook) => ({
      webhook: webhook.id,
      rule: this.#deliver(webhook, names.webhookSecret(webhook.secret), undelivered),
    }));
  }

  #deliver(webhook: Webhook, secret: string, undelivered: Queue): string {
    const { id, format, header } = webhook;
    const scope = new Construct(this, `Webhook-${id}`);
    const whole = `${Stack.of(this).stackName}-webhook-${id}`;
    // Cut off, two long ids could become one name.
    const name =
      whole.length <= LONGEST_NAME
        ? whole
        : Names.uniqueResourceName(scope, { maxLength: LONGEST_NAME, separator: '-' });
    const key = SecretValue.secretsManager(secret, { jsonField: 'key' });
    const connection = new Connection(scope, 'Connection', {
      connectionName: name,
      description: `Key of the webhook ${id}`,
      authorization: Authorization.apiKey(header, key),
      ...defined({
        bodyParameters:
          format === 'pagerduty' ? { [PAGERDUTY_KEY]: HttpParameter.fromSecret(key) } : undefined,
      }),
    });
    const destination = new ApiDestination(scope, 'Destination', {
      apiDestinationName: name,
      description: `Where the webhook ${id} is reached`,
      connection,
      endpoint: SecretValue.secretsManager(secret, { jsonField: 'url' }).unsafeUnwrap(),
      httpMethod: HttpMethod.POST,
      rateLimitPerSecond: 10,
    });
    new Rule(scope, 'Rule', {
      ruleName: name,
      description: `Bodies for the webhook ${id}`,
      eventBus: this.bus,
      eventPattern: { source: [WEBHOOK_SOURCE], detailType: [id] },
      targets: [
        // Its type declaration does not know exact optional properties.
        new ApiDestinationTarget(destination as IApiDestination, {
          event: RuleTargetInput.fromEventPath(`$.detail.${WEBHOOK_BODY}`),
          maxEventAge: OLDEST,
          deadLetterQueue: undelivered,
        }),
      ],
    });
    // Not a reference to the rule, which is its bus and its name.
    return name;
  }
}
