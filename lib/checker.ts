import type { Stack } from 'aws-cdk-lib';
import { ENVIRONMENT } from '#contract/environment';
import { acknowledge } from '#lib/acknowledge';
import type { DeployContext } from '#lib/context';
import type { FixedEgress } from '#lib/fixed-egress';
import { Home } from '#lib/home';
import type { NodeFunction } from '#lib/node-function';
import { onlyPartitions } from '#lib/partitions';

/** Common properties of runner and prober. */
export interface CheckerProps {
  readonly context: DeployContext;
  /** Region of the checker. It stores in the home region. */
  readonly vantage: string;
  /** In the home region, for every vantage. */
  readonly evaluationsUrl: string;
  readonly egress?: FixedEgress;
}

export function checkerEnvironment(stack: Stack, { context, evaluationsUrl }: CheckerProps) {
  return {
    ...new Home(stack, context.deployment).storageEnvironment,
    [ENVIRONMENT.evaluationsQueue]: evaluationsUrl,
  };
}

/** Allows storing results and requesting an evaluation: no read, no other key, no topic. */
export function allowStoring(checker: NodeFunction, stack: Stack, { context }: CheckerProps): void {
  const home = new Home(stack, context.deployment);
  checker.allow(['dynamodb:PutItem'], [home.table], onlyPartitions('SERVICE#*'));
  checker.allow(['sqs:SendMessage'], [home.evaluationsQueue]);
}

/** Only a browser has pictures to store. */
export function allowEvidence(runner: NodeFunction, home: Home): void {
  runner.allow(['s3:PutObject'], [`${home.bucket}/passed/*`, `${home.bucket}/failed/*`]);
  for (const retention of ['passed', 'failed']) {
    acknowledge(
      runner.role,
      `AwsSolutions-IAM5[Resource::${home.bucket}/${retention}/*]`,
      'Keys are content digests; the retention class is the narrowest prefix there is.',
    );
  }
}
