import { describe, expect, it } from 'vitest';
import type { AccountFacts, SmsFacts, TopicFacts } from '#core/plan/diagnosis/account-facts';
import { diagnose } from '#core/plan/diagnosis/diagnosis';
import type { Finding } from '#core/plan/diagnosis/diagnosis-finding';
import { MINUTE } from '#core/time/time';
import { channelsOfWatch } from '#core/watch/watch-settings';
import { resolveConfiguration } from '#local/configuration';
import { catalogue } from '#portals/catalogues';

const NOW = Date.parse('2026-11-23T12:00:00+09:00');
const PHONE = '+821012345678';

const SMS: SmsFacts = {
  inSandbox: false,
  verifiedNumbers: [],
  monthlyLimitUsd: 10,
  spentUsd: 1,
  deliveryLogs: { role: 'arn:aws:iam::123456789012:role/sms-logs', successRate: 100 },
};

const TEAM = { protocol: 'email', endpoint: 'team@example.kr', confirmed: true };
const ONCALL = { protocol: 'email', endpoint: 'oncall@example.kr', confirmed: true };
const notices = (name: string, ...more: TopicFacts['subscriptions'][]): TopicFacts => ({
  region: 'ap-northeast-1',
  name,
  subscriptions:
    more.length > 0
      ? more[0]
      : [
          { protocol: 'sms', endpoint: PHONE, confirmed: true },
          { ...TEAM, authenticated: true },
        ],
});
const watchdog = (region: string): TopicFacts => ({
  region,
  name: 'bonghwa-dev-watchdog',
  subscriptions: [{ ...ONCALL, authenticated: true }],
});
const TOPIC = 'bonghwa-dev-notices (ap-northeast-1)';
const FALLBACK = notices('bonghwa-dev-notices-fallback');
const WATCHDOGS = [watchdog('ap-northeast-2'), watchdog('ap-northeast-1')];

const TICKS = { first: NOW - 60 * MINUTE, last: NOW - MINUTE, count: 60, runsDropped: 0 };

const HEALTHY: AccountFacts = {
  clockAheadMs: 120,
  topics: [notices('bonghwa-dev-notices'), FALLBACK, ...WATCHDOGS],
  sms: SMS,
  secrets: [],
  arrived: ['당직 1'],
  concurrency: [{ region: 'ap-northeast-2', limit: { invocations: 1_000 } }],
  kept: { deployed: true, names: ['bonghwa-dev'] },
  ticks: TICKS,
};

const READY = {
  subscribers: [
    { protocol: 'sms', endpoint: PHONE },
    { protocol: 'email', endpoint: 'team@example.kr' },
  ],
  operators: [{ protocol: 'email', endpoint: 'oncall@example.kr' }],
  statusUrl: 'https://status.example.kr',
  runbookUrl: 'https://wiki.example.kr/runbook',
  smsDeliveryLogs: ['sns/ap-northeast-1/123456789012/DirectPublishToPhoneNumber'],
};

function findings(input: object, account: AccountFacts | undefined = HEALTHY): readonly Finding[] {
  const options = { file: 'bonghwa.config.ts', stage: 'dev', now: NOW };
  const resolved = resolveConfiguration({ ...READY, ...input }, options);
  const { configuration, deployment } = resolved;
  const watchChannels = channelsOfWatch(resolved.watch);
  return diagnose({
    configuration,
    deployment,
    defaults: catalogue,
    now: NOW,
    account,
    language: 'en',
    watchChannels,
  });
}

function troubles(input: object, account?: AccountFacts): readonly string[] {
  return findings(input, account)
    .filter(({ state }) => state !== 'good')
    .map(({ state, about, says }) => `${state} ${about}: ${says}`);
}

describe('the doctor', () => {
  it.each([
    [{}, 'bad subscribers: nobody is told of an outage'],
    [
      { watch: { commands: [{ id: 'sms', run: ['./sms'] }] } },
      'bad subscribers: only watch tells anybody (command-sms)',
    ],
    [
      { webhooks: [{ id: 'ops', format: 'json' }], watch: {} },
      'warning subscribers: 1 webhooks and chats; no phone and no email',
    ],
  ])('says who hears of an outage without subscribers: %j', (input, told) => {
    expect(troubles({ ...input, subscribers: [] })).toContain(told);
  });

  it('names the addresses that emails lack', () => {
    expect(troubles({ statusUrl: '', runbookUrl: '' })).toEqual([
      'warning addresses: emails lack statusUrl and runbookUrl',
    ]);
    expect(troubles({ statusUrl: '' })).toEqual(['warning addresses: emails lack statusUrl']);
  });

  it('finds nothing wrong if nothing is wrong', () => {
    expect(troubles({})).toEqual([]);
  });

  it.each([
    [
      'numbers that the sandbox refuses',
      { sms: { ...SMS, inSandbox: true } },
      'bad SMS sandbox: the account is in it, and 1 numbers are not verified',
    ],
    [
      'a spending limit nearly reached',
      { sms: { ...SMS, spentUsd: 8 } },
      'bad SMS spending: $8 of $10 spent: SNS stops at the limit',
    ],
    [
      'a region that does not answer for SMS',
      { sms: { error: 'InvalidAction' } },
      'bad SMS: ap-northeast-1 does not answer for SMS',
    ],
    [
      'that it could not look where the caller may not ask',
      { sms: { error: 'AuthorizationErrorException' } },
      'unknown SMS: not looked at: ap-northeast-1 did not answer (AuthorizationErrorException)',
    ],
    ['a clock that is wrong', { clockAheadMs: -90_000 }, 'warning clock: -90 s ahead of AWS'],
    [
      'a clock that nothing was compared with',
      { clockAheadMs: undefined },
      'unknown clock: not looked at: no answer of AWS told the time',
    ],
    [
      'a limit of invocations that an outage exceeds',
      { concurrency: [{ region: 'ap-northeast-2', limit: { invocations: 10 } }] },
      'bad Lambda concurrency ap-northeast-2: the account allows 10 at once, an outage needs 20: checks would wait',
    ],
    [
      'a limit that the caller may not read',
      { concurrency: [{ region: 'ap-northeast-2', limit: { error: 'AccessDeniedException' } }] },
      'unknown Lambda concurrency ap-northeast-2: ' +
        'not looked at: ap-northeast-2 did not answer (AccessDeniedException)',
    ],
    [
      'what a new deployment would meet',
      { kept: { deployed: false, names: ['bonghwa-dev', 'bonghwa-dev-evidence-1-r'] } },
      'warning kept resources: an earlier deployment left: bonghwa-dev, bonghwa-dev-evidence-1-r',
    ],
    [
      'runs that were left out',
      { ticks: { ...TICKS, runsDropped: 12 } },
      'warning ticks: 12 runs of the last day were left out, because ticks came late',
    ],
    [
      'minutes without a tick',
      { ticks: { ...TICKS, count: 50 } },
      'warning ticks: 10 of 60 minutes had none',
    ],
    [
      'a dispatcher that has stopped',
      { ticks: { ...TICKS, first: NOW - 80 * MINUTE, last: NOW - 21 * MINUTE } },
      'bad ticks: none for 21 minutes: nothing is checked',
    ],
  ])('names %s', (_what, change, says) => {
    expect(troubles({}, { ...HEALTHY, ...change } as AccountFacts)).toEqual([says]);
  });

  describe('about each topic', () => {
    const first = (subscriptions: TopicFacts['subscriptions']) => ({
      ...HEALTHY,
      topics: [notices('bonghwa-dev-notices', subscriptions), FALLBACK, ...WATCHDOGS],
    });
    const phone = { protocol: 'sms', endpoint: PHONE, confirmed: true };

    it.each<[string, TopicFacts['subscriptions'], string]>([
      [
        'a mail that was not confirmed',
        [phone, { ...TEAM, confirmed: false }],
        `bad subscriptions: email team@example.kr is not confirmed on ${TOPIC} and hears nothing`,
      ],
      [
        'a subscription that somebody ended',
        [phone],
        `bad subscriptions: email team@example.kr is not subscribed to ${TOPIC}: it was ended`,
      ],
      [
        'mails whose link ends the subscription',
        [phone, { ...TEAM, authenticated: false }],
        `warning subscriptions: anybody with a mail of ${TOPIC} can end 1 email subscriptions by its link`,
      ],
      ['a topic that is gone', undefined, `bad subscriptions: ${TOPIC} does not exist`],
      [
        'a topic that the caller may not read',
        { error: 'AuthorizationErrorException' },
        `unknown subscriptions: not looked at: ${TOPIC} did not answer (AuthorizationErrorException)`,
      ],
    ])('names %s', (_what, subscriptions, says) => {
      expect(troubles({}, first(subscriptions))).toEqual([says]);
    });

    it('names an operator who gets no alarm of one region', () => {
      const deaf = { ...watchdog('ap-northeast-2'), subscriptions: [] };
      const topics = [...HEALTHY.topics.slice(0, 2), deaf, watchdog('ap-northeast-1')];
      expect(troubles({}, { ...HEALTHY, topics })).toEqual([
        'bad subscriptions: email oncall@example.kr is not subscribed to ' +
          'bonghwa-dev-watchdog (ap-northeast-2): it was ended',
      ]);
    });

    it('takes a stage without topics as not deployed', () => {
      const topics = HEALTHY.topics.map((topic) => ({ ...topic, subscriptions: undefined }));
      expect(troubles({}, { ...HEALTHY, topics })).toEqual([
        'warning subscriptions: none found: not deployed yet?',
      ]);
    });
  });

  it('names each secret without a value, and how it gets one', () => {
    const at = (name: string, state: 'empty' | 'missing') => ({
      region: 'ap-northeast-2',
      name,
      found: { state },
    });
    const secrets = [
      at('bonghwa/dev/login/eps', 'empty'),
      at('bonghwa/dev/api-tokens', 'missing'),
      at('bonghwa/dev/webhook/ops', 'missing'),
      { region: 'ap-northeast-2', name: 'bonghwa/dev/x', found: { error: 'AccessDenied' } },
    ];
    const found = findings({}, { ...HEALTHY, secrets }).filter(({ about }) => about === 'secrets');
    expect(found.map(({ state, says, remedy }) => [state, says, remedy])).toEqual([
      ['bad', 'bonghwa/dev/login/eps is unset in ap-northeast-2', 'npx bonghwa secret set eps'],
      [
        'bad',
        'bonghwa/dev/api-tokens is unset in ap-northeast-2',
        'npx cdk deploy --all; npx bonghwa token create NAME --secret bonghwa/dev/api-tokens',
      ],
      [
        'bad',
        'bonghwa/dev/webhook/ops is unset in ap-northeast-2',
        'npx bonghwa secret set webhook/ops',
      ],
      [
        'unknown',
        'not looked at: bonghwa/dev/x (ap-northeast-2) did not answer (AccessDenied)',
        'allow secretsmanager:DescribeSecret, and run again',
      ],
    ]);
  });

  it('names recipients who never confirmed a drill', () => {
    const labelled = (label: string) => ({
      subscribers: [{ ...READY.subscribers[0], label }, READY.subscribers[1]],
    });
    expect(troubles(labelled('당직 1'))).toEqual([]);
    expect(troubles(labelled('당직 2'))).toEqual(['warning drills: never confirmed by: 당직 2']);
    expect(troubles(labelled('당직 1'), { ...HEALTHY, arrived: undefined })).toEqual([
      'unknown drills: not looked at: the table could not be read',
    ]);
  });

  it('accepts the sandbox when every number is verified', () => {
    const sms = { ...SMS, inSandbox: true, verifiedNumbers: [PHONE] };
    expect(troubles({}, { ...HEALTHY, sms })).toEqual([]);
  });

  describe('about the delivery logs of SMS', () => {
    const role = SMS.deliveryLogs.role;
    const set = 'aws sns set-sms-attributes --region ap-northeast-1 --attributes';

    function delivery(deliveryLogs: SmsFacts['deliveryLogs'], input: object = {}) {
      const account = { ...HEALTHY, sms: { ...SMS, deliveryLogs } };
      return findings(input, account).filter(({ about }) => about === 'SMS delivery');
    }

    it.each([
      [
        'the role and the rate',
        { role: undefined, successRate: undefined },
        'carrier delivery is unknown in ap-northeast-1: ' +
          'DeliveryStatusIAMRole is not set, DeliveryStatusSuccessSamplingRate is not set',
        `${set} DeliveryStatusIAMRole=ROLE_ARN,DeliveryStatusSuccessSamplingRate=100 `,
      ],
      [
        'the role alone, without which a rate writes nothing',
        { role: undefined, successRate: 100 },
        'carrier delivery is unknown in ap-northeast-1: DeliveryStatusIAMRole is not set',
        `${set} DeliveryStatusIAMRole=ROLE_ARN,DeliveryStatusSuccessSamplingRate=100 `,
      ],
      [
        'a rate that leaves successes out',
        { role, successRate: 99 },
        'only partly logged in ap-northeast-1: DeliveryStatusSuccessSamplingRate is 99',
        `${set} DeliveryStatusSuccessSamplingRate=100 `,
      ],
      [
        'a rate of failures only',
        { role, successRate: 0 },
        'only partly logged in ap-northeast-1: DeliveryStatusSuccessSamplingRate is 0',
        `${set} DeliveryStatusSuccessSamplingRate=100 `,
      ],
      [
        'a rate that nobody set',
        { role, successRate: undefined },
        'only partly logged in ap-northeast-1: DeliveryStatusSuccessSamplingRate is not set',
        `${set} DeliveryStatusSuccessSamplingRate=100 `,
      ],
    ])('names %s, with the command for it', (_what, logs, says, remedy) => {
      const [found] = delivery(logs);
      expect(found?.state).toBe('warning');
      expect(found?.says).toMatch(/^"sent" means accepted by SNS; /);
      expect(found?.says.endsWith(says)).toBe(true);
      expect(found?.remedy?.startsWith(remedy)).toBe(true);
    });

    it('does not take a logged answer of a carrier for a phone that rang', () => {
      expect(delivery(SMS.deliveryLogs)).toEqual([
        {
          about: 'SMS delivery',
          state: 'good',
          says: "carriers' answers are logged in ap-northeast-1 and read; a drill shows whether a phone rings",
        },
      ]);
      expect(delivery(SMS.deliveryLogs, { smsDeliveryLogs: [] })).toMatchObject([
        { state: 'warning', says: expect.stringMatching(/but nobody reads them$/) },
      ]);
    });

    it('asks for them for the phones of operators too, and not where there is no phone', () => {
      const off = { role: undefined, successRate: undefined };
      const email = [{ protocol: 'email', endpoint: 'team@example.kr' }];
      const phone = [{ protocol: 'sms', endpoint: PHONE }];
      expect(delivery(off, { subscribers: email, operators: phone })).toHaveLength(1);
      expect(delivery(off, { subscribers: email, operators: email })).toEqual([]);
    });
  });

  it('warns of a permission that ends soon, and of overridden selectors', () => {
    const permissions = [
      {
        service: 'eps',
        grantedBy: '운영기관',
        reference: 'A-1',
        validUntil: '2026-12-01T00:00:00+09:00',
      },
    ];
    const services = { work24: { target: { selectors: { submit: '#other' } } } };
    expect(troubles({ permissions, services })).toEqual([
      'warning permission eps: A-1 ends in 7 days',
      'warning target work24: overridden: selectors submit',
    ]);
  });

  it('says that SMS from Seoul is not certain', () => {
    const input = {
      regions: { alert: 'ap-northeast-2' },
      smsDeliveryLogs: ['sns/ap-northeast-2/1/X'],
    };
    expect(troubles(input)).toEqual(['warning alert region: sources differ on SMS from Seoul']);
  });

  it('says of ten things that it did not look, without credentials', () => {
    const options = { file: '', stage: 'dev', now: NOW };
    const { configuration, deployment } = resolveConfiguration(READY, options);
    const found = diagnose({
      configuration,
      deployment,
      defaults: catalogue,
      now: NOW,
      account: undefined,
      language: 'en',
      watchChannels: [],
    });
    expect(found.filter(({ state }) => state === 'unknown')).toHaveLength(10);
  });
});
