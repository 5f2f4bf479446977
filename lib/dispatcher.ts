import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { ENVIRONMENT } from '#contract/environment';
import type { TickEvent } from '#contract/messages';
import { deadLetterQueue, resourceNames } from '#contract/names';
import { acknowledge } from '#lib/acknowledge';
import type { DeployContext } from '#lib/context';
import { Home } from '#lib/home';
import { NodeFunction } from '#lib/node-function';
import { onlyPartitions } from '#lib/partitions';
import type { CheckQueues, EvaluationsQueue } from '#lib/queues';

export interface DispatcherProps {
  readonly context: DeployContext;
  readonly checks: CheckQueues;
  readonly evaluations: EvaluationsQueue;
}

/** As long as the dispatcher still sends checks for a late tick. */
const TICK_MAX_AGE = Duration.seconds(180);

/** The tick each minute, and the function that decides what is due. */
export class Dispatcher extends Construct {
  readonly lambda: NodeFunction;
  /** Ticks that could not be delivered. */
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { context, checks, evaluations }: DispatcherProps) {
    super(scope, id);
    const home = new Home(Stack.of(this), context.deployment);
    this.lambda = new NodeFunction(this, 'Dispatcher', {
      context,
      name: 'dispatcher',
      description: 'Each minute: sends what is due and asks for an evaluation of every group',
      memoryMb: 256,
      vantage: context.deployment.homeRegion,
      environment: {
        ...home.storageEnvironment,
        [ENVIRONMENT.evaluationsQueue]: evaluations.queue.queueUrl,
        [ENVIRONMENT.journeysQueue]: checks.journeys.queueUrl,
        [ENVIRONMENT.probesQueue]: checks.probes.queueUrl,
      },
    });
    // The state of groups and the board, and nothing else of the table.
    this.lambda.allow(
      ['dynamodb:GetItem', 'dynamodb:Query'],
      [home.table],
      onlyPartitions('GROUP#*', 'BOARD'),
    );
    this.lambda.allow(
      ['sqs:SendMessage'],
      [
        evaluations.queue.queueArn,
        // Scheduled checks run at home. Only confirmations run elsewhere.
        ...home.checkQueues(context.deployment.homeRegion),
      ],
    );
    // A retry would be a second tick for the same minute, and the next tick comes anyway.
    this.lambda.function.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: TICK_MAX_AGE });
    this.deadLetters = new Queue(this, 'TickDeadLetters', {
      queueName: deadLetterQueue(resourceNames(context.deployment.stage).function('ticks')),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    acknowledge(
      this.deadLetters,
      'AwsSolutions-SQS3',
      'It is the dead-letter queue of the schedule, which names it by ARN.',
    );
    this.#schedule(context.deployment.stage);
  }

  #schedule(stage: string): void {
    const role = new Role(this, 'TickRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
      description: 'Lets the scheduler start the dispatcher, and nothing else',
    });
    const { functionArn } = this.lambda.function;
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }),
    );
    role.addToPolicy(
      new PolicyStatement({
        actions: ['sqs:SendMessage'],
        resources: [this.deadLetters.queueArn],
      }),
    );
    const input: TickEvent = { scheduledTime: '<aws.scheduler.scheduled-time>' };
    // Not the L2 target, because it would allow every version of the function with a wildcard.
    const schedule = new CfnSchedule(this, 'Tick', {
      name: resourceNames(stage).function('tick'),
      description: 'Starts the dispatcher each minute',
      // Not rate(1 minute), because it fires at the second of its creation.
      scheduleExpression: 'cron(* * * * ? *)',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: functionArn,
        roleArn: role.roleArn,
        input: JSON.stringify(input),
        deadLetterConfig: { arn: this.deadLetters.queueArn },
        retryPolicy: {
          maximumEventAgeInSeconds: TICK_MAX_AGE.toSeconds(),
          maximumRetryAttempts: 1,
        },
      },
    });
    schedule.node.addDependency(role);
  }
}
