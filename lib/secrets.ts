import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { resourceNames } from '#contract/names';
import { acknowledge } from '#lib/acknowledge';
import type { DeployContext } from '#lib/context';

/**
 * Empty until `npx bonghwa secret set SERVICE` fills them. No value ever passes through a template.
 */
export class Secrets extends Construct {
  constructor(scope: Construct, id: string, { configuration, deployment }: DeployContext) {
    super(scope, id);
    const { loginSecret } = resourceNames(deployment.stage);
    for (const service of servicesThatLogIn(configuration)) {
      this.#secret(service, loginSecret(service), `Monitor's account at ${service}`);
    }
  }

  /** Bearer tokens of the history API. */
  apiTokens(name: string): void {
    this.#secret('ApiTokens', name, 'Tokens of the history API, by name and scope');
  }

  #secret(id: string, name: string, description: string): void {
    // Not the L2 construct, because it would generate a password that is not needed.
    const secret = new CfnSecret(this, id, { name, description });
    // CloudFormation deletes at once, without the recovery period of a manual deletion.
    secret.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    acknowledge(
      secret,
      'AwsSolutions-SMG4',
      "Only the portal's operator or the API's owner can change the value; docs/runbook.md says when.",
    );
  }
}

/**
 * A secret costs $0.40 a month and is a risk, so only services with a recorded permission get one.
 */
export function servicesThatLogIn({
  permissions,
}: DeployContext['configuration']): readonly string[] {
  return [...new Set(permissions.map(({ service }) => service))];
}
