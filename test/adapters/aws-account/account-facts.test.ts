import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { accountFacts } from '#adapters/aws-account/account-facts';
import type { AccountQuestion } from '#core/plan/diagnosis/account-question';
import { withoutAws } from '../../support/no-aws.ts';

const ROLE = 'arn:aws:iam::123456789012:role/sms-logs';
const REGION = 'ap-northeast-1';

interface Request {
  /** Of the query protocol or of `x-amz-target`; else method and path. */
  readonly action: string;
  readonly region: string;
  readonly body: string;
}

type Answering = (request: Request) => string | undefined;

/** Answers by action. A missing one is refused. */
let answers: Readonly<Record<string, Answering>>;
let asked: Request[];
let server: Server;

/** Answers in the protocols of SNS (query, XML), of JSON targets and of REST. */
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const body = await text(request);
    const target = request.headers['x-amz-target']?.toString().split('.').at(-1);
    const query = new URLSearchParams(body).get('Action') ?? undefined;
    const path = `${request.method} /${request.url?.split('?')[0]?.replaceAll(/^\/|\/$/g, '')}`;
    const signed = request.headers.authorization ?? '';
    const region = /Credential=[^/]+\/\d+\/([^/]+)/.exec(signed)?.[1] ?? '';
    const seen = { action: target ?? query ?? path, region, body };
    asked.push(seen);
    const answer = answers[seen.action]?.(seen);
    response.statusCode = answer === undefined ? 403 : 200;
    const kind = query || path === 'GET /' ? 'text/xml' : 'application/json';
    response.setHeader('content-type', target ? 'application/x-amz-json-1.0' : kind);
    if (answer === undefined && query) {
      const error = '<Type>Sender</Type><Code>AuthorizationError</Code><Message>no</Message>';
      return void response.end(`<ErrorResponse><Error>${error}</Error></ErrorResponse>`);
    }
    if (answer === undefined) return void response.end('{"__type":"AccessDeniedException"}');
    const { action } = seen;
    response.end(
      query
        ? `<${action}Response><${action}Result>${answer}</${action}Result></${action}Response>`
        : answer,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  withoutAws();
  const { port } = server.address() as AddressInfo;
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${port}`);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'loopback');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'loopback');
});

beforeEach(() => {
  answers = {};
  asked = [];
});

afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
});

const HOME = 'ap-northeast-2';
const QUESTION: AccountQuestion = {
  stage: 'dev',
  homeRegion: HOME,
  alertRegion: REGION,
  topics: [],
  secrets: [],
  concurrency: [],
};

const facts = (question: Partial<AccountQuestion> = {}) =>
  accountFacts({ ...QUESTION, ...question });

const members = (tag: string, list: readonly string[]) =>
  `<${tag}>${list.map((each) => `<member>${each}</member>`).join('')}</${tag}>`;

function smsAnswers(attributes: Readonly<Record<string, string>>): typeof answers {
  const entries = Object.entries(attributes).map(
    ([key, value]) => `<entry><key>${key}</key><value>${value}</value></entry>`,
  );
  return {
    GetSMSSandboxAccountStatus: () => '<IsInSandbox>false</IsInSandbox>',
    GetSMSAttributes: () => `<attributes>${entries.join('')}</attributes>`,
    ListSMSSandboxPhoneNumbers: () => '',
    GetMetricStatistics: () => '{"Datapoints":[{"Maximum":1.5},{"Maximum":2.25}]}',
  };
}

describe('what the account says of SMS', () => {
  it('includes its limit, what is spent and who writes the delivery logs', async () => {
    answers = smsAnswers({
      MonthlySpendLimit: '30',
      DeliveryStatusIAMRole: ROLE,
      DeliveryStatusSuccessSamplingRate: '100',
    });
    expect((await facts())?.sms).toEqual({
      inSandbox: false,
      verifiedNumbers: [],
      monthlyLimitUsd: 30,
      spentUsd: 2.25,
      deliveryLogs: { role: ROLE, successRate: 100 },
    });
  });

  it('is asked of the alert region, not of home', async () => {
    answers = smsAnswers({});
    await facts();
    const sms = asked.filter(({ action }) => /SMS/.test(action));
    expect(sms.map(({ region }) => region)).toEqual([REGION, REGION, REGION]);
  });

  it.each([
    ['nothing is set', {}, { role: undefined, successRate: undefined }],
    [
      'both were taken back',
      { DeliveryStatusIAMRole: '', DeliveryStatusSuccessSamplingRate: '' },
      { role: undefined, successRate: undefined },
    ],
    [
      'only failures are logged',
      { DeliveryStatusIAMRole: ROLE, DeliveryStatusSuccessSamplingRate: '0' },
      { role: ROLE, successRate: 0 },
    ],
  ])('distinguishes that %s', async (_what, given, deliveryLogs) => {
    answers = smsAnswers(given);
    expect((await facts())?.sms).toMatchObject({ deliveryLogs });
  });

  it('is an error if the caller has no right to ask', async () => {
    expect((await facts())?.sms).toEqual({ error: 'AuthorizationErrorException' });
  });
});

describe('what the account says of topics', () => {
  const arn = (region: string, name: string) => `arn:aws:sns:${region}:123456789012:${name}`;
  const subscription = (endpoint: string, subscriptionArn: string) =>
    `<Protocol>email</Protocol><Endpoint>${endpoint}</Endpoint>` +
    `<SubscriptionArn>${subscriptionArn}</SubscriptionArn>`;

  it('is asked in the region of each, with every subscription and who may end it', async () => {
    answers = {
      ListTopics: ({ region }) =>
        members('Topics', [`<TopicArn>${arn(region, 'bonghwa-dev-watchdog')}</TopicArn>`]),
      ListSubscriptionsByTopic: ({ region }) =>
        members('Subscriptions', [
          subscription(`${region}@example.kr`, `${arn(region, 'bonghwa-dev-watchdog')}:1`),
          subscription('new@example.kr', 'PendingConfirmation'),
        ]),
      GetSubscriptionAttributes: ({ region }) =>
        '<Attributes><entry><key>ConfirmationWasAuthenticated</key>' +
        `<value>${region === HOME}</value></entry></Attributes>`,
    };
    const topics = [HOME, REGION].map((region) => ({
      region,
      name: 'bonghwa-dev-watchdog',
      subscribers: [],
    }));
    const gone = { region: REGION, name: 'bonghwa-dev-notices', subscribers: [] };
    const found = await facts({ topics: [...topics, gone] });
    const waiting = { protocol: 'email', endpoint: 'new@example.kr', confirmed: false };
    const mail = (region: string, authenticated: boolean) => ({
      protocol: 'email',
      endpoint: `${region}@example.kr`,
      confirmed: true,
      authenticated,
    });
    expect(found?.topics.map(({ subscriptions }) => subscriptions)).toEqual([
      [mail(HOME, true), waiting],
      [mail(REGION, false), waiting],
      undefined,
    ]);
  });
});

describe('what the account says of limits, leftovers and ticks', () => {
  it('is asked in each region, and a refusal hides no other answer', async () => {
    answers = {
      'GET /2016-08-19/account-settings': ({ region }) =>
        region === HOME ? '{"AccountLimit":{"UnreservedConcurrentExecutions":10}}' : undefined,
    };
    const concurrency = [HOME, REGION].map((region) => ({ region, needed: 1 }));
    const secrets = [{ region: REGION, name: 'bonghwa/dev/login/eps' }];
    expect(await facts({ concurrency, secrets })).toMatchObject({
      concurrency: [
        { region: HOME, limit: { invocations: 10 } },
        { region: REGION, limit: { error: 'AccessDeniedException' } },
      ],
      secrets: [{ found: { error: 'AccessDeniedException' } }],
      kept: { error: 'AccessDeniedException' },
      ticks: { error: expect.any(String) },
      clockAheadMs: expect.any(Number),
    });
  });

  it('names table, buckets and secrets that no stack of the stage uses', async () => {
    const bucket = (name: string) => `<Bucket><Name>${name}</Name></Bucket>`;
    answers = {
      DescribeTable: () => '{"Table":{"TableName":"bonghwa-dev"}}',
      DescribeSecret: () => '{"VersionIdsToStages":{}}',
      'GET /': () =>
        '<ListAllMyBucketsResult><Buckets>' +
        [
          bucket(`bonghwa-dev-evidence-123456789012-${HOME}`),
          bucket(`bonghwa-dev-2-evidence-123456789012-${HOME}`),
        ].join('') +
        '</Buckets></ListAllMyBucketsResult>',
      'GET /2015-03-31/functions/bonghwa-dev-dispatcher/configuration': () => '{}',
    };
    const secrets = ['bonghwa/dev/api-tokens', 'bonghwa/dev/webhook/ops'].map((name) => ({
      region: HOME,
      name,
    }));
    const names = [
      'bonghwa-dev',
      `bonghwa-dev-evidence-123456789012-${HOME}`,
      `bonghwa/dev/api-tokens (${HOME})`,
    ];
    expect((await facts({ secrets }))?.kept).toEqual({ deployed: true, names });
  });

  it('counts the ticks of a day and the runs that late ones left out', async () => {
    const point = (Timestamp: number, Sum: number) => ({ Timestamp, Sum });
    answers = {
      GetMetricStatistics: ({ body }) => {
        const dropped = body.includes('RunsDropped');
        const points = dropped
          ? [point(1_000, 7)]
          : [point(1_120, 1), point(1_060, 2), point(1_000, 0)];
        return JSON.stringify({ Datapoints: points });
      },
    };
    expect((await facts())?.ticks).toEqual({
      first: 1_060_000,
      last: 1_120_000,
      count: 3,
      runsDropped: 7,
    });
  });
});
