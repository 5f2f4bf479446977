import { describe, expect, it } from 'vitest';
import { VersionConflictError } from '#core/errors';
import type { Totals } from '#core/history/rollup';
import { DAY, HOUR, MINUTE, SECOND } from '#core/time/time';
import type { MaintenanceWindow } from '#core/watch/configuration';
import { rollupAt } from '../../adapters/dynamodb/samples.ts';
import { NINE_FIFTEEN } from '../../support/builders.ts';
import { EvaluationBench, stateOf, work24 } from '../../support/evaluation.ts';
import { HANGS } from '../../support/results.ts';
import { PASSES } from '../../support/watch.ts';

const kst = (text: string) => Date.parse(`${text}+09:00`);

/** Runs each minute from one time to another, down from 11:10 to 12:20 of the 18th. */
async function watched(from: string, to: string) {
  const bench = new EvaluationBench();
  for (let at = kst(from); at <= kst(to); at += MINUTE) {
    const down = at >= kst('2024-07-18T11:10') && at < kst('2024-07-18T12:20');
    await bench.at((at - NINE_FIFTEEN) / SECOND, work24(down ? HANGS : PASSES));
  }
  return bench;
}

async function declare(
  bench: EvaluationBench,
  [from, to]: readonly [string, string],
  options: { readonly id?: string; readonly services?: readonly string[] } = {},
) {
  const { id = 'moel.late', services = ['work24'] } = options;
  const window: MaintenanceWindow = {
    ...{ type: 'once', id, services, reason: '시스템 점검' },
    ...{ from: kst(from), to: kst(to) },
  };
  await bench.ports.commands.put({
    ...{ schema: 1, id: `${bench.now}-${id}`, group: 'moel', by: 'minji', at: bench.now },
    action: { type: 'maintenance', window },
  });
  await bench.evaluate();
}

async function withdraw(bench: EvaluationBench, window = 'moel.late') {
  await bench.ports.commands.put({
    ...{ schema: 1, id: `${bench.now}-x${window}`, group: 'moel', by: 'minji', at: bench.now },
    action: { type: 'end-maintenance', window },
  });
  await bench.evaluate();
}

const hoursOf = async (bench: EvaluationBench) =>
  Object.fromEntries(
    (
      await bench.ports.rollups.range('work24/probe', 'hour', kst('2024-07-01T00:00'), bench.now)
    ).map(({ start, seconds }) => [new Date(start + 9 * HOUR).getUTCHours(), seconds]),
  );

const waiting = async (bench: EvaluationBench) =>
  (await stateOf(bench)).outbox.filter(({ type }) => type === 'retroactive');

describe('maintenance declared afterwards', () => {
  it('counts its time, and no other, as maintenance: by the runs where it covers a part of an hour', async () => {
    const bench = await watched('2024-07-18T10:30', '2024-07-18T13:10');
    const before = await hoursOf(bench);
    expect(before[11]?.down).toBeGreaterThan(2_000);
    const today = kst('2024-07-18T00:00');
    await declare(bench, ['2024-07-18T11:05', '2024-07-18T12:15']);
    const after = await hoursOf(bench);
    expect(after[10]).toEqual(before[10]);
    expect(after[11]).toMatchObject({ down: 0, maintenance: 55 * 60 });
    // Up to 11:05 it had been up, and the run of 11:05 itself passed.
    expect(after[11]?.up).toBeGreaterThan(280);
    expect(after[12]?.maintenance).toBe(15 * 60);
    expect(after[12]?.up).toBeCloseTo(before[12]?.up ?? 0, 5);
    expect(await waiting(bench)).toEqual([]);
    // The day is not over yet. It is summed at its end.
    expect(await bench.ports.rollups.range('work24/probe', 'day', today, today + DAY)).toEqual([]);
  });

  it('leaves the hours of other services as they were', async () => {
    const bench = new EvaluationBench();
    const both = { 'work24/probe': PASSES, 'eps/probe': PASSES };
    for (let at = kst('2024-07-18T10:30'); at <= kst('2024-07-18T12:10'); at += MINUTE) {
      await bench.at((at - NINE_FIFTEEN) / SECOND, both);
    }
    const maintained = async (check: string) => {
      const [hour] = await bench.ports.rollups.range(
        check,
        'hour',
        kst('2024-07-18T11:00'),
        kst('2024-07-18T12:00'),
      );
      return hour?.seconds.maintenance;
    };
    const control = { check: 'control/probe', service: 'control', period: 'hour' } as const;
    await bench.ports.rollups.put(rollupAt(kst('2024-07-18T11:00'), control));
    await declare(bench, ['2024-07-18T11:00', '2024-07-18T11:10']);
    expect([await maintained('work24/probe'), await maintained('eps/probe')]).toEqual([600, 0]);
    await declare(bench, ['2024-07-18T11:30', '2024-07-18T11:40'], { id: 'moel.2', services: [] });
    expect([await maintained('work24/probe'), await maintained('eps/probe')]).toEqual([1_200, 600]);
    expect(await maintained('control/probe')).toBe(0);
  });

  it('moves nothing twice when it is declared twice, or applied again after a crash', async () => {
    const bench = await watched('2024-07-18T10:30', '2024-07-18T13:10');
    await declare(bench, ['2024-07-18T11:05', '2024-07-18T12:15']);
    const once = await hoursOf(bench);
    await declare(bench, ['2024-07-18T11:05', '2024-07-18T12:15'], { id: 'moel.again' });
    expect(await hoursOf(bench)).toEqual(once);
    await declare(bench, ['2024-07-18T11:50', '2024-07-18T12:30'], { id: 'moel.more' });
    const more = await hoursOf(bench);
    expect([more[11], more[12]?.maintenance]).toEqual([once[11], 30 * 60]);
  });

  it('waits for hours that are still counted; afterwards declared maintenance changes the sum for a day', async () => {
    const bench = await watched('2024-07-18T20:30', '2024-07-19T00:10');
    await declare(bench, ['2024-07-18T21:00', '2024-07-18T23:00']);
    const start = kst('2024-07-18T00:00');
    const [day] = await bench.ports.rollups.range('work24/probe', 'day', start, start + DAY);
    expect(day?.seconds.maintenance).toBe(7_200);
    expect(day?.retroactive).toEqual([{ from: start + 21 * HOUR, to: start + 23 * HOUR }]);
    await declare(bench, ['2024-07-19T00:00', '2024-07-19T00:05'], { id: 'moel.now' });
    expect(await waiting(bench)).toHaveLength(1);
    for (let at = bench.now; at <= kst('2024-07-19T01:10'); at += 5 * MINUTE) {
      await bench.at((at - NINE_FIFTEEN) / SECOND, work24(PASSES));
    }
    expect(await waiting(bench)).toEqual([]);
    expect((await hoursOf(bench))[0]?.maintenance).toBe(300);
  });

  it('gives its time back when it is withdrawn, but for what another window covers', async () => {
    const bench = await watched('2024-07-18T10:30', '2024-07-18T13:10');
    const before = await hoursOf(bench);
    await declare(bench, ['2024-07-18T11:05', '2024-07-18T12:15']);
    await declare(bench, ['2024-07-18T12:00', '2024-07-18T12:10'], { id: 'moel.other' });
    await withdraw(bench);
    const after = await hoursOf(bench);
    expect([after[10], after[11]]).toEqual([before[10], before[11]]);
    expect(after[12]?.maintenance).toBe(600);
    await withdraw(bench, 'moel.other');
    expect(await hoursOf(bench)).toEqual(before);
    expect((await stateOf(bench)).windows).toEqual([]);
  });

  it('gives its time back to days as well, days after it was declared', async () => {
    const bench = await watched('2024-07-18T20:30', '2024-07-19T00:10');
    const start = kst('2024-07-18T00:00');
    const dayOf = async () =>
      (await bench.ports.rollups.range('work24/probe', 'day', start, start + DAY))[0];
    const before = await dayOf();
    await declare(bench, ['2024-07-18T21:00', '2024-07-18T23:00']);
    bench.now = kst('2024-07-25T00:00');
    await withdraw(bench);
    // The hours of the gap are written first, several at once.
    for (let left = 9; left > 0 && (await waiting(bench)).length > 0; left -= 1) {
      bench.now += MINUTE;
      await bench.evaluate();
    }
    expect(await dayOf()).toEqual(before);
  });

  it('moves nothing when it is withdrawn before its hours are written', async () => {
    const bench = await watched('2024-07-18T10:30', '2024-07-18T11:30');
    await declare(bench, ['2024-07-18T11:00', '2024-07-18T11:20']);
    await withdraw(bench);
    expect(await waiting(bench)).toHaveLength(1);
    for (let at = bench.now; at <= kst('2024-07-18T12:20'); at += MINUTE) {
      await bench.at((at - NINE_FIFTEEN) / SECOND, work24(PASSES));
    }
    expect(await waiting(bench)).toEqual([]);
    expect((await hoursOf(bench))[11]?.maintenance).toBe(0);
  });

  it('leaves a closed month as it was published', async () => {
    const bench = await watched('2024-07-18T10:30', '2024-07-18T13:10');
    const { rollups } = bench.ports;
    const [hour] = await rollups.range('work24/probe', 'hour', kst('2024-07-01T00:00'), bench.now);
    if (!hour) throw new Error('no hour');
    const start = kst('2024-07-01T00:00');
    await rollups.put({ ...hour, period: 'month', start, frozen: true });
    const before = await hoursOf(bench);
    await declare(bench, ['2024-07-18T11:00', '2024-07-18T12:00']);
    expect(await hoursOf(bench)).toEqual(before);
    expect(bench.logged).toContainEqual({ level: 'warn', event: 'month closed: figures stay' });
  });

  it('of more days than may wait is refused', async () => {
    const bench = await watched('2024-07-18T10:30', '2024-07-18T11:10');
    bench.now = kst('2024-08-20T00:00');
    for (const day of ['01', '02', '03', '04']) {
      const window = [`2024-07-${day}T00:00`, `2024-08-${day}T00:00`] as const;
      await declare(bench, window, { id: `moel.${day}` });
    }
    expect((await waiting(bench)).length).toBeLessThanOrEqual(70);
  });
});

describe('totals of the group', () => {
  /** Totals and rollups of everything written, by check, period and start. */
  async function written({ ports, now }: EvaluationBench) {
    const { rollups, configuration } = ports;
    const window = [kst('2024-06-01T00:00'), now] as const;
    const line = ({ check, period, start, seconds, blips }: Totals) =>
      [check, period, start, ...Object.entries(seconds).toSorted(), blips ?? 0].join(' ');
    const periods = ['hour', 'day', 'month'] as const;
    const totals = periods.map((period) => rollups.totals('moel', period, ...window));
    const own = configuration.catalogue.checks
      .filter(({ group }) => group === 'moel')
      .flatMap(({ id }) => periods.map((period) => rollups.range(id, period, ...window)));
    const lines = async (reads: readonly Promise<readonly Totals[]>[]) =>
      (await Promise.all(reads)).flat().map(line).toSorted();
    return { totals: await lines(totals), rollups: await lines(own) };
  }

  it('say what the rollups say: when hours, days and months end, and after every change', async () => {
    const bench = await watched('2024-07-31T21:30', '2024-08-01T02:10');
    const closed = await written(bench);
    expect(closed.totals.some((line) => line.includes('month'))).toBe(true);
    expect(closed.totals).toEqual(closed.rollups);
    await declare(bench, ['2024-08-01T00:30', '2024-08-01T01:30']);
    const declared = await written(bench);
    expect(declared.totals).toEqual(declared.rollups);
    expect(declared.totals).not.toEqual(closed.totals);
    await withdraw(bench);
    expect(await written(bench)).toEqual(closed);
  });

  it('are written again with their rollups when that fails, or a part of it', async () => {
    const bench = await watched('2024-07-17T22:30', '2024-07-18T01:10');
    const refuse = async () => Promise.reject(new VersionConflictError('moved on', 'again'));
    const restore = bench.replace('rollups', { addTotals: refuse });
    await declare(bench, ['2024-07-17T23:00', '2024-07-18T00:30']);
    expect(await waiting(bench)).toHaveLength(2);
    const between = await written(bench);
    expect(between.totals).not.toEqual(between.rollups);
    restore();
    bench.now += MINUTE;
    await bench.evaluate();
    expect(await waiting(bench)).toEqual([]);
    const after = await written(bench);
    expect(after.totals).toEqual(after.rollups);
    expect(after.rollups).toEqual(between.rollups);
  });
});
