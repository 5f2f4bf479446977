import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rollup } from '#core/history/rollup';
import type { Period } from '#core/time/calendar';
import { DAY, HOUR, type Instant } from '#core/time/time';
import { readRollups } from '#pipeline/history/rollup-source';
import { rollupAt } from '../../adapters/dynamodb/samples.ts';

const korean = (text: string) => Date.parse(`${text}+09:00`);
const NOW = korean('2024-07-18T12:30:00');
const MAY = korean('2024-05-01T00:00:00');
const JUNE = korean('2024-06-01T00:00:00');
const JULY = korean('2024-07-01T00:00:00');
const TODAY = korean('2024-07-18T00:00:00');

interface Asked {
  readonly period: Period;
  readonly from: Instant;
  readonly to: Instant;
}

async function read(
  stored: readonly Rollup[],
  query: { interval: Period; from: Instant; to: Instant; zone?: string },
) {
  const asked: Asked[] = [];
  const range = async (_check: string, period: Period, from: Instant, to: Instant) => {
    asked.push({ period, from, to });
    return stored.filter(({ period: own, start }) => own === period && start >= from && start < to);
  };
  const ports = { rollups: { range }, clock: { now: () => NOW, secondsUntil: () => 0 } };
  const rollups = await readRollups(
    { check: 'work24/login', zone: 'Asia/Seoul', ...query },
    ports as never,
  );
  return { asked, rollups };
}

const month = (start: Instant) => rollupAt(start, { period: 'month', frozen: true });
const day = (start: Instant) => rollupAt(start, { period: 'day' });

describe('the rollups of a window', () => {
  it('are months, and for the month that goes on its days, and today by the hour', async () => {
    const days = Array.from({ length: 17 }, (_, index) => day(JULY + index * DAY));
    const hours = [rollupAt(TODAY), rollupAt(TODAY + HOUR)];
    const stored = [month(MAY), month(JUNE), ...days, ...hours];
    const { rollups, asked } = await read(stored, { interval: 'month', from: MAY, to: NOW + DAY });
    expect(rollups).toEqual(stored);
    expect(asked.map(({ period, from }) => [period, from])).toEqual([
      ['month', MAY],
      ['day', JULY],
      ['hour', TODAY],
    ]);
  });

  it('are filled up where a month or a day is not written yet, the last two at most', async () => {
    const { asked } = await read([], { interval: 'day', from: TODAY - 3 * DAY, to: NOW + DAY });
    expect(asked).toEqual([
      { period: 'day', from: TODAY - 3 * DAY, to: TODAY + 13 * HOUR },
      { period: 'hour', from: TODAY - DAY, to: TODAY },
      { period: 'hour', from: TODAY, to: TODAY + 13 * HOUR },
    ]);
  });

  it('are not looked for where all is written', async () => {
    const stored = [day(TODAY - 2 * DAY), day(TODAY - DAY)];
    const { asked } = await read(stored, { interval: 'day', from: TODAY - 2 * DAY, to: TODAY });
    expect(asked).toHaveLength(1);
  });

  it('end with the running hour', async () => {
    const { asked } = await read([], { interval: 'hour', from: TODAY, to: NOW + DAY });
    expect(asked).toEqual([{ period: 'hour', from: TODAY, to: TODAY + 13 * HOUR }]);
  });

  it('do not exist for future time and are not requested', async () => {
    const later = await read([], { interval: 'day', from: TODAY + 13 * HOUR, to: NOW + DAY });
    expect(later).toEqual({ asked: [], rollups: [] });
    const empty = await read([], { interval: 'day', from: TODAY, to: TODAY });
    expect(empty).toEqual({ asked: [], rollups: [] });
  });

  it('come from hours where days begin at another time than ours', async () => {
    const query = { interval: 'day', zone: 'Europe/Berlin', from: TODAY, to: NOW + DAY } as const;
    const { asked } = await read([day(TODAY)], query);
    expect(asked).toEqual([{ period: 'hour', from: TODAY, to: TODAY + 13 * HOUR }]);
  });

  it('never cover the same time twice, whichever rollups are written', async () => {
    const subset = fc.subarray(
      [
        month(MAY),
        month(JUNE),
        ...[0, 1, 15, 16].map((index) => day(JULY + index * DAY)),
        ...[0, 1, 5].map((hour) => rollupAt(TODAY + hour * HOUR)),
        rollupAt(TODAY - DAY),
      ],
      { minLength: 1 },
    );
    await fc.assert(
      fc.asyncProperty(subset, async (stored) => {
        const { rollups } = await read(stored, { interval: 'month', from: MAY, to: NOW + DAY });
        const length = { hour: HOUR, day: DAY, month: 30 * DAY };
        const sorted = rollups.toSorted((a, b) => a.start - b.start);
        for (const [index, { start }] of sorted.entries()) {
          const before = sorted[index - 1];
          if (before) expect(start).toBeGreaterThanOrEqual(before.start + length[before.period]);
        }
      }),
      { numRuns: 50 },
    );
  });
});
