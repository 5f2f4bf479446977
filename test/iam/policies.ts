import type { Template } from 'aws-cdk-lib/assertions';
import type { Statement } from './evaluate.ts';

export interface Place {
  readonly account: string;
  readonly region: string;
}

interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

interface Written {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The policies of each function's role, by the function's name, with every reference resolved. */
export function functionPolicies(
  template: Template,
  place: Place,
): ReadonlyMap<string, readonly Statement[]> {
  const resources = template.toJSON().Resources as Readonly<Record<string, Resource>>;
  const functions = Object.values(resources).filter(({ Type }) => Type === 'AWS::Lambda::Function');
  return new Map(
    functions.map(({ Properties }) => {
      const role = /"Fn::GetAtt":\["(\w+)"/.exec(JSON.stringify(Properties.Role))?.[1] ?? '';
      const statements = Object.values(resources)
        .filter(({ Type }) => Type === 'AWS::IAM::Policy')
        .filter((policy) => JSON.stringify(policy.Properties.Roles).includes(`"${role}"`))
        .flatMap(
          (policy) =>
            (policy.Properties.PolicyDocument as { Statement: readonly Written[] }).Statement,
        );
      const resolve = (value: unknown) => resolved(value, resources, place);
      return [
        String(Properties.FunctionName).replace(/^bonghwa-[a-z]+-/, ''),
        statements.map((written) => statementOf(written, resolve)),
      ];
    }),
  );
}

function statementOf(written: Written, resolve: (value: unknown) => string): Statement {
  const conditions = Object.entries(written.Condition ?? {}).map(([operator, keys]) => [
    operator,
    Object.fromEntries(
      Object.entries(keys).map(([key, values]) => [key, [values].flat().map(resolve)]),
    ),
  ]);
  return {
    effect: written.Effect,
    actions: [written.Action].flat(),
    resources: [written.Resource].flat().map(resolve),
    conditions: Object.fromEntries(conditions),
  };
}

/** CloudFormation's functions that the templates use in policies. */
function resolved(
  value: unknown,
  resources: Readonly<Record<string, Resource>>,
  place: Place,
): string {
  if (typeof value === 'string') return value;
  const {
    Ref,
    'Fn::Join': join,
    'Fn::GetAtt': attribute,
  } = value as {
    readonly Ref?: string;
    readonly 'Fn::Join'?: readonly [string, readonly unknown[]];
    readonly 'Fn::GetAtt'?: readonly [string, string];
  };
  if (join) return join[1].map((part) => resolved(part, resources, place)).join(join[0]);
  if (attribute) return arnOf(resources[attribute[0]], place);
  const named = resources[Ref ?? ''];
  if (named) return arnOf(named, place);
  const pseudo: Readonly<Record<string, string>> = {
    'AWS::Partition': 'aws',
    'AWS::AccountId': place.account,
    'AWS::Region': place.region,
  };
  const found = pseudo[Ref ?? ''];
  if (found === undefined) throw new Error(`cannot resolve ${JSON.stringify(value)}`);
  return found;
}

function arnOf(resource: Resource | undefined, { account, region }: Place): string {
  const { Type = '', Properties = {} } = resource ?? {};
  const at = (service: string, name: unknown) => `arn:aws:${service}:${region}:${account}:${name}`;
  if (Type === 'AWS::SQS::Queue') return at('sqs', Properties.QueueName);
  if (Type === 'AWS::SNS::Topic') return at('sns', Properties.TopicName);
  if (Type === 'AWS::Events::EventBus') return at('events', `event-bus/${Properties.Name}`);
  if (Type === 'AWS::Lambda::Function') return at('lambda', `function:${Properties.FunctionName}`);
  if (Type === 'AWS::Logs::LogGroup') return at('logs', `log-group:${Properties.LogGroupName}:*`);
  throw new Error(`cannot name the ARN of a ${Type}`);
}
