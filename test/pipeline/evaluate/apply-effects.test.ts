import { describe, expect, it } from 'vitest';
import type { Effect } from '#core/detection/effects';
import { emptyGroupState } from '#core/detection/empty-state';
import { DAY, HOUR, MINUTE, SECOND } from '#core/time/time';
import { applyEffects, MOST_AT_ONCE } from '#pipeline/evaluate/apply-effects';
import { rollupAt } from '../../adapters/dynamodb/samples.ts';
import { NINE_FIFTEEN } from '../../support/builders.ts';
import {
  aboutToAnnounce,
  EvaluationBench,
  OUTAGE_ID,
  stateOf,
  work24,
} from '../../support/evaluation.ts';
import { HANGS } from '../../support/results.ts';
import { PASSES } from '../../support/watch.ts';

describe('what fails', () => {
  it('to be written holds up nothing else, and is written later', async () => {
    const bench = await aboutToAnnounce();
    const broken = async () => {
      throw new Error('throttled');
    };
    const { outages, board } = bench.ports;
    bench.ports = {
      ...bench.ports,
      outages: { ...outages, put: broken },
      board: { ...board, put: broken },
    };
    await bench.at(95);
    expect(bench.types).toEqual(['opened']);
    expect(await outages.get(OUTAGE_ID)).toBeUndefined();
    bench.ports = { ...bench.ports, outages, board };
    await bench.at(100);
    expect((await outages.get(OUTAGE_ID))?.state).toBe('open');
    expect(await board.get()).toHaveLength(1);
  });

  it('that was not requested in time is not requested later', async () => {
    const bench = new EvaluationBench();
    const healed = bench.replace('checkQueue', {
      send: async () => {
        throw new Error('no queue');
      },
    });
    await bench.at(0, work24(HANGS));
    healed();
    bench.now = NINE_FIFTEEN + 200 * SECOND;
    await bench.evaluate();
    expect(bench.asked).toEqual([]);
    expect((await stateOf(bench)).outbox).toEqual([]);
  });
});

describe('what is to be done', () => {
  const applied = async (...outbox: readonly Effect[]) => {
    const bench = new EvaluationBench();
    const state = { ...emptyGroupState('moel', NINE_FIFTEEN), outbox };
    const done = await applyEffects(state, bench.ports);
    return { bench, done: [...done] };
  };
  const blip = {
    service: 'work24',
    check: 'work24/probe',
    layer: 'data',
    kind: 'timeout',
    run: 'r1',
    startedBetween: { after: null, by: NINE_FIFTEEN },
    endedBetween: { after: NINE_FIFTEEN, by: NINE_FIFTEEN + MINUTE },
  } as const;

  it('about a blip is a notice', async () => {
    const { bench, done } = await applied({ type: 'blip', blip });
    expect(bench.types).toEqual(['blip']);
    expect(done).toEqual(['blip r1']);
    expect(bench.logged).toEqual([]);
  });

  it('about an outage that is forgotten writes nothing', async () => {
    const { bench, done } = await applied({ type: 'outage', outage: OUTAGE_ID });
    expect(done).toEqual([`outage ${OUTAGE_ID}`]);
    expect((await bench.ports.outages.list({ limit: 5 })).items).toEqual([]);
  });

  it('about days that are over waits for every hour that is on its way', async () => {
    const day = Date.parse('2024-07-17T00:00:00+09:00');
    const past: Effect = {
      ...{ type: 'retroactive', window: 'w', services: ['work24'], from: day, to: day + HOUR },
    };
    const refuse = async () => Promise.reject(new Error('throttled'));
    const bench = new EvaluationBench();
    bench.replace('rollups', { put: refuse });
    const hour: Effect = { type: 'rollup', rollup: rollupAt(day) };
    const doneOf = async (...outbox: readonly Effect[]) => {
      const state = { ...emptyGroupState('moel', NINE_FIFTEEN), outbox };
      return [...(await applyEffects(state, bench.ports))];
    };
    expect(await doneOf(hour, past)).toEqual([]);
    expect(await doneOf(past)).toEqual([`retroactive w ${day}`]);
  });
});

describe('a month', () => {
  const JULY = Date.parse('2024-07-01T00:00:00+09:00');
  const AUGUST = Date.parse('2024-08-01T00:00:00+09:00');
  const about = { type: 'merge', check: 'work24/probe', service: 'work24' } as const;
  const isWritten = async (day: number, check: string = about.check) => {
    const bench = new EvaluationBench();
    const { rollups } = bench.ports;
    bench.replace('rollups', {
      put: (rollup) =>
        rollup.period === 'day' ? Promise.reject(new Error('throttled')) : rollups.put(rollup),
    });
    const outbox: Effect[] = [
      { ...about, check, period: 'day', from: day, to: day + DAY },
      { ...about, period: 'month', from: JULY, to: AUGUST },
    ];
    const state = { ...emptyGroupState('moel', NINE_FIFTEEN), outbox };
    return [...(await applyEffects(state, bench.ports))].some((key) => key.includes('month'));
  };

  it('waits for its own days, not for those after it, nor for those of another check', async () => {
    expect(await isWritten(AUGUST - DAY)).toBe(false);
    expect(await isWritten(AUGUST)).toBe(true);
    expect(await isWritten(AUGUST - DAY, 'eps/probe')).toBe(true);
  });
});

describe('what is added up', () => {
  const JULY = Date.parse('2024-07-01T00:00:00+09:00');
  const about = { type: 'merge', check: 'work24/login', service: 'work24' } as const;

  it('is hours for a day, and days for a month, which is then closed', async () => {
    const bench = new EvaluationBench();
    const { rollups } = bench.ports;
    await rollups.put(rollupAt(JULY, { results: { passed: 5 } }));
    await rollups.put(rollupAt(JULY, { period: 'day', results: { passed: 700 } }));
    await rollups.put(rollupAt(JULY + DAY, { period: 'day', results: { passed: 30 } }));
    const apply = async (period: 'day' | 'month', to: number) => {
      const outbox: Effect[] = [{ ...about, period, from: JULY, to }];
      await applyEffects({ ...emptyGroupState('moel', NINE_FIFTEEN), outbox }, bench.ports);
      return (await rollups.range('work24/login', period, JULY, to))[0];
    };
    const month = await apply('month', JULY + 31 * DAY);
    expect(month).toMatchObject({ frozen: true, results: { passed: 730 } });
    expect(await apply('day', JULY + DAY)).toMatchObject({ frozen: false, results: { passed: 5 } });
  });
});

describe('a day', () => {
  const DAY_START = Date.parse('2024-07-17T00:00:00+09:00');
  const about = { type: 'merge', check: 'work24/probe', service: 'work24' } as const;
  const span = { from: DAY_START, to: DAY_START + DAY };
  const hourOf = (check: string): Effect => ({
    type: 'rollup',
    rollup: rollupAt(DAY_START, { check }),
  });
  const pastOf = (from: number, to: number): Effect => ({
    ...{ type: 'retroactive', window: 'w', services: [], from, to },
  });
  /** Whether the day is summed while hours, and days changed afterwards, cannot be written. */
  const isAddedUp = async (...outbox: readonly Effect[]) => {
    const bench = new EvaluationBench();
    const { rollups } = bench.ports;
    bench.replace('rollups', {
      put: (rollup) =>
        rollup.period === 'hour' ? Promise.reject(new Error('throttled')) : rollups.put(rollup),
      range: async () => Promise.reject(new Error('throttled')),
    });
    const own: Effect = { ...about, period: 'day', ...span };
    const state = { ...emptyGroupState('moel', NINE_FIFTEEN), outbox: [...outbox, own] };
    return [...(await applyEffects(state, bench.ports))].some((key) => key.startsWith('merge'));
  };

  it('waits for the hours of its check, and for those of no other', async () => {
    expect(await isAddedUp(hourOf('work24/probe'))).toBe(false);
    expect(await isAddedUp(hourOf('eps/probe'))).toBe(true);
    expect(await isAddedUp()).toBe(true);
  });

  it('waits for maintenance declared afterwards inside it, not outside it', async () => {
    expect(await isAddedUp(pastOf(span.from - HOUR, span.from + 1))).toBe(false);
    expect(await isAddedUp(pastOf(span.to - 1, span.to + HOUR))).toBe(false);
    expect(await isAddedUp(pastOf(span.from - HOUR, span.from))).toBe(true);
    expect(await isAddedUp(pastOf(span.to, span.to + HOUR))).toBe(true);
  });

  it('does not wait for another day or for its month', async () => {
    const other: Effect = { ...about, period: 'day', from: span.from - DAY, to: span.from };
    const month: Effect = { ...about, period: 'month', from: span.from, to: span.to };
    expect(await isAddedUp(other)).toBe(true);
    expect(await isAddedUp(month)).toBe(true);
  });
});

describe('hours, days and months', () => {
  const begin = Date.parse('2024-07-31T23:00:00+09:00');
  const seconds = (at: number) => (at - NINE_FIFTEEN) / SECOND;

  async function acrossMidnight(bench = new EvaluationBench()): Promise<EvaluationBench> {
    bench.now = begin;
    for (let at = begin + 5 * MINUTE; at <= begin + 2 * HOUR; at += 5 * MINUTE) {
      await bench.at(seconds(at), work24(PASSES));
    }
    return bench;
  }

  const range = (bench: EvaluationBench, period: 'hour' | 'day' | 'month') =>
    bench.ports.rollups.range('work24/probe', period, begin - 40 * DAY, begin + DAY);

  it('are written when they are over; a month is frozen', async () => {
    const bench = await acrossMidnight();
    expect(await range(bench, 'hour')).toHaveLength(1);
    const [day] = await range(bench, 'day');
    const [month] = await range(bench, 'month');
    expect(day).toMatchObject({ frozen: false, results: { passed: 12 } });
    expect(month).toMatchObject({ frozen: true, results: { passed: 12 } });
    expect(month?.start).toBe(Date.parse('2024-07-01T00:00:00+09:00'));
  });

  it('are not added up before every part is written', async () => {
    const bench = new EvaluationBench();
    const { rollups } = bench.ports;
    let refused = 0;
    bench.replace('rollups', {
      put: (rollup) => {
        const refuses = rollup.period === 'hour' && refused < 30;
        if (refuses) refused += 1;
        return refuses ? Promise.reject(new Error('throttled')) : rollups.put(rollup);
      },
    });
    await acrossMidnight(bench);
    expect(refused).toBe(30);
    const [day] = await range(bench, 'day');
    const [month] = await range(bench, 'month');
    expect(day?.results).toEqual({ passed: 12 });
    expect(month?.results).toEqual({ passed: 12 });
  });

  it('of a month without the monitor are written bit by bit', async () => {
    const bench = new EvaluationBench();
    await bench.at(0, work24(PASSES));
    const month = (30 * DAY) / SECOND;
    await bench.at(month, work24(PASSES));
    const left = (await stateOf(bench)).outbox.filter(({ type }) => type === 'rollup').length;
    expect(left).toBeGreaterThan(5_000);
    for (let minute = 1; minute <= 3; minute += 1) await bench.at(month + minute * 60);
    const after = (await stateOf(bench)).outbox.filter(({ type }) => type === 'rollup').length;
    expect(left - after).toBe(3 * MOST_AT_ONCE);
  });
});
