import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { FUNCTIONS } from '#contract/functions';
import { resourceNames } from '#contract/names';
import type { Deployment } from '#core/deployment';

/** A check three minutes late is worth nothing, so its message does not outlive five. */
const CHECK_RETENTION = Duration.minutes(5);
const DEAD_LETTER_RETENTION = Duration.days(14);

const HOUSE: QueueProps = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };

/** The two check queues of one vantage, each with its dead letters. */
export class CheckQueues extends Construct {
  readonly journeys: Queue;
  readonly probes: Queue;
  readonly deadLetters: readonly Queue[];

  constructor(scope: Construct, id: string, { stage }: Deployment) {
    super(scope, id);
    const names = resourceNames(stage);
    const lettersOf = (what: string, name: string) =>
      new Queue(this, `${what}DeadLetters`, {
        ...HOUSE,
        queueName: `${name}-dead`,
        retentionPeriod: DEAD_LETTER_RETENTION,
      });
    const journeyLetters = lettersOf('Journeys', names.journeysQueue);
    const probeLetters = lettersOf('Probes', names.probesQueue);
    this.deadLetters = [journeyLetters, probeLetters];
    const checks = (what: string, queueName: string, options: QueueProps) =>
      new Queue(this, what, {
        ...HOUSE,
        queueName,
        retentionPeriod: CHECK_RETENTION,
        ...options,
      });
    // Twice at most: a message that killed two runners would kill a third.
    this.journeys = checks('Journeys', names.journeysQueue, {
      visibilityTimeout: Duration.seconds(FUNCTIONS.runner.timeoutSeconds + 10),
      deadLetterQueue: { queue: journeyLetters, maxReceiveCount: 2 },
    });
    this.probes = checks('Probes', names.probesQueue, {
      visibilityTimeout: Duration.seconds(FUNCTIONS.prober.timeoutSeconds + 10),
      deadLetterQueue: { queue: probeLetters, maxReceiveCount: 2 },
    });
  }
}

/** FIFO, one message group per outage group: at most one evaluator works on a group. */
export class EvaluationsQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { stage }: Deployment) {
    super(scope, id);
    const name = resourceNames(stage).evaluationsQueue;
    this.deadLetters = new Queue(this, 'DeadLetters', {
      ...HOUSE,
      fifo: true,
      queueName: name.replace('.fifo', '-dead.fifo'),
      retentionPeriod: DEAD_LETTER_RETENTION,
    });
    this.queue = new Queue(this, 'Queue', {
      ...HOUSE,
      fifo: true,
      queueName: name,
      visibilityTimeout: Duration.seconds(FUNCTIONS.evaluator.timeoutSeconds + 10),
      // The next minute asks again, so an old request need not be kept.
      retentionPeriod: Duration.hours(1),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 5 },
    });
  }
}
