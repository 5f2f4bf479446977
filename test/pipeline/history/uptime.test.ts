import { describe, expect, it } from 'vitest';
import { emptyCheckState, emptyGroupState } from '#core/detection/empty-state';
import type { CheckState, GroupState } from '#core/detection/group-state';
import { VersionConflictError } from '#core/errors';
import type { Rollup } from '#core/history/rollup';
import type { RollupStore } from '#core/ports/states';
import type { Period } from '#core/time/calendar';
import { DAY, HOUR, type Instant, MINUTE } from '#core/time/time';
import type { HistoryPorts } from '#pipeline/history/history-ports';
import { readUptime } from '#pipeline/history/read-uptime';
import { catalogue } from '#portals/catalogues';
import { rollupAt } from '../../adapters/dynamodb/samples.ts';

/** 18 July 2024, 12:30 in Korea. */
const NOW = Date.parse('2024-07-18T03:30:00Z');
const MIDNIGHT = Date.parse('2024-07-17T15:00:00Z');
const JULY = Date.parse('2024-06-30T15:00:00Z');
const JUNE = Date.parse('2024-05-31T15:00:00Z');

function day(start: Instant, over: Partial<Rollup> = {}): Rollup {
  const seconds = { up: 86_400, degraded: 0, down: 0, maintenance: 0, unknown: 0 };
  return rollupAt(start, { period: 'day', seconds, ...over });
}

/** The evaluator's state of the group, with only the check of these tests. */
function counting(check: Partial<CheckState>, over: Partial<GroupState> = {}): GroupState {
  const checks = { 'work24/login': { ...emptyCheckState(NOW), ...check } };
  return { ...emptyGroupState('moel', NOW), checks, ...over };
}

function portsWith(
  stored: readonly Rollup[],
  load: () => GroupState | undefined = () => undefined,
): HistoryPorts {
  const rollups: Pick<RollupStore, 'range'> = {
    range: async (check: string, period: Period, from: Instant, to: Instant) =>
      stored.filter(
        (rollup) =>
          rollup.check === check &&
          rollup.period === period &&
          rollup.start >= from &&
          rollup.start < to,
      ),
  };
  const clock = { now: () => NOW, secondsUntil: () => 0 };
  const groups = { load: async () => load() };
  return { rollups, groups, clock, configuration: { catalogue } } as unknown as HistoryPorts;
}

const query = { service: 'work24', check: 'login', zone: 'Asia/Seoul' } as const;

describe('uptime from rollups', () => {
  it('shows today from the hours that are over', async () => {
    const hours = [0, 1, 2].map((hour) => rollupAt(MIDNIGHT + hour * HOUR));
    const yesterday = day(MIDNIGHT - DAY);
    const ports = portsWith([yesterday, ...hours]);
    const window = { from: MIDNIGHT - DAY, to: NOW };
    const { buckets } = await readUptime({ ...query, interval: 'day', ...window }, ports);
    expect(buckets.map(({ seconds }) => seconds.up)).toEqual([86_400, 3 * 3_600]);
    expect(buckets[1]?.checks[0]?.results).toEqual({ passed: 36 });
  });

  it('takes a frozen month as it was published, whatever its days say now', async () => {
    const frozen = rollupAt(JUNE, { period: 'month', frozen: true, results: { passed: 1_000 } });
    const ports = portsWith([frozen, day(JUNE), day(JULY), rollupAt(MIDNIGHT)]);
    const window = { from: JUNE, to: NOW };
    const uptime = await readUptime({ ...query, interval: 'month', ...window }, ports);
    const { buckets } = uptime;
    expect(buckets.map(({ frozen }) => frozen)).toEqual([true, false]);
    expect(uptime.frozen).toBe(false);
    expect(uptime.checks.map(({ check }) => check)).toEqual(['work24/login']);
    expect(buckets[0]?.checks[0]?.results).toEqual({ passed: 1_000 });
    expect(buckets[1]?.checks[0]?.results).toEqual({ passed: 24 });
  });

  it('is frozen where every part is, and never where there is none', async () => {
    const frozen = rollupAt(JUNE, { period: 'month', frozen: true });
    const frozenOver = async (to: Instant) => {
      const asked = { ...query, interval: 'month', from: JUNE, to } as const;
      return (await readUptime(asked, portsWith([frozen]))).frozen;
    };
    expect(await frozenOver(JULY)).toBe(true);
    expect(await frozenOver(JUNE)).toBe(false);
  });

  it('counts time without a rollup as unknown, not as up or down', async () => {
    const window = { from: MIDNIGHT - DAY, to: MIDNIGHT };
    const uptime = await readUptime({ ...query, interval: 'day', ...window }, portsWith([]));
    expect(uptime).toMatchObject({ availability: null, unknownShare: 1 });
    expect(uptime.seconds.unknown).toBe(86_400);
  });

  it('says if some of its time was declared maintenance afterwards', async () => {
    const window = { from: MIDNIGHT - DAY, to: MIDNIGHT + DAY };
    const declared = [{ window: 'w1', from: MIDNIGHT - HOUR, to: MIDNIGHT }];
    const days = [day(MIDNIGHT - DAY, { retroactive: declared }), day(MIDNIGHT)];
    const asked = { ...query, interval: 'day', ...window } as const;
    const { retroactive, buckets } = await readUptime(asked, portsWith(days));
    expect([retroactive, ...buckets.map((bucket) => bucket.retroactive)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('does not call the running hour unknown', async () => {
    const hours = Array.from({ length: 11 }, (_, hour) => rollupAt(MIDNIGHT + hour * HOUR));
    const window = { from: MIDNIGHT, to: NOW };
    const uptime = await readUptime({ ...query, interval: 'day', ...window }, portsWith(hours));
    expect(uptime.seconds.unknown).toBe(0);
    expect(uptime.availability).toBe(1);
  });

  describe('with hours that are still being counted', () => {
    const started = NOW - 30 * MINUTE;
    const half = { up: 1_500, degraded: 0, down: 0, maintenance: 0, unknown: 0 };
    const running = rollupAt(started, { seconds: half, results: { passed: 5 } });
    const hours = Array.from({ length: 12 }, (_, hour) => rollupAt(MIDNIGHT + hour * HOUR));
    const settledTo = started + 25 * MINUTE;
    const today = { from: MIDNIGHT, to: NOW };

    it('shows them as far as they are counted, and says that they are partial', async () => {
      const ports = portsWith(hours, () => counting({ hours: [running], settledTo }));
      const window = { interval: 'hour', from: NOW - 2 * HOUR, to: NOW } as const;
      const { buckets, seconds } = await readUptime({ ...query, ...window }, ports);
      expect(buckets.map(({ partial }) => partial)).toEqual([false, false, true]);
      expect(buckets[2]?.checks[0]?.results).toEqual({ passed: 5 });
      expect(buckets[2]?.seconds).toEqual(half);
      expect(seconds.unknown).toBe(0);
    });

    it('adds them to the day that goes on', async () => {
      const ports = portsWith(hours, () => counting({ hours: [running], settledTo }));
      const day = await readUptime({ ...query, interval: 'day', ...today }, ports);
      expect([day.partial, day.seconds.up]).toEqual([true, 12 * 3_600 + 1_500]);
      expect(day.checks[0]?.results).toEqual({ passed: 12 * 12 + 5 });
    });

    it('takes an hour once that is on its way, or already there', async () => {
      const late = hours.slice(0, 11);
      const effect = { type: 'rollup', rollup: hours[11] as Rollup } as const;
      const state = counting({ hours: [running], settledTo }, { outbox: [effect] });
      for (const stored of [late, hours]) {
        const ports = portsWith(stored, () => state);
        const { checks } = await readUptime({ ...query, interval: 'day', ...today }, ports);
        expect(checks[0]?.results).toEqual({ passed: 12 * 12 + 5 });
      }
    });

    it('does not change a day or month that is already written', async () => {
      const stale = counting({ hours: [rollupAt(MIDNIGHT - HOUR)], settledTo: MIDNIGHT });
      const ports = portsWith([day(MIDNIGHT - DAY)], () => stale);
      const window = { from: MIDNIGHT - DAY, to: MIDNIGHT };
      const uptime = await readUptime({ ...query, interval: 'day', ...window }, ports);
      expect(uptime).toMatchObject({ partial: false, seconds: { up: 86_400 } });
    });

    it('counts the time before them as unknown', async () => {
      const ports = portsWith(hours.slice(0, 10), () => counting({ hours: [running], settledTo }));
      const { seconds } = await readUptime({ ...query, interval: 'day', ...today }, ports);
      expect(seconds.unknown).toBe(2 * 3_600);
    });

    it('does without them where they cannot be read', async () => {
      const ports = portsWith(hours, () => {
        throw new VersionConflictError('It moves on all the time.', 'Again.');
      });
      const { seconds } = await readUptime({ ...query, interval: 'day', ...today }, ports);
      expect(seconds).toMatchObject({ up: 12 * 3_600, unknown: 0 });
    });

    it('asks for them in a window that ended within the last hours, not in an older one', async () => {
      const asks = async (to: number) => {
        let asked = false;
        const ports = portsWith(hours, () => {
          asked = true;
          return undefined;
        });
        await readUptime({ ...query, interval: 'hour', from: to - 2 * HOUR, to }, ports);
        return asked;
      };
      expect(await asks(NOW - 12 * HOUR)).toBe(true);
      expect(await asks(NOW - 60 * HOUR)).toBe(false);
    });

    it('does not ask for them in a window of last week', async () => {
      const ports = portsWith([], () => {
        throw new Error('asked');
      });
      const window = { from: MIDNIGHT - 8 * DAY, to: MIDNIGHT - 7 * DAY };
      const uptime = await readUptime({ ...query, interval: 'day', ...window }, ports);
      expect(uptime.partial).toBe(false);
    });
  });

  it('of a service without checks is unknown, and no month of it is closed', async () => {
    const { configuration, ...ports } = portsWith([]);
    const bare = { ...configuration, catalogue: { ...catalogue, checks: [] } };
    const { check: _, ...whole } = query;
    const window = { interval: 'month', from: JUNE, to: JULY } as const;
    const found = await readUptime({ ...whole, ...window }, { ...ports, configuration: bare });
    expect(found).toMatchObject({ frozen: false, availability: null, checks: [] });
    expect(found.buckets.map(({ frozen }) => frozen)).toEqual([false]);
  });

  it('moves only the edges with the time zone', async () => {
    const hours = Array.from({ length: 48 }, (_, hour) =>
      rollupAt(MIDNIGHT - 2 * DAY + hour * HOUR),
    );
    const stored = [...hours, day(MIDNIGHT - DAY), day(MIDNIGHT - 2 * DAY)];
    const window = { from: MIDNIGHT - 2 * DAY, to: MIDNIGHT };
    const sum = async (zone: string) =>
      (await readUptime({ ...query, zone, interval: 'day', ...window }, portsWith(stored))).seconds
        .up;
    expect(await sum('Asia/Seoul')).toBe(2 * 86_400);
    expect(await sum('Europe/Berlin')).toBe(2 * 86_400);
  });
});
