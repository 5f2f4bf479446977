import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { DeployContext } from '#lib/context';
import { FixedEgress } from '#lib/fixed-egress';
import { Home } from '#lib/home';
import { Prober } from '#lib/prober';
import { CheckQueues } from '#lib/queues';
import { Runner } from '#lib/runner';
import { Secrets } from '#lib/secrets';

/** Runner and prober in a further region; they write home. Its secrets are its own. */
export class VantageStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    props: StackProps & { readonly context: DeployContext },
  ) {
    super(scope, id, props);
    const { context } = props;
    const checks = new CheckQueues(this, 'Checks', context.deployment);
    const egress = context.deployment.fixedEgress
      ? new FixedEgress(this, 'Egress', context)
      : undefined;
    const checker = {
      context,
      checks,
      vantage: this.region,
      evaluationsUrl: new Home(this, context.deployment).evaluationsUrl,
      ...(egress ? { egress } : {}),
    };
    new Secrets(this, 'Secrets', context);
    new Runner(this, 'Runner', checker);
    new Prober(this, 'Prober', checker);
  }
}
