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
    [
      'an address in the configuration',
      { ...ops, url: 'https://x' },
      /webhooks\[0\] has url: a secret/,
    ],
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
      { ...ops, format: 'template', template: { a: 'x'.repeat(250_000) } },
      /webhooks is "ops": an outage of moel would be 250\d{3} bytes/,
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

describe('the event bus', () => {
  it('is refused a group whose outage no event can hold', () => {
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
});
