import { AwsSolutionsChecks } from 'cdk-nag';
import { beforeAll, describe, expect, it } from 'vitest';
import { alarmMetrics } from '#core/plan/alarm-count';
import { concurrencyOf } from '#core/plan/concurrency';
import { accountQuestion } from '#core/plan/diagnosis/account-question';
import { runningChecks } from '#core/watch/shared-checks';
import { ALARMS } from '#lib/alarm-book';
import { resolveConfiguration } from '#local/configuration';
import { OPTIONS } from './options.ts';
import { NOW, type Synthesized, synthesize } from './synthesize.ts';

interface Resource {
  readonly Type: string;
  readonly DeletionPolicy?: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

interface ResourceStatement {
  readonly Effect: string;
  readonly Principal: unknown;
  readonly Condition?: object;
}

/** Sizes of one resource, beside the largest that AWS takes. */
function limitsOf(
  id: string,
  type: string,
  properties: Resource['Properties'],
): readonly (readonly [what: string, size: number, most: number])[] {
  const lengthOf = (field: string) => String(properties[field] ?? '').length;
  const sizeOf = (field: string) => JSON.stringify(properties[field] ?? '').length;
  const named = (field: string, most: number) => [`${id}.${field}`, lengthOf(field), most] as const;
  switch (type) {
    case 'AWS::Lambda::Function':
      return [
        named('FunctionName', 64),
        named('Description', 256),
        [`${id}.Environment`, sizeOf('Environment'), 4_096],
      ];
    case 'AWS::CloudWatch::Alarm':
      return [
        named('AlarmName', 255),
        named('AlarmDescription', 1_024),
        [`${id}.Metrics`, (properties.Metrics as readonly unknown[] | undefined)?.length ?? 0, 10],
      ];
    case 'AWS::Events::Rule':
      return [named('Name', 64), [`${id}.EventPattern`, sizeOf('EventPattern'), 2_048]];
    case 'AWS::Events::Connection':
    case 'AWS::Events::ApiDestination':
    case 'AWS::Scheduler::Schedule':
      return [named('Name', 64)];
    case 'AWS::SQS::Queue':
      return [named('QueueName', 80)];
    case 'AWS::SNS::Topic':
      return [named('DisplayName', 100)];
    case 'AWS::SNS::TopicPolicy':
    case 'AWS::SQS::QueuePolicy':
    case 'AWS::S3::BucketPolicy':
      return [[`${id}.PolicyDocument`, sizeOf('PolicyDocument'), 20_480]];
    default:
      return [];
  }
}

describe.each(Object.entries(OPTIONS))('a deployment with %s', (_name, input) => {
  let system: Synthesized;
  const { configuration, deployment } = resolveConfiguration(input, {
    file: '',
    stage: 'dev',
    now: NOW,
  });

  const found = (type: string): readonly (Resource & { readonly stack: string })[] =>
    Object.keys(system.stacks).flatMap((stack) =>
      Object.values(system.template(stack).findResources(type)).map((each) => ({
        ...(each as Resource),
        stack,
      })),
    );
  const text = (value: unknown) => JSON.stringify(value);

  beforeAll(() => {
    system = synthesize(input);
    system.template('storage');
  }, 60_000);

  it('cdk-nag finds nothing that is not acknowledged with a reason', () => {
    const { violations } = new AwsSolutionsChecks(system.app).validateScope(system.app);
    const all = violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ templatePath }) => `${ruleName} ${templatePath}`),
    );
    expect(all).toEqual([]);
  });

  it('needs no credentials at synth', () => {
    expect(system.missing()).toEqual([]);
  });

  it('gives no two things of one region the same name', () => {
    const NAMED =
      /^(FunctionName|QueueName|TopicName|AlarmName|TableName|BucketName|LogGroupName)$/;
    // Their names contain the function that they belong to.
    const others = ['AWS::Lambda::EventSourceMapping', 'AWS::Lambda::Permission'];
    const names = Object.entries(system.stacks).flatMap(([part, { region }]) =>
      Object.values(
        (system.template(part).toJSON().Resources ?? {}) as Record<string, Resource>,
      ).flatMap(({ Type, Properties }) =>
        Object.entries(Properties ?? {})
          .filter(([key]) => NAMED.test(key) && !others.includes(Type))
          .map(([key, name]) => `${region} ${Type} ${key} ${text(name)}`),
      ),
    );
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('lets a function in a VPC join it, and its own code not', () => {
    const joined = found('AWS::Lambda::Function').filter(({ Properties }) => Properties.VpcConfig);
    expect(joined.length > 0).toBe(deployment.fixedEgress);
    for (const { Properties, stack } of joined) {
      const role = text(Properties.Role).match(/"Fn::GetAtt":\["(\w+)"/)?.[1];
      const policies = found('AWS::IAM::Policy').filter(
        (policy) => policy.stack === stack && text(policy.Properties.Roles).includes(`"${role}"`),
      );
      const statements = policies.flatMap(
        (policy) =>
          (policy.Properties.PolicyDocument as { Statement: readonly Record<string, unknown>[] })
            .Statement,
      );
      const about = statements.filter(({ Action }) =>
        text(Action).includes('CreateNetworkInterface'),
      );
      expect(about.map(({ Effect }) => Effect).sort()).toEqual(['Allow', 'Deny']);
      const deny = about.find(({ Effect }) => Effect === 'Deny');
      expect(text(deny?.Condition)).toContain(String(Properties.FunctionName));
    }
  });

  it('keeps the address that operators have on their lists', () => {
    const addresses = found('AWS::EC2::EIP');
    const kept = Object.keys(deployment.egressAddresses).length;
    const wanted = deployment.fixedEgress ? configuration.vantages.length - kept : 0;
    expect(addresses).toHaveLength(wanted);
    expect(addresses.filter((one) => one.DeletionPolicy !== 'RetainExceptOnCreate')).toEqual([]);
    const outputs = Object.keys(system.stacks).flatMap((part) =>
      Object.keys(system.template(part).findOutputs('*')).filter((id) => id === 'EgressAddress'),
    );
    expect(outputs).toHaveLength(wanted);
  });

  it('reserves no concurrency, which accounts with a small limit refuse', () => {
    const reserving = found('AWS::Lambda::Function').filter(
      ({ Properties }) => Properties.ReservedConcurrentExecutions !== undefined,
    );
    expect(reserving).toEqual([]);
  });

  it('lets everything that is watched be checked at once', () => {
    const { journeys, probes } = concurrencyOf(configuration.catalogue);
    const limits = found('AWS::Lambda::EventSourceMapping')
      .filter(({ stack }) => stack === 'monitoring')
      .map(({ Properties }) => Properties.ScalingConfig as { MaximumConcurrency: number })
      .map(({ MaximumConcurrency }) => MaximumConcurrency);
    expect(limits).toEqual(expect.arrayContaining([journeys, probes]));
    const checks = runningChecks(configuration.catalogue).length;
    expect(journeys + probes).toBeGreaterThanOrEqual(checks);
  });

  it('names an entry of the book in every alarm, and every region has its alarms', () => {
    const alarms = ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'].flatMap(found);
    const strange = alarms
      .map(({ Properties }) => String(Properties.AlarmName).replace('bonghwa-dev-', ''))
      .filter((name) => !Object.keys(ALARMS).some((kind) => name.split('-')[0] === kind));
    expect(strange).toEqual([]);
    for (const region of configuration.vantages.slice(1)) {
      const own = alarms.filter(({ stack }) => stack === `vantage-${region}`);
      const kinds = own.map(({ Properties }) => String(Properties.AlarmName).split('-')[2]);
      const always = [
        'DeadLetters',
        'FunctionFailing',
        'Throttled',
        'QueueSlow',
        'BrowserTimeouts',
      ];
      const relays = found('AWS::Events::Rule').some(({ stack }) => stack === `vantage-${region}`);
      expect(new Set(kinds)).toEqual(new Set([...always, ...(relays ? ['RelayFailed'] : [])]));
    }
  });

  it('notices calls that Lambda refuses, and messages that wait in a queue', () => {
    const watched = (kind: string) =>
      found('AWS::CloudWatch::Alarm')
        .filter(({ Properties }) => String(Properties.AlarmName).includes(`-${kind}-`))
        .map(({ stack, Properties }) => `${stack} ${text(Properties.Dimensions)}`);
    const idsOf = (type: string) =>
      Object.keys(system.stacks).flatMap((stack) =>
        Object.entries(system.template(stack).findResources(type)).map(([id, each]) => ({
          id,
          stack,
          properties: (each as Resource).Properties,
        })),
      );
    // These two show by their effect: server errors, and a page that is stale.
    const shown = /-(history-api|page)$/;
    const functions = idsOf('AWS::Lambda::Function').filter(
      ({ properties }) => properties.FunctionName && !shown.test(String(properties.FunctionName)),
    );
    const throttled = watched('Throttled');
    for (const { id, stack, properties } of functions) {
      const name = String(properties.FunctionName);
      const own = throttled.filter((one) => one.includes(`"${id}"`) || one.includes(`"${name}"`));
      const here = own.filter((one) => one.startsWith(stack) || name.endsWith('log-reader'));
      expect(here, `${stack} ${name}`).toHaveLength(1);
    }
    const queues = idsOf('AWS::SQS::Queue').filter(({ properties }) => properties.RedrivePolicy);
    for (const { id, stack } of queues) {
      const own = watched('QueueSlow').filter((one) => one.includes(`"${id}"`));
      expect(
        own.filter((one) => one.startsWith(stack)),
        `${stack} ${id}`,
      ).toHaveLength(1);
    }
  });

  it('looks back no longer than CloudWatch can, and an alarm about silence takes silence for bad', () => {
    const DAY = 86_400;
    for (const { Properties } of found('AWS::CloudWatch::Alarm')) {
      const metrics = (Properties.Metrics ?? []) as readonly {
        readonly MetricStat?: { readonly Period: number };
      }[];
      const period = Number(Properties.Period ?? metrics[1]?.MetricStat?.Period);
      const span = period * Number(Properties.EvaluationPeriods);
      const name = String(Properties.AlarmName);
      expect(span, name).toBeLessThanOrEqual(period < 3_600 ? DAY : 7 * DAY);
      const needed = Number(Properties.DatapointsToAlarm);
      expect(needed, name).toBeGreaterThan(0);
      expect(needed, name).toBeLessThanOrEqual(Number(Properties.EvaluationPeriods));
      if (Properties.ComparisonOperator === 'LessThanThreshold') {
        expect(Properties.TreatMissingData, name).toBe('breaching');
      }
    }
  });

  it('stays within what CloudFormation, Lambda, IAM and CloudWatch take', () => {
    const beyond = Object.keys(system.stacks).flatMap((part) => {
      const whole = system.template(part).toJSON();
      const resources = Object.entries((whole.Resources ?? {}) as Record<string, Resource>);
      const policies = Map.groupBy(
        resources.filter(([, { Type }]) => Type === 'AWS::IAM::Policy'),
        ([, { Properties }]) => text(Properties.Roles),
      );
      const sizes: readonly (readonly [what: string, size: number, most: number])[] = [
        ['resources', resources.length, 500],
        ['bytes', Buffer.byteLength(text(whole)), 1_000_000],
        ['outputs', Object.keys(whole.Outputs ?? {}).length, 200],
        // Tokens are longer than the names that replace them.
        ...[...policies].map(
          ([roles, some]) =>
            [
              `policies of ${roles}`,
              some.reduce((sum, [, each]) => sum + text(each.Properties.PolicyDocument).length, 0),
              10_240,
            ] as const,
        ),
        ...resources.flatMap(([id, { Type, Properties }]) => limitsOf(id, Type, Properties ?? {})),
      ];
      return sizes.filter(([, size, most]) => size > most).map((each) => [part, ...each]);
    });
    expect(beyond).toEqual([]);
  });

  it('has as many alarm metrics as `bonghwa plan` counts', () => {
    const metrics = found('AWS::CloudWatch::Alarm').map(({ Properties: { Metrics } }) =>
      Array.isArray(Metrics) ? Metrics.filter(({ MetricStat }) => MetricStat).length : 1,
    );
    const counted = metrics.reduce((sum, count) => sum + count, 0);
    expect(counted).toBe(alarmMetrics(configuration, deployment));
  });

  it('watches the evaluation of each group that has checks, and blindness counts thirty of them', () => {
    const watched = configuration.catalogue.groups
      .map(({ id }) => id)
      .filter((id) => configuration.catalogue.checks.some(({ group }) => group === id));
    const silent = found('AWS::CloudWatch::Alarm')
      .map(({ Properties }) => String(Properties.AlarmName))
      .filter((name) => name.includes('EvaluatorSilent'));
    expect(silent).toEqual(watched.map((id) => `bonghwa-dev-EvaluatorSilent-${id}`));
    const [blind] = found('AWS::CloudWatch::CompositeAlarm');
    expect(text(blind?.Properties.AlarmRule).match(/EvaluatorSilent/g)).toHaveLength(
      Math.min(watched.length, 30),
    );
  });

  it('waits for missing results at least twice as long as the service is checked', () => {
    for (const { Properties } of found('AWS::CloudWatch::Alarm')) {
      const [, service] = /ResultsMissing-(.+)$/.exec(String(Properties.AlarmName)) ?? [];
      if (service === undefined) continue;
      const paces = configuration.catalogue.checks
        .filter((check) => check.service === service)
        .map(({ intervalSeconds }) => intervalSeconds);
      const waits = Number(Properties.Period) * Number(Properties.EvaluationPeriods);
      expect(waits).toBeGreaterThanOrEqual(2 * Math.min(...paces));
      expect(Number(Properties.DatapointsToAlarm)).toBe(Number(Properties.EvaluationPeriods));
    }
  });

  it('sends budgets to the topic, however many operators there are', () => {
    for (const { Properties } of found('AWS::Budgets::Budget')) {
      const notifications = Properties.NotificationsWithSubscribers as readonly {
        readonly Subscribers: readonly { readonly SubscriptionType: string }[];
      }[];
      expect(notifications.length).toBeGreaterThan(0);
      for (const { Subscribers } of notifications) {
        expect(Subscribers.map(({ SubscriptionType }) => SubscriptionType)).toEqual(['SNS']);
      }
    }
    const policies = found('AWS::SNS::TopicPolicy').map(text).join();
    expect(policies).toContain('budgets.amazonaws.com');
  });

  it('subscribes phones in the alert region only, and alarms of other regions get there', () => {
    const regionOf = (part: string) => system.stacks[part]?.region;
    const phones = found('AWS::SNS::Subscription').filter(
      ({ Properties }) => Properties.Protocol === 'sms',
    );
    expect(phones.map(({ stack }) => regionOf(stack))).toEqual(
      phones.map(() => deployment.alertRegion),
    );
    const called = deployment.operators.filter(({ protocol }) => protocol === 'sms');
    const elsewhere = [
      'monitoring',
      ...configuration.vantages.slice(1).map((v) => `vantage-${v}`),
    ].filter((part) => regionOf(part) !== deployment.alertRegion);
    const relays = found('AWS::Events::Rule').filter(
      ({ Properties }) => Properties.Name === undefined && Properties.EventBusName === undefined,
    );
    expect(relays.map(({ stack }) => stack)).toEqual(called.length > 0 ? elsewhere : []);
  });

  it('subscribes whom the doctor looks for, on each topic of each region', () => {
    const line = (region: string, topic: string, who: unknown) => `${region} ${topic} ${who}`;
    const deployed = Object.entries(system.stacks).flatMap(([part, { region }]) => {
      const topics = system.template(part).findResources('AWS::SNS::Topic');
      return found('AWS::SNS::Subscription')
        .filter(({ stack, Properties }) => stack === part && Properties.Protocol !== 'lambda')
        .map(({ Properties: { TopicArn, Endpoint } }) => {
          const { Ref } = TopicArn as { readonly Ref: string };
          return line(region, topics[Ref]?.Properties.TopicName, Endpoint);
        });
    });
    const wanted = accountQuestion(configuration, deployment).topics.flatMap(
      ({ region, name, subscribers }) => subscribers.map((one) => line(region, name, one.endpoint)),
    );
    expect(wanted.toSorted()).toEqual(deployed.toSorted());
  });

  it('keeps secrets, table and bucket on deletion, but not of a first deployment that failed', () => {
    const kept = ['AWS::SecretsManager::Secret', 'AWS::DynamoDB::Table', 'AWS::S3::Bucket'];
    const policies = kept.flatMap(found).map(({ DeletionPolicy }) => DeletionPolicy);
    expect(new Set(policies)).toEqual(new Set(['RetainExceptOnCreate']));
  });

  it('lets only the functions of the loop call each other without end', () => {
    const looping = found('AWS::Lambda::Function')
      .filter(({ Properties }) => Properties.RecursiveLoop === 'Allow')
      .map(({ Properties }) => String(Properties.FunctionName).replace('bonghwa-dev-', ''));
    expect([...new Set(looping)].sort()).toEqual(['evaluator', 'prober', 'runner']);
  });

  it('deploys vantages before what asks them', () => {
    const before = system.stacks.monitoring?.dependencies.map(({ stackName }) => stackName) ?? [];
    for (const region of configuration.vantages.slice(1)) {
      expect(before).toContain(`bonghwa-dev-vantage-${region}`);
    }
  });

  it('relays its own alarms, not those of a stage whose name begins with its own', () => {
    for (const { Properties } of found('AWS::Events::Rule')) {
      const pattern = Properties.EventPattern as { detail?: { alarmName?: { prefix: string }[] } };
      for (const { prefix } of pattern.detail?.alarmName ?? []) {
        expect(prefix).toMatch(/^bonghwa-dev-[A-Z]/);
        expect('bonghwa-dev-2-Blind'.startsWith(prefix)).toBe(false);
      }
    }
  });

  it('lets services of AWS act for this account only, not for a stranger who knows a name', () => {
    const policies = ['AWS::SNS::TopicPolicy', 'AWS::SQS::QueuePolicy', 'AWS::S3::BucketPolicy'];
    const statements = policies
      .flatMap(found)
      .flatMap(
        ({ Properties }) =>
          (Properties.PolicyDocument as { Statement: readonly ResourceStatement[] }).Statement,
      );
    const open = statements.filter(
      ({ Effect, Principal, Condition }) =>
        Effect === 'Allow' &&
        text(Principal).includes('amazonaws.com') &&
        !/aws:Source(Account|Arn)/i.test(text(Condition ?? {})),
    );
    expect(open).toEqual([]);
    const callers = found('AWS::Lambda::Permission').filter(
      ({ Properties }) => !Properties.SourceArn && !Properties.SourceAccount,
    );
    expect(callers).toEqual([]);
  });

  it('restricts partitions for requests without one too', () => {
    const limited = found('AWS::IAM::Policy')
      .flatMap(
        ({ Properties }) =>
          (Properties.PolicyDocument as { Statement: readonly { Condition?: object }[] }).Statement,
      )
      .map(({ Condition }) => Condition ?? {})
      .filter((condition) => 'ForAllValues:StringLike' in condition);
    expect(limited.length).toBeGreaterThan(2);
    for (const condition of limited) {
      expect(condition).toMatchObject({ Null: { 'dynamodb:LeadingKeys': 'false' } });
    }
  });
});
