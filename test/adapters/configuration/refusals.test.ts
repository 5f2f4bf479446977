import { describe, expect, it } from 'vitest';
import type { ConfigurationInput } from '#adapters/configuration/input-schema';
import { cleanText } from '#core/formats/clean-text';
import { resolveConfiguration } from '#local/configuration';
import { englishInRefusal, inKorean } from '../../support/languages.ts';

const NOW = Date.parse('2026-11-23T12:00:00+09:00');

function resolve(input: ConfigurationInput, stage = 'dev') {
  return resolveConfiguration(input, { file: 'bonghwa.config.ts', stage, now: NOW });
}

const service = {
  name: '시험',
  shortName: '시험',
  nameEn: 'Test',
  group: 'moel',
  site: 'https://example.kr',
  target: {
    baseUrl: 'https://example.kr',
    alsoHosts: [],
    pages: { main: '/' },
    selectors: {},
    markers: { main: '시험' },
    login: 'none' as const,
    unseen: [],
  },
};
const group = { name: '시험', nameEn: 'Test' };
const email = { protocol: 'email' as const, endpoint: 'a@example.kr' };

describe('what would be two things of one name', () => {
  it.each<[string, ConfigurationInput, RegExp]>([
    [
      'a subscriber twice',
      { subscribers: [email, email] },
      /subscribers is "email:a@.*there twice/,
    ],
    ['an operator twice', { operators: [email, email] }, /operators is .*there twice/],
    [
      'a vantage twice',
      { regions: { vantages: ['ap-northeast-1', 'ap-northeast-1'] } },
      /regions\.vantages is "ap-northeast-1": is there twice/,
    ],
    [
      'a label twice',
      {
        subscribers: [
          { ...email, label: '당직' },
          { ...email, endpoint: 'b@example.kr', label: '당직' },
        ],
      },
      /subscribers\.label is "당직": is there twice/,
    ],
    [
      'a service twice',
      {
        addServices: [
          { ...service, id: 'x' },
          { ...service, id: 'x' },
        ],
      },
      /addServices is "x": is there twice/,
    ],
    [
      'a group that exists',
      { addGroups: [{ ...group, id: 'moel' }] },
      /addGroups is "moel": is there twice/,
    ],
    [
      'a service called as the secret of the API',
      { addServices: [{ ...service, id: 'api-tokens' }] },
      /addServices\[0\]\.id is "api-tokens": is reserved/,
    ],
    [
      'a service called as the place of control results',
      { addServices: [{ ...service, id: 'control' }] },
      /addServices\[0\]\.id is "control": is reserved/,
    ],
    [
      'a group called as the ledger of matters',
      { addGroups: [{ ...group, id: 'control' }] },
      /addGroups\[0\]\.id is "control".*it is reserved/,
    ],
    [
      'a group named like a matter for engineers',
      { addGroups: [{ ...group, id: 'moel-attention' }] },
      /addGroups\[0\]\.id .*must not end in -attention/,
    ],
    [
      'an address that is none',
      { egressAddresses: { 'ap-northeast-2': '1.2.3.4' } },
      /allocation id of an Elastic IP/,
    ],
  ])('%s is refused in one sentence', (_what, input, message) => {
    expect(() => resolve(input)).toThrow(message);
    expect(englishInRefusal(() => resolve(input))).toEqual([]);
  });
});

describe('an account in an address', () => {
  it('is not shown where the address is refused', () => {
    const proxy = { server: 'socks5://kim:p@ss@proxy:1080' };
    const wrong = () => resolve({ watch: { proxy } });
    expect(wrong).toThrow(/watch\.proxy\.server is "socks5:\/\/…@proxy:1080": must be/);
  });
});

describe('a value that is none of those that exist', () => {
  it('is refused with all of them, in both languages', () => {
    const wrong = { subscribers: [{ ...email, protocol: 'fax' }] } as never;
    expect(() => resolve(wrong)).toThrow(/must be one of email, sms, https/);
    expect(inKorean(() => resolve(wrong))).toContain('다음 중 하나여야 합니다: email, sms, https');
  });
});

describe('a permission that has expired', () => {
  it('is a warning, so that repairs can still be deployed', () => {
    const expired = {
      service: 'eps',
      grantedBy: '한국산업인력공단',
      reference: '2026-정보-17',
      validUntil: '2026-01-01T00:00:00Z',
    };
    const { configuration, warnings } = resolve({ permissions: [expired] });
    expect(warnings.map(({ en }) => en)).toContainEqual(
      expect.stringMatching(/^permission for eps ended at 2026-01-01/),
    );
    expect(configuration.permissions[0]?.validUntil).toBeLessThan(NOW);
  });
});

describe('termination protection', () => {
  it('is on for every stage but dev, unless the configuration says otherwise', () => {
    const on = (stage: string, input: ConfigurationInput = {}) =>
      resolve(input, stage).deployment.terminationProtection;
    expect([on('prod'), on('production'), on('dev')]).toEqual([true, true, false]);
    expect(on('prod', { terminationProtection: false })).toBe(false);
  });
});

describe('a phone that asks to be reminded', () => {
  const phone = { protocol: 'sms' as const, endpoint: '+821012345678' };

  it('is refused where its own filter holds reminders back, or where nobody could acknowledge', () => {
    const filtered = { ...phone, types: ['opened' as const], remindAfterSeconds: 600 };
    expect(() => resolve({ subscribers: [filtered] })).toThrow(/types is "opened".*`reminder`/);
    expect(() => resolve({ subscribers: [{ ...phone, remindAfterSeconds: 60 }] })).toThrow(/300/);
  });

  it('is known to the evaluator without its number', () => {
    const { configuration } = resolve({ subscribers: [{ ...phone, remindAfterSeconds: 600 }] });
    expect(configuration.subscriptions).toEqual([{ services: [], remindAfterSeconds: 600 }]);
    expect(JSON.stringify(configuration)).not.toContain(phone.endpoint);
  });
});

describe('the label of a recipient', () => {
  const labelled = (label: string) => ({ subscribers: [{ ...email, label }] });

  it.each(['당직 1', 'Kim (2nd shift)', '팀장'])('may be %j, and the API knows it', (label) => {
    const { configuration } = resolve(labelled(label));
    expect(configuration.subscriptions).toEqual([{ services: [], label }]);
  });

  it.each(['010-1234-5678', '+821012345678', '홍길동 01012345678', '', ' 당직', 'x'.repeat(31)])(
    'may not be %j',
    (label) => {
      expect(() => resolve(labelled(label))).toThrow(/label.*no number of a phone/);
    },
  );
});

describe('a log of deliveries', () => {
  const name = (region: string) => `sns/${region}/123456789012/DirectPublishToPhoneNumber`;

  it.each([
    ['of another region than the topics', name('us-east-1'), /must be one of regions\.alert/],
    ['that is no log of SNS', '/aws/lambda/other', /must be a log group of SNS/],
  ])('%s is refused', (_what, group, message) => {
    expect(() => resolve({ smsDeliveryLogs: [group] })).toThrow(message);
  });
});

describe('text that hides what it says', () => {
  const reason = (text: string): ConfigurationInput => ({
    maintenance: [
      { id: 'w', type: 'weekly', weekday: 6, from: '22:00', to: '06:00', reason: text },
    ],
  });
  it.each<[string, ConfigurationInput, RegExp]>([
    ['that turns its direction', reason('점검\u202e'), /maintenance\[0\]\.reason is "점검\ufffd"/],
    ['of half a character', reason('점검\ud83d'), /maintenance\[0\]\.reason/],
    ['with a control character', reason('점\u001b[2J검'), /maintenance\[0\]\.reason/],
    [
      'in a name',
      { addServices: [{ ...service, id: 'a', name: '시험\u2066' }] },
      /addServices\[0\]\.name/,
    ],
    [
      'in a group',
      { addGroups: [{ ...group, id: 'g', nameEn: 'T\u202eest' }] },
      /addGroups\[0\]\.nameEn/,
    ],
    ['in what citizens read', { citizenAdvice: { ko: '\u0000', en: 'x' } }, /citizenAdvice\.ko/],
    ['in a tag', { tags: { team: 'a\u2067' } }, /tags\.team/],
  ])('is refused %s, and not shown as it is', (_, input, expected) => {
    let said = '';
    try {
      resolve(input);
    } catch (error) {
      said = String(error);
    }
    expect(said).toMatch(expected);
    expect(said).toMatch(/marks that turn its direction/);
    expect(said).toBe(cleanText(said));
  });

  it('is not any text with line ends and letters beyond Korean', () => {
    expect(() => resolve(reason('1차\n점검 🔥 é'))).not.toThrow();
  });
});
