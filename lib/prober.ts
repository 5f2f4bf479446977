import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ENVIRONMENT } from '#contract/environment';
import { defined } from '#core/defined';
import { concurrencyOf } from '#core/plan/concurrency';
import { allowStoring, type CheckerProps, checkerEnvironment } from '#lib/checker';
import { NodeFunction } from '#lib/node-function';
import { consume } from '#lib/queue-source';
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
      loops: true,
      environment: {
        ...checkerEnvironment(stack, props),
        [ENVIRONMENT.probesQueue]: checks.probes.queueUrl,
      },
      ...defined({ egress }),
    });
    allowStoring(this.lambda, stack, props);
    consume(this.lambda, {
      queue: checks.probes,
      // Probes wait for the network, so several share one invocation.
      batchSize: 5,
      maxConcurrency: concurrencyOf(context.configuration.catalogue).probes,
    });
  }
}
