import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveConfiguration as resolveWith } from '#adapters/configuration/resolve';
import { configurationSchema } from '#adapters/configuration/resolved-schema';
import { InvalidInputError } from '#core/errors';
import { resolveConfiguration } from '#local/configuration';
import { knownPortals } from '#portals/known-portals';
import { englishInRefusal } from '../../support/languages.ts';

const NOW = Date.parse('2026-11-23T12:00:00+09:00');

function resolve(input: unknown, stage = 'dev') {
  return resolveConfiguration(input, { file: 'bonghwa.config.ts', stage, now: NOW });
}

/** The message for a person. The Korean one contains no English sentence. */
function complaint(input: unknown, stage?: string): string {
  expect(englishInRefusal(() => resolve(input, stage))).toEqual([]);
  try {
    resolve(input, stage);
  } catch (error) {
    if (error instanceof InvalidInputError) return error.message;
    throw error;
  }
  throw new Error('it was accepted');
}

const permission = {
  service: 'eps',
  grantedBy: '한국산업인력공단',
  reference: '2026-정보-17',
  validUntil: '2027-03-31T18:00:00+09:00',
};

describe('an empty configuration', () => {
  it('watches six services, logs in nowhere, and warns that nobody is told', () => {
    const { configuration, deployment, ...warned } = resolve({});
    expect(configuration.catalogue.services).toHaveLength(6);
    expect(configuration.permissions).toEqual([]);
    expect(deployment).toMatchObject({
      homeRegion: 'ap-northeast-2',
      alertRegion: 'ap-northeast-1',
      subscribers: [],
      fixedEgress: false,
    });
    expect(warned.warnings).toEqual([]);
    expect(warned.deploymentWarnings.map(({ en }) => en)).toEqual([
      expect.stringContaining('no subscribers'),
      expect.stringContaining('no operators'),
    ]);
  });

  it('survives being written beside the code and read back', () => {
    const { configuration } = resolve({ permissions: [permission] });
    expect(configurationSchema.parse(JSON.parse(JSON.stringify(configuration)))).toEqual(
      configuration,
    );
  });
});

describe('what a person writes', () => {
  it('overrides one selector without repeating the others', () => {
    const { configuration } = resolve({
      services: { work24: { target: { selectors: { submit: '#newSubmit' } } } },
    });
    const target = configuration.catalogue.targets.find(({ service }) => service === 'work24');
    expect(target?.selectors.submit).toBe('#newSubmit');
    expect(target?.selectors.userId).toBe('input#id[name=id]');
  });

  it('takes a service out with its checks and target', () => {
    const { catalogue } = resolve({ services: { eps: { enabled: false } } }).configuration;
    const rest = [...catalogue.services, ...catalogue.checks, ...catalogue.targets];
    expect(JSON.stringify(rest)).not.toContain('"eps');
  });

  it('sets the cadence of all, and of one', () => {
    const { catalogue } = resolve({
      cadence: { journeySeconds: 600 },
      services: { eps: { journeySeconds: 120 } },
    }).configuration;
    const intervals = Object.fromEntries(
      catalogue.checks.map(({ id, intervalSeconds }) => [id, intervalSeconds]),
    );
    expect(intervals).toMatchObject({
      'work24/login': 600,
      'eps/login': 120,
      'eps/probe': 60,
      'control/probe': 60,
    });
  });

  it('adds a service that is only probed until it has a journey', () => {
    const { catalogue } = resolve({
      addGroups: [{ id: 'mois', name: '행정안전부', nameEn: 'MOIS' }],
      addServices: [
        {
          id: 'gov24',
          name: '정부24',
          shortName: '정부24',
          nameEn: 'Government24',
          group: 'mois',
          site: 'https://plus.gov.kr/',
          target: {
            baseUrl: 'https://plus.gov.kr',
            alsoHosts: [],
            pages: { main: '/' },
            selectors: {},
            markers: { main: '정부24' },
            login: 'none',
            unseen: [],
          },
        },
      ],
    }).configuration;
    const checks = catalogue.checks.filter(({ service }) => service === 'gov24');
    expect(checks.map(({ id, group }) => [id, group])).toEqual([['gov24/probe', 'mois']]);
  });
});

describe('bad input is named with field, value and remedy', () => {
  const CASES: readonly (readonly [what: string, input: unknown, says: RegExp])[] = [
    [
      'an unknown service',
      { services: { work25: {} } },
      /services is "work25": no such service; known are work24/,
    ],
    [
      'a permission without reference',
      { permissions: [{ ...permission, reference: ' ' }] },
      /permissions\[0\]\.reference .*no reference, no login/,
    ],
    [
      'a permission that omits it',
      { permissions: [{ ...permission, reference: undefined }] },
      /permissions\[0\]\.reference is not set: .*no reference, no login/,
    ],
    [
      'a number as dialled at home',
      { subscribers: [{ protocol: 'sms', endpoint: '010-1234-5678' }] },
      /subscribers\[0\]\.endpoint is "010-1234-5678": must be an E\.164 number/,
    ],
    [
      'a cadence under a minute',
      { cadence: { probeSeconds: 30 } },
      /cadence\.probeSeconds is 30: must be 60 or more/,
    ],
    ['a cadence off the minute', { cadence: { probeSeconds: 90 } }, /must be a multiple of 60/],
    [
      'a window that ends before it begins',
      {
        maintenance: [
          {
            id: 'a',
            type: 'once',
            reason: '점검',
            from: '2027-01-02T00:00:00+09:00',
            to: '2027-01-01T00:00:00+09:00',
          },
        ],
      },
      /maintenance\[0\]\.to .*the window never matches/,
    ],
    [
      'a weekday that does not exist',
      {
        maintenance: [
          { id: 'a', type: 'weekly', reason: '점검', weekday: 7, from: '01:00', to: '02:00' },
        ],
      },
      /maintenance\[0\]\.weekday is 7: .*would never match/,
    ],
    [
      'a sixth Sunday',
      {
        maintenance: [
          {
            id: 'a',
            type: 'monthly',
            reason: '점검',
            nth: 6,
            weekday: 0,
            from: '01:00',
            to: '02:00',
          },
        ],
      },
      /maintenance\[0\]\.nth is 6: .*would never match/,
    ],
    [
      'an hour that does not exist',
      {
        maintenance: [
          { id: 'a', type: 'weekly', reason: '점검', weekday: 0, from: '25:00', to: '02:00' },
        ],
      },
      /maintenance\[0\]\.from is "25:00": must be HH:MM in KST/,
    ],
    [
      'a region without SMS',
      {
        regions: { alert: 'ap-east-1' },
        subscribers: [{ protocol: 'sms', endpoint: '+821012345678' }],
      },
      /regions\.alert is "ap-east-1": sells no SMS/,
    ],
    [
      'a home region that lacks a service',
      { regions: { home: 'cn-north-1' } },
      /regions\.home is "cn-north-1": lacks a service/,
    ],
    [
      'the home region as a further vantage',
      { regions: { vantages: ['ap-northeast-2'] } },
      /repeats the home region/,
    ],
    [
      'a log retention that CloudWatch refuses',
      { retentionDays: { logs: 31 } },
      /retentionDays\.logs is 31: must be one of/,
    ],
    [
      'a display name that eats the SMS',
      { displayName: '고용노동부' },
      /displayName .*at most 10 ASCII/,
    ],
    ['a misspelt field', { subscriber: [] }, /unknown field subscriber: check its spelling/],
    [
      'rules that never open',
      { rules: { openAt: { k: 4, n: 3 } } },
      /rules\.openAt .*k must not exceed n/,
    ],
    [
      'a journey limit beyond the runner',
      { limits: { journeyMs: 120_000 } },
      /limits\.journeyMs is 120000: must stay at or below/,
    ],
  ];

  it.each(CASES)('%s', (_what, input, says) => {
    expect(complaint(input)).toMatch(says);
  });

  it('a stage that makes topic and bucket names too long', () => {
    expect(complaint({}, 'a-very-long-stage-name')).toMatch(/stage is .* must be 1 to 16/);
  });

  it('says everything at once', () => {
    const lines = complaint({ cadence: { probeSeconds: 30 }, displayName: '봉화', account: '1' });
    expect(lines).toMatch(/cadence\.probeSeconds[\s\S]*displayName[\s\S]*account/);
  });
});

describe('whatever is given', () => {
  it('is either refused with a message or resolves to what handlers can read', () => {
    fc.assert(
      fc.property(
        fc.object({ key: fc.constantFrom('services', 'cadence', 'rules', 'api', 'x') }),
        (input) => {
          try {
            configurationSchema.parse(resolve(input).configuration);
          } catch (error) {
            expect(error).toBeInstanceOf(InvalidInputError);
          }
        },
      ),
    );
  });
});

describe('a name that no folder of an operator holds', () => {
  it('is refused where a person names it, with what there is', () => {
    const says = complaint({ services: { eps: { target: { login: 'smile' } } } });
    expect(says).toContain('services.eps.target.login is "smile"');
    expect(says).toContain('none, id-password, number-then-birthdate');
  });

  it('is refused where a catalogue promises it: a check without a journey, an unknown login', () => {
    const promising = {
      ...knownPortals.catalogue,
      checks: knownPortals.catalogue.checks.map((check) => ({
        ...check,
        id: check.id.replace('eps/login', 'eps/apply'),
      })),
      targets: knownPortals.catalogue.targets.map((target) =>
        target.service === 'hrd-net' ? { ...target, login: 'smile' } : target,
      ),
    };
    const options = { file: 'bonghwa.config.ts', stage: 'dev', now: NOW };
    const portals = { ...knownPortals, catalogue: promising };
    const resolving = () => resolveWith({}, { ...options, portals });
    expect(resolving).toThrow(InvalidInputError);
    expect(resolving).toThrow(/the check eps\/apply has no journey/);
    expect(resolving).toThrow(/the target hrd-net logs in by smile/);
  });
});
