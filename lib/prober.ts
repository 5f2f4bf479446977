import { Duration, Stack } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { allowStoring, type CheckerProps, checkerEnvironment } from '#lib/checker';
import { NodeFunction } from '#lib/node-function';
import type { CheckQueues } from '#lib/queues';

/** Checks without a browser: DNS, TCP, TLS, HTTP. */
export class Prober extends Construct {
  readonly lambda: NodeFunction;

  constructor(
    scope: Construct,
    id: string,
    props: CheckerProps & { readonly checks: CheckQueues },
  ) {
    super(scope, id);
    const { context, vantage, egress, checks } = props;
    const stack = Stack.of(this);
    this.lambda = new NodeFunction(this, 'Prober', {
      context,
      name: 'prober',
      description: 'Probes and controls: DNS, TCP, TLS and HTTP with phase timings',
      memoryMb: 256,
      vantage,
      environment: checkerEnvironment(stack, props),
      ...(egress ? { egress } : {}),
    });
    allowStoring(this.lambda, stack, props);
    this.lambda.function.addEventSource(
      new SqsEventSource(checks.probes, {
        // Probes wait on the network, so several share one invocation.
        batchSize: 5,
        maxBatchingWindow: Duration.seconds(0),
        maxConcurrency: 5,
        reportBatchItemFailures: true,
      }),
    );
  }
}
