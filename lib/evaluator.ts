import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ENVIRONMENT } from '#contract/environment';
import { concurrencyOf } from '#core/plan/concurrency';
import type { ChatChannels } from '#lib/chat';
import type { DeployContext } from '#lib/context';
import type { NoticeBus } from '#lib/event-bus';
import { Home } from '#lib/home';
import { NodeFunction } from '#lib/node-function';
import type { Page } from '#lib/page';
import { consume } from '#lib/queue-source';
import type { CheckQueues, EvaluationsQueue } from '#lib/queues';

export interface EvaluatorProps {
  readonly context: DeployContext;
  readonly checks: CheckQueues;
  readonly evaluations: EvaluationsQueue;
  /** Other destinations of notices besides the topics of the alert stack. */
  readonly notices: { readonly bus: NoticeBus; readonly chat: ChatChannels };
  /** Address of the history API, for emails. */
  readonly apiUrl: string;
  /** The public page, if there is one. */
  readonly page?: Page;
}

/** The only writer of state and the only sender of notices. It never meets the open web. */
export class Evaluator extends Construct {
  readonly lambda: NodeFunction;

  constructor(scope: Construct, id: string, props: EvaluatorProps) {
    super(scope, id);
    const { context, checks, evaluations, notices, apiUrl, page } = props;
    const { bus, chat } = notices;
    const home = new Home(Stack.of(this), context.deployment);
    const [topic, fallback] = home.topics;
    this.lambda = new NodeFunction(this, 'Evaluator', {
      context,
      name: 'evaluator',
      description: "Folds a group's results into state, outages, rollups and notices",
      memoryMb: 512,
      loops: true,
      vantage: context.deployment.homeRegion,
      environment: {
        ...home.storageEnvironment,
        [ENVIRONMENT.evaluationsQueue]: evaluations.queue.queueUrl,
        [ENVIRONMENT.journeysQueue]: checks.journeys.queueUrl,
        [ENVIRONMENT.probesQueue]: checks.probes.queueUrl,
        [ENVIRONMENT.topic]: topic,
        [ENVIRONMENT.fallbackTopic]: fallback,
        [ENVIRONMENT.eventBus]: bus.bus.eventBusName,
        ...(chat.topics.length > 0 ? { [ENVIRONMENT.chatTopics]: home.chatTopics } : {}),
        [ENVIRONMENT.apiUrl]: apiUrl,
        ...(page
          ? { [ENVIRONMENT.pageTopic]: page.changes.topicArn, [ENVIRONMENT.pageUrl]: page.url }
          : {}),
        [ENVIRONMENT.alertRegion]: context.deployment.alertRegion,
        ...(context.deployment.smsDeliveryLogs.length > 0
          ? { [ENVIRONMENT.carriersAnswer]: 'yes' }
          : {}),
      },
    });
    this.lambda.allow(['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem'], [home.table]);
    this.lambda.allow(
      ['sqs:SendMessage'],
      context.configuration.vantages.flatMap((region) => home.checkQueues(region)),
    );
    if (page) this.lambda.allow(['sns:Publish'], [page.changes.topicArn]);
    this.lambda.allow(['events:PutEvents'], [bus.bus.eventBusArn]);
    for (const { topicArn } of chat.topics) this.lambda.allow(['sns:Publish'], [topicArn]);
    this.lambda.allow(['sns:Publish'], [topic, fallback]);
    consume(this.lambda, {
      queue: evaluations.queue,
      // FIFO keeps one evaluator per group. A batch may contain requests of several groups.
      batchSize: 10,
      maxConcurrency: concurrencyOf(context.configuration.catalogue).evaluations,
    });
  }
}
