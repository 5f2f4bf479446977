import { Stack } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { resourceNames } from '#contract/names';
import { BROWSER_PACKAGES, packBrowserParts } from '#lib/browser-parts';
import { allowStoring, type CheckerProps, checkerEnvironment } from '#lib/checker';
import { Home } from '#lib/home';
import { NodeFunction } from '#lib/node-function';
import type { CheckQueues } from '#lib/queues';
import { servicesThatLogIn } from '#lib/secrets';

/** Journeys at once. Six a group are staggered; a confirmation may ask for all of them together. */
const CONCURRENCY = 6;

/** Chromium: the part most likely to be broken into, and therefore the one with the least power. */
export class Runner extends Construct {
  readonly lambda: NodeFunction;

  constructor(
    scope: Construct,
    id: string,
    props: CheckerProps & { readonly checks: CheckQueues },
  ) {
    super(scope, id);
    const { context, vantage, egress, checks } = props;
    const stack = Stack.of(this);
    this.lambda = new NodeFunction(this, 'Runner', {
      context,
      name: 'runner',
      description: 'Runs one journey in Chromium, stores its result and evidence',
      memoryMb: 2048,
      // 211 MB of browser, its profile, and room for what a crash leaves until it is swept.
      ephemeralMb: 1024,
      reservedConcurrency: CONCURRENCY,
      vantage,
      environment: checkerEnvironment(stack, props),
      bundling: {
        externalModules: [...BROWSER_PACKAGES],
        complete: (folder) => [packBrowserParts(folder)],
      },
      ...(egress ? { egress } : {}),
    });
    allowStoring(this.lambda, stack, props);
    this.#allowSecrets(props);
    this.lambda.function.addEventSource(
      new SqsEventSource(checks.journeys, {
        // One browser, one journey at a time.
        batchSize: 1,
        maxConcurrency: CONCURRENCY,
        reportBatchItemFailures: true,
      }),
    );
  }

  #allowSecrets({ context, vantage }: CheckerProps): void {
    const services = servicesThatLogIn(context.configuration);
    if (services.length === 0) return;
    const home = new Home(Stack.of(this), context.deployment);
    const { secretPrefix } = resourceNames(context.deployment.stage);
    this.lambda.allow(
      ['secretsmanager:GetSecretValue'],
      services.map((service) => home.secret(`${secretPrefix}/${service}`, vantage)),
    );
  }
}
