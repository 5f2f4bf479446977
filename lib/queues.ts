import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { FUNCTIONS, type FunctionName } from '#contract/functions';
import { deadLetterQueue, MAX_RECEIVES, resourceNames } from '#contract/names';
import type { Deployment } from '#core/plan/deployment';

/**
 * Time for all deliveries, because a message must not expire before it reaches the dead letters.
 */
function untilGivenUp(visibilitySeconds: number): Duration {
  return Duration.seconds((MAX_RECEIVES + 1) * visibilitySeconds);
}

/** Longer than the function's time-out. */
function visibilitySeconds(name: FunctionName): number {
  return FUNCTIONS[name].timeoutSeconds + 10;
}

const DEAD_LETTER_RETENTION = Duration.days(14);

const HOUSE: QueueProps = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };

/** A queue, and the queue for messages that failed too often. */
class QueueWithDeadLetters extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: QueueProps & { readonly queueName: string }) {
    super(scope, id);
    const fifo = props.queueName.endsWith('.fifo') ? { fifo: true } : {};
    this.deadLetters = new Queue(this, 'DeadLetters', {
      ...HOUSE,
      ...fifo,
      queueName: deadLetterQueue(props.queueName),
      retentionPeriod: DEAD_LETTER_RETENTION,
    });
    this.queue = new Queue(this, 'Queue', {
      ...HOUSE,
      ...fifo,
      ...props,
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: MAX_RECEIVES },
    });
  }
}

/** The two check queues of one vantage. */
export class CheckQueues extends Construct {
  readonly journeys: Queue;
  readonly probes: Queue;
  readonly deadLetters: readonly Queue[];

  constructor(scope: Construct, id: string, { stage }: Deployment) {
    super(scope, id);
    const names = resourceNames(stage);
    const journeys = new QueueWithDeadLetters(this, 'Journeys', {
      queueName: names.journeysQueue,
      retentionPeriod: untilGivenUp(visibilitySeconds('runner')),
      visibilityTimeout: Duration.seconds(visibilitySeconds('runner')),
    });
    const probes = new QueueWithDeadLetters(this, 'Probes', {
      queueName: names.probesQueue,
      retentionPeriod: untilGivenUp(visibilitySeconds('prober')),
      visibilityTimeout: Duration.seconds(visibilitySeconds('prober')),
    });
    this.journeys = journeys.queue;
    this.probes = probes.queue;
    this.deadLetters = [journeys.deadLetters, probes.deadLetters];
  }
}

/** FIFO, one message group per outage group: at most one evaluator works on a group. */
export class EvaluationsQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { stage }: Deployment) {
    super(scope, id);
    const evaluations = new QueueWithDeadLetters(this, 'Evaluations', {
      queueName: resourceNames(stage).evaluationsQueue,
      visibilityTimeout: Duration.seconds(visibilitySeconds('evaluator')),
      // The next minute asks again, so old requests are useless.
      retentionPeriod: Duration.hours(1),
    });
    this.queue = evaluations.queue;
    this.deadLetters = evaluations.deadLetters;
  }
}
