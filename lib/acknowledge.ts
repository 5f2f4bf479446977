import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Accepts one cdk-nag finding on one construct, for a reason that a reviewer can check. */
export function acknowledge(
  construct: IConstruct,
  finding: `AwsSolutions-${string}`,
  reason: string,
): void {
  Validations.of(construct).acknowledge({ id: asNagWrites(construct, finding), reason });
}

/** cdk-nag names a finding by its resolved text, with references as `<AWS::AccountId>`. */
function asNagWrites(construct: IConstruct, finding: string): string {
  return flatten(Stack.of(construct).resolve(finding));
}

function flatten(value: unknown): string {
  if (typeof value === 'string') return value;
  const { Ref: reference, 'Fn::Join': join } = value as {
    readonly Ref?: string;
    readonly 'Fn::Join'?: readonly [separator: string, parts: readonly unknown[]];
  };
  return join ? join[1].map(flatten).join(join[0]) : `<${reference}>`;
}
