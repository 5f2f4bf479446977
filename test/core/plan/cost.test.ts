import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthlyCost } from '#core/plan/cost';
import { coverage, hostLoads } from '#core/plan/coverage';
import { SEOUL_PRICES } from '#core/plan/prices';
import { DEFAULT_USAGE } from '#core/plan/usage';
import { resolveConfiguration } from '#local/configuration';

const NOW = Date.parse('2026-11-23T12:00:00+09:00');

function resolve(input: unknown) {
  return resolveConfiguration(input, { file: 'bonghwa.config.ts', stage: 'dev', now: NOW });
}

function cost(input: unknown) {
  const { configuration, deployment } = resolve(input);
  return monthlyCost({ configuration, deployment, usage: DEFAULT_USAGE, table: SEOUL_PRICES });
}

describe('the monthly cost', () => {
  it('of six services at default cadence meets the target: $20 at list, $6 with the free tier', () => {
    const { listUsd, withFreeTierUsd } = cost({});
    expect(listUsd).toBeLessThanOrEqual(20);
    expect(withFreeTierUsd).toBeLessThanOrEqual(6);
  });

  it('is the sum of its lines, and the free tier is given once', () => {
    const { lines, listUsd, withFreeTierUsd } = cost({});
    expect(lines.reduce((sum, line) => sum + line.listUsd, 0)).toBeCloseTo(listUsd, 9);
    expect(lines.reduce((sum, line) => sum + line.withFreeTierUsd, 0)).toBeCloseTo(
      withFreeTierUsd,
      9,
    );
    const seconds = lines.filter(({ price }) => price === 'lambdaGbSecond');
    const used = seconds.reduce((sum, { quantity }) => sum + quantity, 0);
    const billed = seconds.reduce((sum, line) => sum + line.withFreeTierUsd, 0);
    const { usd, free } = SEOUL_PRICES.prices.lambdaGbSecond;
    expect(billed).toBeCloseTo(Math.max(0, used - free) * usd, 9);
  });

  it('never rises when journeys run less often', () => {
    const minutes = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(minutes, minutes, (a, b) => {
        const at = (every: number) => cost({ cadence: { journeySeconds: every * 60 } }).listUsd;
        expect(at(Math.max(a, b))).toBeLessThanOrEqual(at(Math.min(a, b)));
      }),
      { numRuns: 30 },
    );
  });

  it('of the public page is at most $1.5 beside its traffic, and nothing without one', () => {
    const page = { operator: '시민 감시단', contact: 'page@example.kr' };
    const extra = cost({ page }).listUsd - cost({}).listUsd;
    expect(extra).toBeGreaterThan(0.5);
    expect(extra).toBeLessThanOrEqual(1.5);
    expect(cost({}).lines.some(({ item }) => item.startsWith('page'))).toBe(false);
  });

  it('names the price of fixed egress, and adds it only when it is switched on', () => {
    const without = cost({});
    const withEgress = cost({ fixedEgress: true });
    expect(without.fixedEgressUsd).toBeGreaterThan(40);
    expect(withEgress.listUsd).toBeCloseTo(without.listUsd + without.fixedEgressUsd, 9);
  });

  it.each([
    ['further vantages: polls', { regions: { vantages: ['ap-northeast-1'] } }, 0.52],
    ['webhooks: secrets', { webhooks: [{ id: 'pager', format: 'pagerduty' }] }, 0.4],
    ['X-Ray traces', { tracing: true }, 2.24],
  ])('has a line of its own for what is switched on: %s', (item, input, usd) => {
    const lineOf = (given: unknown) => cost(given).lines.find((line) => line.item === item);
    expect(lineOf({})).toBeUndefined();
    expect(lineOf(input)?.listUsd).toBeCloseTo(usd, 2);
  });

  it('names the SMS of one outage for every phone, and adds none to a calm month', () => {
    const phone = (end: number) => ({ protocol: 'sms', endpoint: `+82101234567${end}` });
    const { perOutageSmsUsd, listUsd } = cost({ subscribers: [phone(1), phone(2)] });
    expect(perOutageSmsUsd).toBeCloseTo(2 * 2 * 0.02414, 6);
    expect(listUsd).toBe(cost({}).listUsd);
    expect(cost({}).perOutageSmsUsd).toBe(0);
  });

  it('uses prices with a date and a source', () => {
    expect(SEOUL_PRICES.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(SEOUL_PRICES.source.length).toBeGreaterThan(20);
  });
});

describe('coverage', () => {
  const permitted = {
    permissions: [
      {
        service: 'work24',
        grantedBy: 'KEIS',
        reference: 'A-1',
        validUntil: '2027-01-01T00:00:00+09:00',
      },
    ],
  };

  it('says of which services nothing proves that the database answered', () => {
    const unproven = coverage(resolve({}).configuration, NOW)
      .filter(({ unseen }) => unseen.some(({ en }) => /database answered/.test(en)))
      .map(({ service }) => service);
    expect(unproven).toEqual(['hrd-net', 'eps']);
  });

  it('ends at the login page without a permission, and says what is not seen', () => {
    const [work24] = coverage(resolve({}).configuration, NOW);
    expect(work24?.checks.map(({ type, depth }) => [type, depth])).toEqual([
      ['probe', 'data'],
      ['journey', 'login-page'],
    ]);
    expect(work24?.unseen[0]?.ko).toMatch(/^로그인 이후 화면/);
  });

  it('reaches the session with one, until it expires', () => {
    const { configuration } = resolve(permitted);
    const depthAt = (now: number) => coverage(configuration, now)[0]?.checks[1]?.depth;
    expect(depthAt(NOW)).toBe('session');
    expect(depthAt(Date.parse('2027-01-01T00:00:00+09:00'))).toBe('login-page');
  });

  it('names the layers that a service offers no page for', () => {
    const { configuration } = resolve({});
    const target = {
      ...configuration.catalogue.targets[0],
      service: 'eps',
      pages: { main: '/', login: '/login' },
    };
    const catalogue = {
      ...configuration.catalogue,
      targets: [target as (typeof configuration.catalogue.targets)[number]],
    };
    const eps = coverage({ ...configuration, catalogue }, NOW).find(
      ({ service }) => service === 'eps',
    );
    expect(eps?.checks.map(({ depth, skipped }) => [depth, skipped])).toEqual([
      ['static', []],
      ['login-page', ['data']],
    ]);
  });

  it('adds up the load of services that share a host, and counts a shared check once', () => {
    const loads = hostLoads(resolve({}).configuration, NOW);
    const work24 = loads.find(({ host }) => host === 'www.work24.go.kr');
    expect(work24?.runsPerDay).toBe(2 * (1440 + 288));
    for (const { pagesPerDay } of loads) expect(pagesPerDay).toBeLessThanOrEqual(8_000);
  });
});
