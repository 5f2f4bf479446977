import { describe, expect, it } from 'vitest';
import { UnknownNameError } from '#core/errors';
import type { Outage } from '#core/outage/outage';
import type { OutageQuery } from '#core/ports/outage-records';
import { DAY, HOUR, MINUTE, SECOND } from '#core/time/time';
import type { HistoryPorts } from '#pipeline/history/history-ports';
import { readStatistics, type StatisticsQuery } from '#pipeline/history/read-statistics';
import { outageAt, rollupAt } from '../../adapters/dynamodb/samples.ts';
import { aConfiguration } from '../../support/builders.ts';

const JULY = Date.parse('2024-07-01T00:00:00+09:00');
const AUGUST = Date.parse('2024-08-01T00:00:00+09:00');
const SEPTEMBER = Date.parse('2024-09-01T00:00:00+09:00');

const month = (start: number, up: number, down: number) =>
  rollupAt(start, {
    period: 'month',
    frozen: true,
    seconds: { up, down, degraded: 0, maintenance: 0, unknown: 0 },
  });

function outage(by: number, over: Partial<Outage> = {}): Outage {
  return {
    ...outageAt('20240718-0900'),
    startedBetween: { after: null, by },
    openedAt: by + MINUTE,
    ...over,
  };
}

function ports(outages: readonly Outage[], pageSize = 200): HistoryPorts {
  const rollups = [month(JULY, 31 * 86_400, 0), month(AUGUST, 31 * 86_400 - 3_600, 3_600)];
  return {
    clock: { now: () => SEPTEMBER + 3 * HOUR, secondsUntil: () => 0 },
    configuration: aConfiguration(),
    groups: { load: async () => undefined },
    outages: {
      list: async ({ cursor }: OutageQuery) => {
        const start = Number(cursor ?? 0);
        const items = outages.slice(start, start + pageSize);
        const next = start + pageSize;
        return next < outages.length ? { items, next: String(next) } : { items };
      },
    },
    rollups: {
      totals: async () => [],
      range: async (check: string, period: string, from: number, to: number) =>
        rollups.filter(
          (one) =>
            one.check === check && one.period === period && one.start >= from && one.start < to,
        ),
    },
  } as unknown as HistoryPorts;
}

const read = (outages: readonly Outage[], target = 0.999, pageSize = 200) =>
  readStatistics(
    { of: { service: 'work24' }, from: JULY, to: SEPTEMBER, target },
    ports(outages, pageSize),
  );

describe('figures of outages', () => {
  it('are null where there is nothing to count', async () => {
    expect(await read([])).toMatchObject({
      outages: 0,
      recurrences: 0,
      detectSeconds: null,
      acknowledgeSeconds: null,
      recoverSeconds: null,
      longestDownSeconds: null,
    });
  });

  it('are means from the first failure to the decision, to a person, to the first pass', async () => {
    const at = JULY + DAY;
    const one = outage(at, {
      downSeconds: 100,
      recurrences: 1,
      acknowledged: { by: 'b', at: at + 10 * MINUTE },
      firstAcknowledged: { by: 'a', at: at + 3 * MINUTE },
      endedBetween: { after: at, by: at + 20 * MINUTE },
    });
    const other = outage(at + HOUR, {
      downSeconds: 300,
      recurrences: 2,
      openedAt: at + HOUR + 3 * MINUTE,
    });
    expect(await read([one, other])).toMatchObject({
      outages: 2,
      recurrences: 3,
      detectSeconds: 120,
      acknowledgeSeconds: 120,
      recoverSeconds: 1_200,
      longestDownSeconds: 300,
    });
  });

  it('count an acknowledgement before the decision as taking no time', async () => {
    const at = JULY + DAY;
    const acknowledged = { by: 'a', at: at + 30 * SECOND };
    expect(await read([outage(at, { acknowledged })])).toMatchObject({ acknowledgeSeconds: 0 });
  });

  it('leave out drills, and what began before the time', async () => {
    const some = [outage(JULY), outage(JULY - 1), outage(JULY + 1, { drill: true })];
    expect((await read(some)).outages).toBe(1);
  });

  it('are read to the last page', async () => {
    const many = Array.from({ length: 5 }, (_, index) => outage(JULY + index * DAY));
    expect((await read(many, 0.999, 2)).outages).toBe(5);
  });

  it('stand with the month of KST in which the outage began', async () => {
    const { months } = await read([outage(AUGUST - 1), outage(AUGUST), outage(AUGUST + DAY)]);
    expect(months.map(({ outages }) => outages)).toEqual([1, 2]);
  });
});

describe('figures of a group', () => {
  const of = (asked: StatisticsQuery['of'], outages: readonly Outage[] = []) =>
    readStatistics({ of: asked, from: JULY, to: SEPTEMBER, target: 0.999 }, ports(outages));
  const [incident] = outage(JULY).incidents;
  const hitting = (service: string, over: Partial<Outage> = {}) =>
    outage(JULY, { incidents: incident ? [{ ...incident, service }] : [], ...over });

  it('stand for the whole and for each of its services', async () => {
    const found = await of({ group: 'moel' }, [hitting('work24'), hitting('eps')]);
    expect(found.outages).toBe(2);
    const own = found.services.map(({ service, outages }) => [service, outages]);
    expect(own).toHaveLength(6);
    expect(own).toContainEqual(['work24', 1]);
    expect(own).toContainEqual(['eps', 1]);
    expect(own).toContainEqual(['hrd-net', 0]);
  });

  it('count an outage of several services for each of them', async () => {
    const both = ['work24', 'eps'].flatMap((service) => hitting(service).incidents);
    const found = await of({ group: 'moel' }, [outage(JULY, { incidents: both })]);
    const own = found.services.filter(({ outages }) => outages > 0);
    expect(own.map(({ service }) => service)).toEqual(['work24', 'eps']);
    expect(found.outages).toBe(1);
  });

  it('add up the time of its services, of the whole and of each month', async () => {
    const { uptime, months, services } = await of({ group: 'moel' });
    const sum = (of: typeof services, state: 'down' | 'unknown') =>
      of.reduce((total, one) => total + one.uptime.seconds[state], 0);
    expect(uptime.seconds.down).toBe(3_600);
    expect(uptime.seconds.unknown).toBe(sum(services, 'unknown'));
    expect(uptime.seconds.unknown).toBeGreaterThan(4 * 62 * 86_400);
    expect(months.map((month) => month.uptime.seconds.down)).toEqual([0, 3_600]);
    expect(months.map((month) => month.uptime.start)).toEqual([JULY, AUGUST]);
  });

  it('leave out the outages of another group, which all groups together count', async () => {
    const outages = [hitting('work24'), hitting('work24', { group: 'other' })];
    expect((await of({ group: 'moel' }, outages)).outages).toBe(1);
    const all = await of({ group: null }, outages);
    expect(all.outages).toBe(2);
    expect(all.services.map(({ service }) => service)).toContain('eps');
  });

  it('do not exist for a single service or an unknown group', async () => {
    expect((await of({ service: 'work24' })).services).toEqual([]);
    await expect(of({ group: 'nobody' })).rejects.toThrow(UnknownNameError);
    await expect(of({ service: 'nobody' })).rejects.toThrow(UnknownNameError);
  });

  it('know of no met target where nothing is known', async () => {
    const { services } = await of({ group: 'moel' });
    const met = (id: string) => services.find(({ service }) => service === id)?.budget.met;
    expect([met('work24'), met('eps')]).toEqual([true, null]);
  });
});

describe('what is not known of outages', () => {
  it('is a share of them for each figure, and nothing where there are none', async () => {
    const at = JULY + DAY;
    const seen = { after: at - 1, by: at };
    const ended = { after: at, by: at + MINUTE };
    const one = outage(at, { startedBetween: seen, endedBetween: ended });
    const acknowledged = { by: 'a', at };
    const { unknownShares } = await read([one, outage(at), outage(at, { acknowledged }), one]);
    expect(unknownShares).toEqual({ detect: 0.5, acknowledge: 0.75, recover: 0.5 });
    const none = await read([]);
    expect(none.unknownShares).toEqual({ detect: null, acknowledge: null, recover: null });
  });
});

describe('the error budget', () => {
  it('is the share of known time that the target allows, minus the downtime', async () => {
    const { months } = await read([], 0.999);
    expect(months[0]?.budget).toEqual({
      target: 0.999,
      allowedDownSeconds: 2_678.4,
      remainingDownSeconds: 2_678.4,
      met: true,
    });
    expect(months[1]?.budget).toMatchObject({ remainingDownSeconds: -921.6, met: false });
  });

  it('is met by exactly what the target allows', async () => {
    const share = 1 - 3_600 / (31 * 86_400);
    const { months } = await read([], share);
    expect(months[1]?.budget.met).toBe(true);
    expect((await read([], share + 1e-9)).months[1]?.budget.met).toBe(false);
  });
});
