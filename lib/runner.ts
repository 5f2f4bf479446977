import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ENVIRONMENT } from '#contract/environment';
import { resourceNames } from '#contract/names';
import { concurrencyOf } from '#core/plan/concurrency';
import { BROWSER_PACKAGES, packBrowserParts } from '#lib/browser-parts';
import { allowEvidence, allowStoring, type CheckerProps, checkerEnvironment } from '#lib/checker';
import { Home } from '#lib/home';
import { NodeFunction } from '#lib/node-function';
import { consume } from '#lib/queue-source';
import type { CheckQueues } from '#lib/queues';
import { servicesThatLogIn } from '#lib/secrets';

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
      loops: true,
      vantage,
      environment: {
        ...checkerEnvironment(stack, props),
        [ENVIRONMENT.journeysQueue]: checks.journeys.queueUrl,
        [ENVIRONMENT.secretPrefix]: resourceNames(context.deployment.stage).loginSecretPrefix,
      },
      bundling: {
        externalModules: [...BROWSER_PACKAGES],
        complete: (folder) => [packBrowserParts(folder)],
      },
      ...(egress ? { egress } : {}),
    });
    allowStoring(this.lambda, stack, props);
    allowEvidence(this.lambda, new Home(stack, context.deployment));
    this.#allowSecrets(props);
    consume(this.lambda, {
      queue: checks.journeys,
      // One browser, one journey at a time.
      batchSize: 1,
      maxConcurrency: concurrencyOf(context.configuration.catalogue).journeys,
    });
  }

  #allowSecrets({ context, vantage }: CheckerProps): void {
    const services = servicesThatLogIn(context.configuration);
    if (services.length === 0) return;
    const home = new Home(Stack.of(this), context.deployment);
    const { loginSecret } = resourceNames(context.deployment.stage);
    this.lambda.allow(
      ['secretsmanager:GetSecretValue'],
      services.map((service) => home.secret(loginSecret(service), vantage)),
    );
  }
}
