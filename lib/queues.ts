import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { FUNCTIONS } from '#contract/functions';
import { deadLetterQueue, MAX_RECEIVES, resourceNames } from '#contract/names';
import type { Deployment } from '#core/plan/deployment';

/** A check three minutes late is worth nothing, so its message does not outlive five. */
const CHECK_RETENTION = Duration.minutes(5);
const DEAD_LETTER_RETENTION = Duration.days(14);

const HOUSE: QueueProps = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };

/** A queue and where its messages end that failed too often. */
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
      retentionPeriod: CHECK_RETENTION,
      visibilityTimeout: Duration.seconds(FUNCTIONS.runner.timeoutSeconds + 10),
    });
    const probes = new QueueWithDeadLetters(this, 'Probes', {
      queueName: names.probesQueue,
      retentionPeriod: CHECK_RETENTION,
      visibilityTimeout: Duration.seconds(FUNCTIONS.prober.timeoutSeconds + 10),
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
      visibilityTimeout: Duration.seconds(FUNCTIONS.evaluator.timeoutSeconds + 10),
      // The next minute asks again, so an old request need not be kept.
      retentionPeriod: Duration.hours(1),
    });
    this.queue = evaluations.queue;
    this.deadLetters = evaluations.deadLetters;
  }
}
