import { once } from 'node:events';
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createBrotliDecompress } from 'node:zlib';
import { Match } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, it } from 'vitest';
import { ENVIRONMENT } from '#contract/environment';
import { FUNCTIONS } from '#contract/functions';
import { PROJECT_ROOT } from '#lib/context';
import { BROTLI_BROWSER } from '#lib/packed-browser';
import { NOW, type Synthesized, synthesize } from './synthesize.ts';

const EPS = {
  service: 'eps',
  grantedBy: '한국산업인력공단',
  reference: '2026-정보-17',
  validUntil: new Date(NOW + 90 * 86_400_000).toISOString(),
};

interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

let system: Synthesized;

beforeAll(() => {
  system = synthesize({
    permissions: [EPS],
    subscribers: [{ protocol: 'email', endpoint: 'team@example.kr', label: '당직' }],
    smsDeliveryLogs: ['sns/ap-northeast-1/123456789012/DirectPublishToPhoneNumber/Failure'],
    regions: { vantages: ['ap-northeast-1'] },
    page: { operator: '시민 감시단', contact: 'page@example.kr' },
  });
}, 60_000);

function resources(stack: string, type: string): readonly Resource[] {
  return Object.values(system.template(stack).findResources(type)).map(
    (found) => found as Resource,
  );
}

/** The rights of one function's role: its statements as text. */
function powers(name: string, stack = 'monitoring'): readonly (readonly [string, string])[] {
  return resources(stack, 'AWS::IAM::Policy')
    .filter(({ Properties }) => String(Properties.PolicyName).toLowerCase().startsWith(name))
    .flatMap(({ Properties }) => {
      const { Statement } = Properties.PolicyDocument as { Statement: readonly Statement[] };
      return Statement.flatMap(({ Action, Resource, Condition }) =>
        [Action].flat().map((action) => [action, JSON.stringify([Resource, Condition])] as const),
      );
    })
    .filter(([action]) => !action.startsWith('logs:'));
}

const actionsOf = (name: string, stack?: string) =>
  [...new Set(powers(name, stack).map(([action]) => action))].sort();

const CONSUME = [
  'sqs:ChangeMessageVisibility',
  'sqs:DeleteMessage',
  'sqs:GetQueueAttributes',
  'sqs:ReceiveMessage',
];

describe('least power', () => {
  it('lets the runner put results and evidence, read its secrets, ask for an evaluation and a browser', () => {
    expect(actionsOf('runner')).toEqual(
      [
        'dynamodb:PutItem',
        'lambda:InvokeFunction',
        's3:PutObject',
        'secretsmanager:GetSecretValue',
        'sqs:SendMessage',
        ...CONSUME,
      ].sort(),
    );
    const put = powers('runner').find(([action]) => action === 'dynamodb:PutItem')?.[1];
    expect(put).toContain('"dynamodb:LeadingKeys":["SERVICE#*"]');
    const secret = powers('runner').find(([action]) => action.startsWith('secrets'))?.[1];
    expect(secret).toContain('bonghwa/dev/login/eps-??????');
    expect(secret).toContain('ap-northeast-2');
  });

  it('lets the browser do nothing but write its log, also where traces are switched on', () => {
    expect(actionsOf('browser')).toEqual([]);
    const traced = synthesize({ tracing: true }).template('monitoring').toJSON();
    const policies = Object.entries(traced.Resources as Record<string, Resource>).filter(
      ([id, { Type }]) => Type === 'AWS::IAM::Policy' && /^Browser/.test(id),
    );
    expect(policies).toHaveLength(1);
    const actions = JSON.stringify(policies).match(/"Action":(\[[^\]]*\]|"[^"]*")/g);
    expect(actions).toEqual(['"Action":["logs:CreateLogStream","logs:PutLogEvents"]']);
  });

  it('tells the browser no name of a queue, table, bucket or secret', () => {
    const [browser] = resources('monitoring', 'AWS::Lambda::Function').filter(
      ({ Properties }) => Properties.FunctionName === 'bonghwa-dev-browser',
    );
    const environment = browser?.Properties.Environment as { Variables: object } | undefined;
    expect(Object.keys(environment?.Variables ?? {}).sort()).toEqual([
      'BONGHWA_CONFIGURATION',
      'BONGHWA_STAGE',
      'BONGHWA_VANTAGE',
      'NODE_OPTIONS',
    ]);
  });

  it('lets every function but the browser read the source map of its bundle', () => {
    const reading = resources('monitoring', 'AWS::Lambda::Function')
      .filter(({ Properties }) => JSON.stringify(Properties).includes('--enable-source-maps'))
      .map(({ Properties }) => String(Properties.FunctionName).replace('bonghwa-dev-', ''));
    expect(reading).not.toContain('browser');
    expect(reading).toContain('runner');
  });

  it('lets the prober do the same without secrets', () => {
    expect(actionsOf('prober')).toEqual(['dynamodb:PutItem', 'sqs:SendMessage', ...CONSUME].sort());
  });

  it('gives runner and prober elsewhere what those at home have, each thing in its region', () => {
    const HOME = 'ap-northeast-2';
    const AWAY = 'ap-northeast-1';
    for (const name of ['runner', 'prober']) {
      const away = powers(name, `vantage-${AWAY}`);
      expect(away.map(([action]) => action)).toEqual(powers(name).map(([action]) => action));
      const store = away.filter(([action]) => /^(dynamodb|s3):/.test(action));
      expect(store.every(([, resource]) => !resource.includes(AWAY))).toBe(true);
      const [, evaluations = ''] = away.find(([action]) => action === 'sqs:SendMessage') ?? [];
      expect(evaluations).toContain(HOME);
    }
  });

  it('gives a runner elsewhere the secrets of its own region only', () => {
    const secret = powers('runner', 'vantage-ap-northeast-1').find(([action]) =>
      action.startsWith('secrets'),
    )?.[1];
    expect(secret).toContain('ap-northeast-1');
    expect(secret).not.toContain('ap-northeast-2');
  });

  it('lets the dispatcher read the state of groups and send', () => {
    expect(actionsOf('dispatcherrole')).toEqual([
      'dynamodb:GetItem',
      'dynamodb:Query',
      'sqs:SendMessage',
    ]);
    const read = powers('dispatcherrole').find(([action]) => action === 'dynamodb:Query')?.[1];
    expect(read).toContain('"dynamodb:LeadingKeys":["GROUP#*","BOARD"]');
  });

  it('lets the evaluator alone publish, to the two topics of the alert region and the bus', () => {
    expect(actionsOf('evaluator')).toEqual(
      [
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'events:PutEvents',
        'sns:Publish',
        'sqs:SendMessage',
        ...CONSUME,
      ].sort(),
    );
    const publishers = ['runner', 'prober', 'dispatcher', 'historyapi', 'evaluator'].filter(
      (name) => actionsOf(name).includes('sns:Publish'),
    );
    expect(publishers).toEqual(['evaluator']);
  });

  it('lets the history API read, link evidence, check tokens and write commands', () => {
    expect(actionsOf('historyapi')).toEqual([
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      's3:GetObject',
      'secretsmanager:GetSecretValue',
      'sqs:SendMessage',
    ]);
  });

  it('lets the schedule start the dispatcher and nothing else', () => {
    expect(actionsOf('dispatchertick')).toEqual(['lambda:InvokeFunction', 'sqs:SendMessage']);
  });

  it('names no resource as * in any policy', () => {
    const wild = ['monitoring', 'vantage-ap-northeast-1'].flatMap((stack) =>
      resources(stack, 'AWS::IAM::Policy').filter(({ Properties }) =>
        JSON.stringify(Properties).includes('"Resource":"*"'),
      ),
    );
    expect(wild).toEqual([]);
  });
});

describe('every function', () => {
  const functionsOf = (stack: string) => resources(stack, 'AWS::Lambda::Function');
  const nameOf = ({ Properties }: Resource) =>
    String(Properties.FunctionName).replace('bonghwa-dev-', '');

  it('is a file of lambda/, deployed exactly once at home', () => {
    const handlers = readdirSync(join(PROJECT_ROOT, 'lambda'))
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `lambda/${file}`)
      .filter((file) =>
        /^export async function handler\b/m.test(readFileSync(join(PROJECT_ROOT, file), 'utf8')),
      );
    expect(handlers.sort()).toEqual(
      Object.values(FUNCTIONS)
        .map(({ entry }) => entry)
        .sort(),
    );
    const deployed = ['monitoring', 'alert'].flatMap(functionsOf).map(nameOf);
    expect(deployed.sort()).toEqual(Object.keys(FUNCTIONS).sort());
  });

  it('runs on nodejs24.x, x86_64, with JSON logs that end', () => {
    for (const { Properties } of ['monitoring', 'alert'].flatMap(functionsOf)) {
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['x86_64'],
        LoggingConfig: { LogFormat: 'JSON' },
      });
    }
    const groups = ['monitoring', 'alert'].flatMap((stack) =>
      resources(stack, 'AWS::Logs::LogGroup'),
    );
    expect(groups.length).toBe(Object.keys(FUNCTIONS).length + 1);
    expect(groups.filter(({ Properties }) => Properties.RetentionInDays !== 30)).toEqual([]);
  });

  it('runs a browser that is built for this architecture', async () => {
    const packed = createReadStream(BROTLI_BROWSER);
    const unpacked = packed.pipe(createBrotliDecompress());
    const [head] = (await once(unpacked, 'data')) as [Buffer];
    packed.destroy();
    const X86_64 = 0x3e;
    // Source: elf(5), e_machine.
    expect([head.toString('latin1', 1, 4), head.readUInt16LE(18)]).toEqual(['ELF', X86_64]);
  });

  const COMMON = [
    ENVIRONMENT.configuration,
    ENVIRONMENT.stage,
    ENVIRONMENT.vantage,
    ENVIRONMENT.table,
    ENVIRONMENT.homeRegion,
    ENVIRONMENT.evaluationsQueue,
  ];
  const QUEUES = [ENVIRONMENT.journeysQueue, ENVIRONMENT.probesQueue];
  const TOPICS = [ENVIRONMENT.topic, ENVIRONMENT.fallbackTopic, ENVIRONMENT.alertRegion];
  const NEEDS: Readonly<Record<keyof typeof FUNCTIONS, readonly string[]>> = {
    dispatcher: [...COMMON, ...QUEUES],
    browser: [ENVIRONMENT.configuration, ENVIRONMENT.stage, ENVIRONMENT.vantage],
    runner: [
      ...COMMON,
      ENVIRONMENT.journeysQueue,
      ENVIRONMENT.evidenceBucket,
      ENVIRONMENT.secretPrefix,
    ],
    prober: [...COMMON, ENVIRONMENT.probesQueue],
    evaluator: [
      ...COMMON,
      ...QUEUES,
      ...TOPICS,
      ENVIRONMENT.apiUrl,
      ENVIRONMENT.pageTopic,
      ENVIRONMENT.pageUrl,
    ],
    'log-reader': COMMON,
    page: [...COMMON.slice(0, 5), ENVIRONMENT.pageBucket, ENVIRONMENT.pageUrl],
    'history-api': [
      ...COMMON,
      ENVIRONMENT.evidenceBucket,
      ENVIRONMENT.apiTokensSecret,
      ENVIRONMENT.pageUrl,
    ],
  };

  it.each(Object.entries(NEEDS))('%s gets the variables its wiring reads', (name, needs) => {
    const found = ['monitoring', 'alert'].flatMap(functionsOf).find((one) => nameOf(one) === name);
    const environment = found?.Properties.Environment as { Variables: object } | undefined;
    expect(Object.keys(environment?.Variables ?? {})).toEqual(expect.arrayContaining([...needs]));
  });
});

describe('the flow', () => {
  it('ticks on each minute, tries for as long as a late tick is of use, and keeps what could not be delivered', () => {
    system.template('monitoring').hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(* * * * ? *)',
      Target: {
        Input: '{"scheduledTime":"<aws.scheduler.scheduled-time>"}',
        RetryPolicy: { MaximumEventAgeInSeconds: 180, MaximumRetryAttempts: 1 },
        DeadLetterConfig: Match.anyValue(),
      },
    });
    system.template('monitoring').hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      MaximumEventAgeInSeconds: 180,
      MaximumRetryAttempts: 0,
    });
  });

  it('gives every queue a dead-letter queue, except those that are one', () => {
    const queues = resources('monitoring', 'AWS::SQS::Queue');
    const without = queues
      .filter(({ Properties }) => !Properties.RedrivePolicy)
      .map(({ Properties }) => String(Properties.QueueName));
    expect(queues.length).toBe(7);
    expect(without.filter((name) => !/-dead(\.fifo)?$/.test(name))).toEqual([]);
  });

  it('hides a message at least as long as its function may take', () => {
    const visibility = Object.fromEntries(
      resources('monitoring', 'AWS::SQS::Queue').map(({ Properties }) => [
        String(Properties.QueueName),
        Number(Properties.VisibilityTimeout ?? 30),
      ]),
    );
    expect(visibility['bonghwa-dev-journeys']).toBeGreaterThanOrEqual(
      FUNCTIONS.runner.timeoutSeconds,
    );
    expect(visibility['bonghwa-dev-probes']).toBeGreaterThanOrEqual(
      FUNCTIONS.prober.timeoutSeconds,
    );
    expect(visibility['bonghwa-dev-evaluations.fifo']).toBeGreaterThanOrEqual(
      FUNCTIONS.evaluator.timeoutSeconds,
    );
  });

  it('keeps a check long enough to reach the dead letters after its last delivery', () => {
    const checks = ['monitoring', 'vantage-ap-northeast-1'].flatMap((stack) =>
      resources(stack, 'AWS::SQS::Queue').filter(({ Properties }) =>
        /-(journeys|probes)$/.test(String(Properties.QueueName)),
      ),
    );
    expect(checks).toHaveLength(4);
    for (const { Properties } of checks) {
      const { maxReceiveCount } = Properties.RedrivePolicy as { readonly maxReceiveCount: number };
      const deliveries = maxReceiveCount * Number(Properties.VisibilityTimeout);
      expect(Number(Properties.MessageRetentionPeriod)).toBeGreaterThan(deliveries);
    }
  });

  it('reads each queue by one function and filters none: what a filter leaves out is deleted', () => {
    const mappings = Object.values(
      system.template('monitoring').findResources('AWS::Lambda::EventSourceMapping'),
    );
    const queues = mappings.map(({ Properties }) => JSON.stringify(Properties.EventSourceArn));
    expect(new Set(queues).size).toBe(3);
    expect(queues).toHaveLength(3);
    expect(mappings.filter(({ Properties }) => 'FilterCriteria' in Properties)).toEqual([]);
  });

  it('runs one journey at a time in a browser, and gives back only what failed', () => {
    system.template('monitoring').hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      BatchSize: 1,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 3 },
    });
    system.template('monitoring').hasResourceProperties('AWS::Lambda::Function', {
      FunctionName: 'bonghwa-dev-browser',
      MemorySize: 2048,
      EphemeralStorage: { Size: 1024 },
    });
  });

  it('gives each route that is open to everybody a throttle of its own', () => {
    const stages = resources('monitoring', 'AWS::ApiGatewayV2::Stage');
    const open = Object.keys(stages[0]?.Properties.RouteSettings ?? {}).toSorted();
    const paths = [
      '/',
      '/d/{code}',
      '/healthz',
      '/openapi.json',
      '/v1/badges/{file}',
      '/v1/feed.atom',
      '/v1/status',
    ];
    expect(open).toEqual(paths.map((path) => `ANY ${path}`));
    const routes = resources('monitoring', 'AWS::ApiGatewayV2::Route');
    const keys = routes.map(({ Properties }) => Properties.RouteKey);
    expect(keys.toSorted()).toEqual(['$default', ...open]);
  });

  it('throttles and logs the API; what a token may ask is counted when the token is known', () => {
    const pace = { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 };
    system.template('monitoring').hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: { ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1_000 },
      RouteSettings: {
        'ANY /healthz': pace,
        // Its path holds a secret.
        'ANY /d/{code}': { ThrottlingRateLimit: 2, ThrottlingBurstLimit: 10 },
      },
      // The path would hold the code of a drill.
      AccessLogSettings: { Format: Match.not(Match.stringLikeRegexp('context.path')) },
    });
    system.template('monitoring').hasResourceProperties('AWS::Lambda::Function', {
      FunctionName: 'bonghwa-dev-history-api',
      Environment: { Variables: Match.objectLike({ BONGHWA_API_PACE: '20,40' }) },
    });
  });

  it('makes an empty secret for a permitted service and for the API, none for others', () => {
    const secrets = resources('monitoring', 'AWS::SecretsManager::Secret');
    expect(secrets.map(({ Properties }) => Properties.Name).sort()).toEqual([
      'bonghwa/dev/api-tokens',
      'bonghwa/dev/login/eps',
    ]);
    const filled = secrets.filter(
      ({ Properties }) => Properties.SecretString ?? Properties.GenerateSecretString,
    );
    expect(filled).toEqual([]);
  });
});

describe('storage', () => {
  it('keeps the table: on demand with a brake, restorable, protected, retained', () => {
    system.template('storage').hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'RetainExceptOnCreate',
      Properties: {
        TableName: 'bonghwa-dev',
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
        OnDemandThroughput: { MaxWriteRequestUnits: 200, MaxReadRequestUnits: 1000 },
      },
    });
  });

  it('keeps evidence private, over TLS, and for as long as its class says', () => {
    system.template('storage').hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'RetainExceptOnCreate',
      Properties: {
        PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
        LifecycleConfiguration: {
          Rules: [
            Match.objectLike({ Prefix: 'passed/', ExpirationInDays: 3 }),
            Match.objectLike({ Prefix: 'failed/', ExpirationInDays: 400 }),
          ],
        },
      },
    });
    system.template('storage').hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    });
  });
});

describe('stages', () => {
  it('share no name, so that two live in one account', () => {
    const namesOf = ({ stacks, template }: Synthesized) =>
      Object.keys(stacks).flatMap((stack) =>
        [...JSON.stringify(template(stack).toJSON()).matchAll(/"(?:\w*Name|Name)":"([^"]+)"/g)]
          .map(([, name]) => name ?? '')
          .filter((name) => /bonghwa/.test(name)),
      );
    const dev = new Set(namesOf(synthesize({}, 'dev')));
    const shared = namesOf(synthesize({}, 'prod')).filter((name) => dev.has(name));
    expect(dev.size).toBeGreaterThan(30);
    expect(shared).toEqual([]);
  });

  it('are protected from being deleted in passing, whatever they are called, but for dev', () => {
    const protectedBy = (stage: string) =>
      Object.values(synthesize({}, stage).stacks).map(
        ({ terminationProtection }) => terminationProtection,
      );
    for (const stage of ['prod', 'live', 'production']) {
      expect(protectedBy(stage)).toEqual([true, true, true]);
    }
    expect(protectedBy('dev')).toEqual([false, false, false]);
  });
});
