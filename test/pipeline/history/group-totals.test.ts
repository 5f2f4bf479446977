import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defined } from '#core/defined';
import type { Rollup } from '#core/history/rollup';
import { DAY, HOUR, type Instant } from '#core/time/time';
import type { HistoryPorts } from '#pipeline/history/history-ports';
import { readStatistics } from '#pipeline/history/read-statistics';
import { rollupAt } from '../../adapters/dynamodb/samples.ts';
import { aConfiguration } from '../../support/builders.ts';
import { memoryStores } from '../../support/memory/stores.ts';

const korean = (text: string) => Date.parse(`${text}+09:00`);
const NOW = korean('2024-07-03T02:30:00');
const MAY = korean('2024-05-01T00:00:00');
const JUNE = korean('2024-06-01T00:00:00');
const JULY = korean('2024-07-01T00:00:00');
const TODAY = korean('2024-07-03T00:00:00');

const configuration = aConfiguration();
const CHECKS = configuration.catalogue.checks.filter(({ group }) => group === 'moel');
const clock = { now: () => NOW, secondsUntil: () => 0 };

/** Two months, two days and two hours of every check, each with seconds of its own. */
const WRITTEN: readonly Rollup[] = CHECKS.flatMap(({ id, service }, index) => {
  const rollup = (start: Instant, period: Rollup['period'], length: number) => {
    const down = ((index * 7 + start / HOUR) % 50) + 0.5;
    const seconds = { up: length / 1_000 - down, degraded: 0, down, maintenance: 0, unknown: 0 };
    const blips = index % 3 === 0 ? index + 1 : undefined;
    const frozen = period === 'month';
    return rollupAt(start, {
      ...{ check: id, service, period, seconds, frozen },
      ...defined({ blips }),
    });
  };
  return [
    rollup(MAY, 'month', 31 * DAY),
    rollup(JUNE, 'month', 30 * DAY),
    ...[0, 1].map((days) => rollup(JULY + days * DAY, 'day', DAY)),
    ...[0, 1].map((hours) => rollup(TODAY + hours * HOUR, 'hour', HOUR)),
  ];
});

/** Statistics of the group, and the checks whose own rollups were read for them. */
async function read(hasTotals: (rollup: Rollup, index: number) => boolean, from = MAY) {
  const { rollups } = memoryStores(clock, configuration.retentionDays);
  for (const rollup of WRITTEN) await rollups.put(rollup);
  await rollups.addTotals('moel', WRITTEN.filter(hasTotals));
  const own: string[] = [];
  let reads = 0;
  const ports = {
    clock,
    configuration,
    groups: { load: async () => undefined },
    outages: { list: async () => ({ items: [] }) },
    rollups: {
      ...rollups,
      range: async (...asked: Parameters<typeof rollups.range>) => {
        own.push(asked[0]);
        return rollups.range(...asked);
      },
      totals: async (...asked: Parameters<typeof rollups.totals>) => {
        reads += 1;
        return rollups.totals(...asked);
      },
    },
  } as unknown as HistoryPorts;
  const query = { of: { group: 'moel' }, from, to: NOW, target: 0.999 } as const;
  return { statistics: await readStatistics(query, ports), own, reads };
}

describe('statistics of a group', () => {
  it('read one row of totals for months, days and hours, and no rollup of a check', async () => {
    const { own, reads, statistics } = await read(() => true);
    expect(own).toEqual([]);
    expect(reads).toBe(3);
    expect(statistics.uptime.seconds.down).toBeGreaterThan(0);
    expect(statistics.uptime.blips).toBeGreaterThan(0);
  });

  it('are the same from totals, from rollups, and from any mixture of both', async () => {
    const { statistics: fromRollups } = await read(() => false);
    const subset = fc.array(fc.boolean(), { minLength: WRITTEN.length, maxLength: WRITTEN.length });
    await fc.assert(
      fc.asyncProperty(subset, async (chosen) => {
        const { statistics } = await read((_, index) => chosen[index] === true);
        expect(statistics).toEqual(fromRollups);
      }),
      { numRuns: 30 },
    );
  });

  it('read the rollups of one check alone where only that is missing in the totals', async () => {
    const { own } = await read(
      ({ check, start }) => !(check === CHECKS[0]?.id && (start === MAY || start === JUNE)),
    );
    expect(own).toEqual([CHECKS[0]?.id]);
  });

  it('read months that an older version wrote as before', async () => {
    const { own } = await read(({ start }) => start >= JUNE);
    expect(own.toSorted()).toEqual(CHECKS.map(({ id }) => id).toSorted());
  });
});
