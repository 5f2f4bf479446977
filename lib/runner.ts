import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ENVIRONMENT } from '#contract/environment';
import { resourceNames } from '#contract/names';
import { concurrencyOf } from '#core/plan/concurrency';
import { allowEvidence, allowStoring, type CheckerProps, checkerEnvironment } from '#lib/checker';
import { Home } from '#lib/home';
import { NodeFunction } from '#lib/node-function';
import { consume } from '#lib/queue-source';
import type { CheckQueues } from '#lib/queues';
import { servicesThatLogIn } from '#lib/secrets';

/** Passes a journey's order to the browser and stores the result. It never meets the open web. */
export class Runner extends Construct {
  readonly lambda: NodeFunction;

  constructor(
    scope: Construct,
    id: string,
    props: Omit<CheckerProps, 'egress'> & {
      readonly checks: CheckQueues;
      readonly browser: NodeFunction;
    },
  ) {
    super(scope, id);
    const { context, vantage, checks, browser } = props;
    const stack = Stack.of(this);
    this.lambda = new NodeFunction(this, 'Runner', {
      context,
      name: 'runner',
      description: 'Has one journey run by the browser, stores its result and evidence',
      memoryMb: 256,
      loops: true,
      vantage,
      environment: {
        ...checkerEnvironment(stack, props),
        [ENVIRONMENT.journeysQueue]: checks.journeys.queueUrl,
        [ENVIRONMENT.browserFunction]: browser.function.functionName,
        [ENVIRONMENT.secretPrefix]: resourceNames(context.deployment.stage).loginSecretPrefix,
      },
    });
    allowStoring(this.lambda, stack, props);
    allowEvidence(this.lambda, new Home(stack, context.deployment));
    this.lambda.allow(['lambda:InvokeFunction'], [browser.function.functionArn]);
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
