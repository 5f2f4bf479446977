import { describe, expect, it } from 'vitest';
import { type AccountFacts, diagnose, type Finding } from '#core/plan/diagnosis';
import { resolveConfiguration } from '#local/configuration';
import { catalogue } from '#portals/catalogues';

const NOW = Date.parse('2026-11-23T12:00:00+09:00');
const PHONE = '+821012345678';

const HEALTHY: AccountFacts = {
  clockAheadMs: 120,
  subscriptions: [{ protocol: 'sms', endpoint: PHONE, confirmed: true }],
  sms: { inSandbox: false, verifiedNumbers: [], monthlyLimitUsd: 10, spentUsd: 1 },
  unsetSecrets: [],
};

const READY = {
  subscribers: [
    { protocol: 'sms', endpoint: PHONE },
    { protocol: 'email', endpoint: 'team@example.kr' },
  ],
  operators: [{ protocol: 'email', endpoint: 'oncall@example.kr' }],
  statusUrl: 'https://status.example.kr',
  runbookUrl: 'https://wiki.example.kr/runbook',
};

function findings(input: object, account: AccountFacts | undefined = HEALTHY): readonly Finding[] {
  const options = { file: 'bonghwa.config.ts', stage: 'dev', now: NOW };
  const { configuration, deployment } = resolveConfiguration({ ...READY, ...input }, options);
  return diagnose({ configuration, deployment, defaults: catalogue, now: NOW, account });
}

function troubles(input: object, account?: AccountFacts): readonly string[] {
  return findings(input, account)
    .filter(({ state }) => state !== 'good')
    .map(({ state, about, says }) => `${state} ${about}: ${says}`);
}

describe('the doctor', () => {
  it('names the addresses that emails lack', () => {
    expect(troubles({ statusUrl: '', runbookUrl: '' })).toEqual([
      'warning addresses: emails lack statusUrl and runbookUrl',
    ]);
    expect(troubles({ statusUrl: '' })).toEqual(['warning addresses: emails lack statusUrl']);
  });

  it('finds nothing wrong where nothing is', () => {
    expect(troubles({})).toEqual([]);
  });

  it.each([
    [
      'a mail that was not confirmed',
      { subscriptions: [{ protocol: 'email', endpoint: 'a@b.kr', confirmed: false }] },
      'bad subscriptions: email a@b.kr is not confirmed and hears nothing',
    ],
    [
      'a stage that is not deployed',
      { subscriptions: [] },
      'warning subscriptions: none found: not deployed yet?',
    ],
    [
      'numbers that the sandbox refuses',
      { sms: { ...HEALTHY.sms, inSandbox: true } },
      'bad SMS sandbox: the account is in it, and 1 numbers are not verified',
    ],
    [
      'a spending limit nearly reached',
      { sms: { ...HEALTHY.sms, spentUsd: 8 } },
      'bad SMS spending: $8 of $10 spent: SNS stops at the limit',
    ],
    [
      'a region that does not answer for SMS',
      { sms: undefined },
      'bad SMS: ap-northeast-1 does not answer for SMS',
    ],
    [
      'a secret that is unset',
      { unsetSecrets: ['bonghwa/dev/eps'] },
      'bad secrets: bonghwa/dev/eps is unset',
    ],
    ['a clock that is wrong', { clockAheadMs: -90_000 }, 'warning clock: -90 s ahead of AWS'],
  ])('names %s', (_what, change, says) => {
    expect(troubles({}, { ...HEALTHY, ...change } as AccountFacts)).toEqual([says]);
  });

  it('accepts the sandbox when every number is verified', () => {
    const sms = { inSandbox: true, verifiedNumbers: [PHONE], monthlyLimitUsd: 10, spentUsd: 0 };
    expect(troubles({}, { ...HEALTHY, sms })).toEqual([]);
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
    expect(troubles({ regions: { alert: 'ap-northeast-2' } })).toEqual([
      'warning alert region: sources differ on SMS from Seoul',
    ]);
  });

  it('says of five things that it did not look, without credentials', () => {
    const options = { file: '', stage: 'dev', now: NOW };
    const { configuration, deployment } = resolveConfiguration(READY, options);
    const found = diagnose({
      configuration,
      deployment,
      defaults: catalogue,
      now: NOW,
      account: undefined,
    });
    expect(found.filter(({ state }) => state === 'unknown')).toHaveLength(5);
  });
});
