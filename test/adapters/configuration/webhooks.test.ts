import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConfigurationInput } from '#adapters/configuration/input-schema';
import { oversizedEvents } from '#adapters/configuration/oversized-events';
import { resolveConfiguration } from '#local/configuration';
import { englishInRefusal } from '../../support/languages.ts';

const NOW = Date.parse('2026-11-23T12:00:00+09:00');

function resolve(input: ConfigurationInput) {
  const options = { file: 'bonghwa.config.ts', stage: 'dev', now: NOW };
  return resolveConfiguration(input, options).configuration;
}

const ops = { id: 'ops', format: 'json' } as const;
const slack = {
  id: 'ops',
  type: 'slack',
  workspaceId: 'T012ABCDEF',
  channelId: 'C012ABCDEF',
} as const;
const teams = {
  id: 'ops',
  type: 'teams',
  tenantId: '6d2f1f3e-53c4-4f0e-a8d0-0b2d1e1f7a11',
  teamId: '6d2f1f3e-53c4-4f0e-a8d0-0b2d1e1f7a12',
  channelId: '19:abcDEF123@thread.tacv2',
} as const;

describe('a webhook', () => {
  it('hears of begins, changes and ends, and has a secret of its own name', () => {
    expect(resolve({ webhooks: [ops] }).webhooks).toEqual([
      {
        id: 'ops',
        format: 'json',
        secret: 'ops',
        header: 'X-Bonghwa-Key',
        events: ['opened', 'updated', 'closed'],
      },
    ]);
  });

  it.each<[string, object, RegExp]>([
    ['an unknown format', { ...ops, format: 'discord' }, /webhooks\[0\]\.format .*slack, teams/],
    ['a header of HTTP itself', { ...ops, header: 'Content-Length' }, /set on the way; take one/],
    ['an event that does not exist', { ...ops, events: ['down'] }, /webhooks\[0\]\.events\[0\]/],
    ['an end without its begin', { ...ops, events: ['closed'] }, /must hold `opened`/],
    ['no event', { ...ops, events: [] }, /webhooks\[0\]\.events .*must name an event/],
    ['a header that is none', { ...ops, header: 'a b' }, /webhooks\[0\]\.header/],
    ['an id that fits in no key', { ...ops, id: 'Ops!' }, /webhooks\[0\]\.id/],
    ['a template of another format', { ...ops, template: {} }, /only for the format template/],
    ['no template', { ...ops, format: 'template' }, /must be the JSON that is sent/],
    [
      'a placeholder that nobody fills',
      { ...ops, format: 'template', template: { a: [{ b: '{titel}' }] } },
      /\{titel\}.*no such placeholder; known are title/,
    ],
    [
      'a message that no event can hold',
      { ...ops, format: 'template', template: { a: 'x'.repeat(65_000) } },
      /webhooks is "ops": an outage of moel would be 65\d{3} bytes/,
    ],
  ])('is refused with %s', (_, webhook, message) => {
    const wrong = () => resolve({ webhooks: [webhook as never] });
    expect(wrong).toThrow(message);
    expect(englishInRefusal(wrong)).toEqual([]);
  });

  it('is refused where another has its id', () => {
    expect(() => resolve({ webhooks: [ops, ops] })).toThrow(/webhooks is "ops": is there twice/);
  });
});

describe('a secret in the configuration', () => {
  const SECRET = 'https://hooks.example.kr/T0/s3cret';
  const message = (input: unknown) => {
    let told = '';
    try {
      resolve(input as never);
    } catch (error) {
      told = error instanceof Error ? error.message : '';
    }
    return told;
  };
  const permission = { service: 'eps', grantedBy: 'a', reference: 'b' };
  const mailer = { id: 'mail', host: 'smtp.example.kr', from: 'a@b.kr', to: ['a@b.kr'] };

  it.each<[string, unknown, RegExp]>([
    [
      'of a webhook',
      { webhooks: [{ ...ops, url: SECRET }] },
      /url, which is a secret.*set webhook\/ops/,
    ],
    [
      'of a webhook with a secret of another name',
      { webhooks: [{ ...ops, secret: 'pager', routing_key: SECRET }] },
      /routing_key, which is a secret.*set webhook\/pager/,
    ],
    [
      'of a chat',
      { chat: [{ ...slack, webhookUrl: SECRET }] },
      /webhookUrl: .*goes into `webhooks`/,
    ],
    ['of a login', { permissions: [{ ...permission, password: SECRET }] }, /secret set eps/],
    ['of a mail server', { watch: { smtp: [{ ...mailer, password: SECRET }] } }, /secrets\.json/],
    [
      'of a chat among the subscribers',
      { subscribers: [{ protocol: 'https', endpoint: 'https://hooks.slack.com/services/s3cret' }] },
      /use `webhooks` with its format/,
    ],
  ])('%s is told where it belongs', (_, input, where) => {
    const told = message(input);
    expect(told).toMatch(where);
    expect(told).not.toContain('s3cret');
    expect(englishInRefusal(() => resolve(input as never))).toEqual([]);
  });

  it('is quoted nowhere, wherever it stands', () => {
    const field = fc.constantFrom(
      'url',
      'URL',
      'key',
      'apiKey',
      'routing-key',
      'token',
      'hook_url',
    );
    const wrong = fc.oneof(
      field.map((name) => ({ webhooks: [{ ...ops, [name]: SECRET }] })),
      field.map((name) => ({ webhooks: { [name]: 's3cret' } })),
      field.map((name) => ({ chat: [{ ...slack, [name]: SECRET }] })),
      field.map((name) => ({ webhooks: [{ ...ops, template: { [name]: 's3cret' } }] })),
      fc.constantFrom('id', 'secret', 'format', 'events', 'header').map((name) => ({
        webhooks: [{ ...ops, [name]: SECRET }],
      })),
      fc.constantFrom('X-Key: s3cret', 'X-Key:s3cret').map((header) => ({
        webhooks: [{ ...ops, header }],
      })),
      fc.constantFrom('id', 'type', 'workspaceId', 'channelId').map((name) => ({
        chat: [{ ...slack, [name]: SECRET }],
      })),
      fc.constant({ webhooks: [SECRET] }),
      fc.constant({ webhooks: SECRET }),
    );
    fc.assert(
      fc.property(wrong, (input) => {
        const told = message(input);
        expect(told).toMatch(/webhooks|chat/);
        expect(told).not.toContain('s3cret');
      }),
    );
  });
});

describe('the event bus', () => {
  it('refuses a group whose outage is too large for an event', () => {
    const configuration = resolve({});
    const { catalogue } = configuration;
    const services = catalogue.services.map((one) => ({ ...one, name: '가'.repeat(20_000) }));
    const huge = { ...configuration, catalogue: { ...catalogue, services } };
    expect(oversizedEvents(configuration, 'dev')).toEqual([]);
    expect(oversizedEvents(huge, 'dev').map(({ en }) => en)).toEqual([
      expect.stringMatching(
        /^groups is "moel": an outage of moel would be \d{6} bytes; .*: split the group$/,
      ),
    ]);
  });
});

describe('a chat channel', () => {
  it('is one of Slack or of Teams', () => {
    expect(resolve({ chat: [slack, { ...teams, id: 'team' }] }).chat).toHaveLength(2);
  });

  it.each<[string, object, RegExp]>([
    ['a name for a channel of Slack', { ...slack, channelId: '#ops' }, /such as C012ABCDEF/],
    ['a user for a channel of Slack', { ...slack, channelId: 'U012ABCDEF' }, /such as C012/],
    ['an address for a workspace', { ...slack, workspaceId: 'x.slack.com' }, /such as T012/],
    ['a channel of Teams that is none', { ...teams, channelId: 'General' }, /19:abc…@thread/],
    ['a tenant that is none', { ...teams, tenantId: 'contoso' }, /tenantId/],
    ['an unknown service', { ...slack, type: 'discord' }, /chat\[0\]\.type/],
  ])('is refused with %s', (_, chat, message) => {
    const wrong = () => resolve({ chat: [chat as never] });
    expect(wrong).toThrow(message);
    expect(englishInRefusal(wrong)).toEqual([]);
  });

  it('is refused where another has its id', () => {
    expect(() => resolve({ chat: [slack, slack] })).toThrow(/chat is "ops": is there twice/);
  });

  it('is refused where another has its channel, which AWS takes once', () => {
    const both = [teams, { ...teams, id: 'again', channelId: '19%3aabcDEF123%40thread.tacv2' }];
    expect(() => resolve({ chat: both })).toThrow(/chat\.channelId is .*: is there twice/);
  });
});
