import { describe, expect, it } from 'vitest';
import { coverage, hostLoads } from '#core/plan/coverage';
import type { Target } from '#core/watch/catalogue';
import type { Configuration } from '#core/watch/configuration';
import { aConfiguration, NINE_FIFTEEN } from '../../support/builders.ts';

function permitting(validUntil: number | undefined): Configuration {
  const permission = { service: 'work24', grantedBy: 'MOEL', reference: 'R-1', validUntil };
  const permissions = validUntil === undefined ? [] : [permission];
  return aConfiguration({ permissions: permissions as Configuration['permissions'] });
}

function journeyOf(configuration: Configuration, service = 'work24') {
  const own = coverage(configuration, NINE_FIFTEEN).find((one) => one.service === service);
  return own?.checks.find(({ type }) => type === 'journey');
}

/** The configuration with `change` made to the target of work24. */
function withTarget(change: (target: Target) => Target): Configuration {
  const configuration = permitting(NINE_FIFTEEN + 1);
  const { catalogue } = configuration;
  const targets = catalogue.targets.map((one) => (one.service === 'work24' ? change(one) : one));
  return { ...configuration, catalogue: { ...catalogue, targets } };
}

describe('a login', () => {
  it('is covered while a permission of that service is in force', () => {
    expect(journeyOf(permitting(NINE_FIFTEEN + 1))?.depth).toBe('session');
    expect(journeyOf(permitting(NINE_FIFTEEN))?.depth).toBe('login-page');
    expect(journeyOf(permitting(undefined))?.depth).toBe('login-page');
    expect(journeyOf(permitting(NINE_FIFTEEN + 1), 'eps')?.depth).toBe('login-page');
  });

  it('costs two pages more, and needs a login that the portal offers', () => {
    const before = journeyOf(permitting(undefined))?.pagesPerRun ?? 0;
    expect(journeyOf(permitting(NINE_FIFTEEN + 1))?.pagesPerRun).toBe(before + 2);
    const none = withTarget((target) => ({ ...target, login: 'none' }) as Target);
    expect(journeyOf(none)).toMatchObject({ depth: 'login-page', pagesPerRun: before });
  });

  it('that is not covered is named among the unseen parts', () => {
    const unseenOf = (configuration: Configuration) =>
      coverage(configuration, NINE_FIFTEEN)
        .find(({ service }) => service === 'work24')
        ?.unseen.map(({ en }) => en) ?? [];
    const noLogin = 'what lies behind the login (no permission)';
    expect(unseenOf(permitting(undefined))).toContain(noLogin);
    expect(unseenOf(permitting(NINE_FIFTEEN + 1))).not.toContain(noLogin);
    const configuration = permitting(undefined);
    const { catalogue } = configuration;
    const checks = catalogue.checks.filter(({ type }) => type === 'probe');
    const probes = unseenOf({ ...configuration, catalogue: { ...catalogue, checks } });
    expect(probes).toContain('everything in a browser (probes only)');
    expect(probes).not.toContain(noLogin);
  });
});

describe('a journey by code', () => {
  function byCode(depth: 'data' | 'session', validUntil = NINE_FIFTEEN + 1) {
    const configuration = withTarget(({ baseUrl, ...target }) => {
      const bare = { ...target, baseUrl, pages: { main: '/' }, login: 'none' };
      return bare as Target;
    });
    const { catalogue } = configuration;
    const checks = catalogue.checks.map((check) =>
      check.id === 'work24/login' ? { ...check, id: 'work24/order', depth } : check,
    );
    const permissions = configuration.permissions.map((one) => ({ ...one, validUntil }));
    const own = { ...configuration, permissions, catalogue: { ...catalogue, checks } };
    const covered = coverage(own, NINE_FIFTEEN).find(({ service }) => service === 'work24');
    return { journey: journeyOf(own), unseen: covered?.unseen.map(({ en }) => en) };
  }

  it('reaches what its check declares, whatever pages and login the target names', () => {
    expect(byCode('session').journey).toMatchObject({ depth: 'session', skipped: [] });
    expect(byCode('data').journey).toMatchObject({ depth: 'data', skipped: [] });
  });

  it('needs a permission for its login', () => {
    expect(byCode('session', NINE_FIFTEEN).journey).toMatchObject({ depth: 'login-page' });
  });

  it('leaves unseen only what it does not reach', () => {
    const noLogin = 'what lies behind the login (no permission)';
    const noData = 'a data search without login (the site has none)';
    expect(byCode('session').unseen).not.toContain(noLogin);
    expect(byCode('data').unseen).toContain(noLogin);
    expect(byCode('data').unseen).not.toContain(noData);
  });
});

describe('a layer without a page', () => {
  it('is skipped on the way to a deeper one', () => {
    const configuration = withTarget(({ pages, ...target }) => {
      const { data: _, ...rest } = pages;
      return { ...target, pages: rest } as Target;
    });
    expect(journeyOf(configuration)).toMatchObject({ depth: 'session', skipped: ['data'] });
    expect(journeyOf(permitting(NINE_FIFTEEN + 1))?.skipped).toEqual([]);
  });
});

describe('the load on hosts', () => {
  it('is the runs of a day of every check, controls included', () => {
    const configuration = permitting(undefined);
    const { checks } = configuration.catalogue;
    const runs = hostLoads(configuration, NINE_FIFTEEN).map(({ runsPerDay }) => runsPerDay);
    const expected = checks.map(({ intervalSeconds }) => 86_400 / intervalSeconds);
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    expect(sum(runs)).toBeCloseTo(sum(expected), 6);
    expect(new Set(hostLoads(configuration, NINE_FIFTEEN).map(({ host }) => host)).size).toBe(
      runs.length,
    );
  });

  it('grows with the pages of a login', () => {
    const pagesWith = (validUntil: number | undefined) =>
      hostLoads(permitting(validUntil), NINE_FIFTEEN).reduce(
        (total, { pagesPerDay }) => total + pagesPerDay,
        0,
      );
    const { intervalSeconds = 0 } = journeyOf(permitting(undefined)) ?? {};
    const more = pagesWith(NINE_FIFTEEN + 1) - pagesWith(undefined);
    expect(more).toBeCloseTo((2 * 86_400) / intervalSeconds, 6);
  });
});
