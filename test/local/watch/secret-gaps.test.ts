import { describe, expect, it } from 'vitest';
import { secretGaps } from '#local/watch/secret-gaps';
import { aConfiguration, NINE_FIFTEEN } from '../../support/builders.ts';

const permission = {
  service: 'work24',
  grantedBy: '담당관',
  reference: '2026-17',
  validUntil: NINE_FIFTEEN,
};
const webhook = {
  id: 'ops',
  secret: 'ops',
  format: 'json',
  header: 'X-Key',
  events: ['opened'],
} as const;
const mailer = {
  id: 'team',
  secret: 'mail',
  host: 'smtp.example.kr',
  port: 587,
  secure: false,
  from: 'a@example.kr',
  to: ['b@example.kr'],
  events: ['opened'],
} as const;
const named = {
  configuration: { ...aConfiguration(), permissions: [permission], webhooks: [webhook] },
  own: { smtp: [mailer] },
};
const complete = {
  logins: { work24: { userId: 'monitor', password: 'p' } },
  channels: { ops: 'https://hooks.example.kr/', mail: { user: 'u', password: 'p' } },
};
const told = (secrets: Parameters<typeof secretGaps>[1]) =>
  secretGaps(named, secrets).map(({ en }) => en);

describe('the secrets of watch', () => {
  it('are complete with what the configuration names', () => {
    expect(told(complete)).toEqual([]);
  });

  it('are warned of where they lack it', () => {
    expect(told({ logins: {}, channels: {} })).toEqual([
      'the secrets have no usable logins.work24',
      'the secrets have no usable channels.ops',
      'the secrets have no usable channels.mail',
    ]);
  });

  it('are warned of where a name is misspelt', () => {
    const { ops, mail } = complete.channels;
    expect(told({ ...complete, channels: { opps: ops, mail } })).toEqual([
      'the secrets have no usable channels.ops',
      'nothing uses channels.opps of the secrets: check its spelling',
    ]);
  });

  it('are warned of where a journey by code logs in', () => {
    const { catalogue } = named.configuration;
    const targets = catalogue.targets.map((target) => ({ ...target, login: 'none' }));
    const gaps = (checks: typeof catalogue.checks) => {
      const configuration = {
        ...named.configuration,
        catalogue: { ...catalogue, targets, checks },
      };
      return secretGaps({ ...named, configuration }, { ...complete, logins: {} });
    };
    expect(gaps(catalogue.checks)).toEqual([]);
    const byCode = catalogue.checks.map((check) =>
      check.id === 'work24/login' ? { ...check, id: 'work24/order' } : check,
    );
    expect(gaps(byCode).map(({ en }) => en)).toEqual(['the secrets have no usable logins.work24']);
  });

  it('of a mail server need a user and a password', () => {
    const channels = { ...complete.channels, mail: 'a password alone' };
    expect(told({ ...complete, channels })).toEqual(['the secrets have no usable channels.mail']);
  });

  it('never show a value', () => {
    const said = JSON.stringify(secretGaps(named, { logins: {}, channels: { opps: 'planted' } }));
    expect(said).not.toContain('planted');
  });
});
