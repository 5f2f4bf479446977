import { describe, expect, it } from 'vitest';
import { isOwn } from '#core/notice/notice';
import { smsUnits } from '#core/notice/sms';
import { unmet } from '#core/scenario/expectation';
import { defaultConfiguration } from '#local/configuration';
import { readScenario, scenarioNames } from '#local/scenario/scenario-file';
import { simulate } from '#local/simulate/simulate';
import { catalogue } from '#portals/catalogues';

const configuration = defaultConfiguration();
/** Each is played once, however many tests use it. */
const played = new Map<string, ReturnType<typeof playNow>>();

async function playNow(name: string) {
  const scenario = await readScenario(name, catalogue);
  return { scenario, ...simulate(scenario, { configuration }) };
}

function play(name: string): ReturnType<typeof playNow> {
  const known = played.get(name) ?? playNow(name);
  played.set(name, known);
  return known;
}

const typesOf = (notices: readonly { readonly type: string }[], type: string) =>
  notices.filter((notice) => notice.type === type);

/** A year takes half a minute, so this test uses only its first weeks. */
const names = (await scenarioNames()).filter((name) => !name.endsWith('-year'));

describe('every scenario of the project', () => {
  it.each(names)('%s ends as its file expects', async (name) => {
    const { scenario, summary } = await play(name);
    expect(scenario.expect, 'has an expectation').toBeDefined();
    expect(unmet(scenario.expect ?? { outages: [] }, summary)).toEqual([]);
  });

  it.each(names)(
    '%s tells phones of openings, ends and returns alone, in one part',
    async (name) => {
      const { summary } = await play(name);
      for (const { type, sms, subject } of summary.notices) {
        const returned = type === 'updated' && subject.startsWith('[재발]');
        expect(sms !== undefined).toBe(type === 'opened' || type === 'closed' || returned);
        if (sms) expect(smsUnits(sms, configuration.texts.displayName)).toBeLessThanOrEqual(70);
      }
    },
  );

  it('plays the same twice', async () => {
    const [first, second] = [await play('intermittent-half'), await playNow('intermittent-half')];
    expect(first.summary).toEqual(second.summary);
  });
});

describe('18 July 2024', () => {
  it('is told with the times of the news reports, its end within five minutes', async () => {
    const { summary } = await play('2024-07-18');
    const closed = summary.notices.find(({ type }) => type === 'closed');
    expect(closed?.sms).toBe('[복구] 고용24 외 5곳 11:57 정상화(장애 2시간42분)');
    expect(closed && closed.at <= '2024-07-18T12:02:00+09:00').toBe(true);
  });

  it('is one outage of six services, announced once and closed once', async () => {
    const { summary } = await play('2024-07-18');
    expect(summary.outages).toHaveLength(1);
    expect(summary.outages[0]?.services).toEqual(catalogue.services.map(({ id }) => id));
    expect(summary.notices.filter(({ sms }) => sms !== undefined)).toHaveLength(2);
    expect(typesOf(summary.notices, 'attention')).toEqual([]);
    const [opened] = typesOf(summary.notices, 'opened');
    expect(opened).toMatchObject({ sms: expect.not.stringContaining('DB오류') });
  });

  it('is down for as long as failures were seen, and no longer than it was', async () => {
    const { summary } = await play('2024-07-18');
    const whole = (2 * 60 + 42) * 60;
    for (const service of Object.values(summary.services)) {
      expect(service.downSeconds).toBeLessThanOrEqual(whole);
      expect(service.downSeconds).toBeGreaterThan(whole - 600);
      expect(service.unknownSeconds).toBeLessThan(600);
    }
  });
});

describe('7 May 2024', () => {
  it('is one outage with one recurrence, not two outages', async () => {
    const { summary, outages } = await play('2024-05-07');
    expect(outages.map(({ recurrences }) => recurrences)).toEqual([1]);
    expect(typesOf(summary.notices, 'opened')).toHaveLength(1);
    expect(summary.notices.some(({ subject }) => subject.startsWith('[재발]'))).toBe(true);
  });
});

describe('26 September 2025', () => {
  it('calls limited functions no outage, but tells the engineers', async () => {
    const { summary } = await play('2025-09-26');
    const attention = typesOf(summary.notices, 'attention');
    expect(attention.length).toBeGreaterThan(0);
    expect(summary.services.work24?.downSeconds).toBe(0);
  });
});

describe('a flapping service', () => {
  it('is one outage, however often it comes back', async () => {
    const { summary } = await play('flapping');
    expect(summary.outages).toHaveLength(1);
    expect(typesOf(summary.notices, 'opened')).toHaveLength(1);
  });
});

describe('two groups', () => {
  it('have outages of their own, each with its own cause', async () => {
    const { summary } = await play('two-groups');
    expect(summary.outages.map(({ group, cause }) => [group, cause.layer])).toEqual([
      ['moel', 'data'],
      ['eps', 'host'],
    ]);
    const shared = summary.notices.filter((notice) => !isOwn(notice));
    const opened = typesOf(shared, 'opened') as readonly { readonly sms?: string }[];
    expect(opened.map(({ sms }) => sms?.includes('DB오류'))).toEqual([true, false]);
  });
});

describe('a noisy month', () => {
  it('causes no outage and no SMS', async () => {
    const year = await readScenario('noisy-year', catalogue);
    const to = Date.parse('2025-01-20T12:00:00+09:00');
    const faults = year.faults.filter((fault) => fault.from < to);
    const { summary } = simulate({ ...year, to, faults }, { configuration });
    expect(summary.checks).toBeGreaterThan(100_000);
    expect(summary.outages).toEqual([]);
    expect(summary.notices.filter(({ type }) => type !== 'attention')).toEqual([]);
    expect(typesOf(summary.notices, 'attention').length).toBeGreaterThan(0);
  });
});
