import { describe, expect, it } from 'vitest';
import { METRICS } from '#contract/metrics';
import { PublishError, VersionConflictError } from '#core/errors';
import type { GroupState } from '#core/group-state';
import type { LedgerRow } from '#core/notice';
import { DAY, HOUR, MINUTE, SECOND } from '#core/time';
import { MOST_AT_ONCE } from '#pipeline/evaluate/apply-effects';
import { NINE_FIFTEEN } from '../support/builders.ts';
import { EvaluationBench } from '../support/evaluation.ts';
import { HANGS } from '../support/results.ts';
import { PASSES } from '../support/watch.ts';

const work24 = (seen: object) => ({ 'work24/probe': seen });
const ID = 'moel-20240718-0916';

/** Confirmed at 65 s, announced at 95 s, by an evaluator that nothing goes wrong for. */
async function announced(): Promise<EvaluationBench> {
  const bench = new EvaluationBench();
  await bench.at(0, work24(PASSES));
  await bench.at(60, work24(HANGS));
  await bench.at(65, work24(HANGS));
  await bench.at(95);
  return bench;
}

/** The same, up to just before it is announced. */
async function aboutToAnnounce(): Promise<EvaluationBench> {
  const bench = new EvaluationBench();
  await bench.at(0, work24(PASSES));
  await bench.at(60, work24(HANGS));
  await bench.at(65, work24(HANGS));
  return bench;
}

const state = async (bench: EvaluationBench): Promise<GroupState> => {
  const found = await bench.ports.groups.load('moel');
  if (!found) throw new Error('no state');
  return found;
};

const refuse = async () => {
  throw new PublishError('SNS did not answer.', 'It is sent again.');
};

describe('an evaluation', () => {
  it('asks for confirming runs, tells once, and writes outage and board', async () => {
    const bench = await announced();
    expect(bench.asked.map(({ check }) => check)).toContain('work24/probe');
    expect(bench.types).toEqual(['opened']);
    expect((await bench.ports.outages.get(ID))?.state).toBe('open');
    const [board] = await bench.ports.board.get();
    expect(board?.openOutages.map(({ id }) => id)).toEqual([ID]);
    expect(bench.row()).toMatchObject({ state: 'sent', messageId: 'message-1', attempts: 1 });
    expect((await state(bench)).outbox).toEqual([]);
  });

  it('tells of the end with the same care', async () => {
    const bench = await announced();
    for (const second of [130, 190, 250]) await bench.at(second, work24(PASSES));
    expect(bench.types).toEqual(['opened', 'closed']);
    expect((await bench.ports.outages.get(ID))?.state).toBe('closed');
  });

  it('counts itself and what is unsent', async () => {
    const bench = await aboutToAnnounce();
    bench.replace('publisher', { publish: refuse });
    expect(await bench.at(95)).toMatchObject({ unsent: 1 });
    expect(bench.counted[METRICS.evaluationDone]).toBe(4);
    expect(bench.counted[METRICS.noticesUnsent]).toBe(1);
  });

  it('of a group that nobody knows does nothing but say so', async () => {
    const bench = new EvaluationBench();
    expect(await bench.evaluate('control')).toEqual({ version: 0, unsent: 0 });
    expect(await bench.ports.groups.load('control')).toBeUndefined();
    expect(bench.logged.map(({ level }) => level)).toEqual(['warn']);
  });

  it('logs each oddity once', async () => {
    const bench = new EvaluationBench();
    await bench.at(0, work24(PASSES));
    const [result] = await bench.ports.results.since('work24', 0);
    if (!result) throw new Error('no result');
    const stray = { ...result, run: 'stray', check: 'work24/gone' };
    await bench.ports.results.put(stray);
    await bench.at(10);
    await bench.at(20);
    expect(bench.logged.filter(({ event }) => event === 'oddity')).toHaveLength(1);
  });

  it('folds commands that arrived out of order, each once', async () => {
    const bench = await announced();
    const command = (ms: number) => ({
      schema: 1 as const,
      id: `${String(NINE_FIFTEEN + ms).padStart(13, '0')}-a`,
      group: 'moel',
      by: 'jiho',
      at: NINE_FIFTEEN + ms,
      action: { type: 'note' as const, outage: ID, text: `${ms}` },
    });
    await bench.ports.commands.put(command(100_010));
    await bench.at(101);
    await bench.ports.commands.put(command(100_000));
    await bench.at(102);
    await bench.at(103);
    const notes = (await bench.ports.outages.get(ID))?.notes.map(({ text }) => text);
    expect(notes).toEqual(['100010', '100000']);
  });
});

describe('a notice', () => {
  it('is in the ledger before it is sent', async () => {
    const bench = await aboutToAnnounce();
    const seen: (LedgerRow | undefined)[] = [];
    const { publisher } = bench.ports;
    bench.replace('publisher', {
      publish: (notice, channel) => {
        seen.push(bench.row());
        return publisher.publish(notice, channel);
      },
    });
    await bench.at(95);
    expect(seen).toMatchObject([{ state: 'pending', attempts: 1, attemptedAt: bench.now }]);
  });

  it('is sent again after 30 s when its try never said how it ended', async () => {
    const bench = await aboutToAnnounce();
    const gone = bench.replace('publisher', { publish: () => new Promise(() => {}) });
    void bench.at(95);
    await new Promise((resolve) => setImmediate(resolve));
    gone();
    await bench.at(124);
    expect(bench.published).toEqual([]);
    await bench.at(125);
    expect(bench.published.map(({ notice }) => notice.id)).toEqual([`${ID}#1`]);
    expect(bench.row()).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('is left to whoever claimed it first', async () => {
    const bench = await aboutToAnnounce();
    bench.replace('ledger', { claim: async () => false });
    expect(await bench.at(95)).toMatchObject({ unsent: 1 });
    expect(bench.published).toEqual([]);
  });

  it('waits longer after each failure, then goes to the fallback topic, and the watchdog hears', async () => {
    const bench = await aboutToAnnounce();
    const tries: { second: number; channel: string }[] = [];
    let second = 95;
    bench.replace('publisher', {
      publish: async (_notice, channel) => {
        tries.push({ second, channel });
        return channel === 'primary' ? refuse() : 'fallback-1';
      },
    });
    for (; second <= 95 + 25 * 60; second += 5) await bench.at(second);
    expect(tries.map(({ second: at }) => at - 95)).toEqual([0, 30, 90, 210, 450, 455]);
    expect(tries.map(({ channel }) => channel)).toEqual([
      'primary',
      'primary',
      'primary',
      'primary',
      'primary',
      'fallback',
    ]);
    expect(bench.counted[METRICS.noticeFellBack]).toBe(1);
    expect(bench.row()).toMatchObject({ state: 'sent', channel: 'fallback', attempts: 6 });
  });

  it('that no topic takes is tried every five minutes, for ever', async () => {
    const bench = await aboutToAnnounce();
    let tries = 0;
    bench.replace('publisher', {
      publish: async () => {
        tries += 1;
        return refuse();
      },
    });
    for (let second = 95; second <= 95 + 2 * 3_600; second += 60) await bench.at(second);
    expect(tries).toBeGreaterThan(25);
    expect(bench.row()).toMatchObject({ state: 'failed', channel: 'fallback' });
  });

  it('that was sent is marked on the second try, and not sent again', async () => {
    const bench = await aboutToAnnounce();
    const { ledger } = bench.ports;
    let refused = 0;
    bench.replace('ledger', {
      update: (row) => {
        refused += 1;
        return refused < 3 ? Promise.reject(new Error('throttled')) : ledger.update(row);
      },
    });
    await bench.at(95);
    await bench.at(200);
    expect(bench.types).toEqual(['opened']);
    expect(bench.row()?.state).toBe('sent');
  });

  it('whose row is only half there is written anew and sent', async () => {
    const bench = await aboutToAnnounce();
    const { ledger } = bench.ports;
    bench.replace('ledger', {
      open: async (notice) => {
        if (!bench.rows.has(notice.id)) bench.rows.set(notice.id, { notice } as LedgerRow);
        return ledger.open(notice);
      },
    });
    await bench.at(95);
    expect(bench.types).toEqual(['opened']);
    expect(bench.row()).toMatchObject({ state: 'sent', attempts: 1, channel: 'primary' });
  });

  it('of an end waits for that of the begin', async () => {
    const bench = await aboutToAnnounce();
    const healed = bench.replace('publisher', { publish: refuse });
    await bench.at(95);
    for (const second of [130, 190, 250]) await bench.at(second, work24(PASSES));
    expect(bench.rows.size).toBe(1);
    healed();
    await bench.at(600);
    expect(bench.types).toEqual(['opened', 'closed']);
  });
});

/** Every call that an evaluation with an outage to announce makes, in order. */
async function callsOf(bench: EvaluationBench, crashAt: number, after: boolean): Promise<number> {
  let calls = 0;
  const dying = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get: (target, key) => {
        const method: unknown = Reflect.get(target, key);
        if (typeof method !== 'function') return method;
        return async (...args: unknown[]) => {
          calls += 1;
          if (calls > crashAt || (calls === crashAt && !after)) throw new Error('dead');
          const answer: unknown = await method.apply(target, args);
          if (calls === crashAt) throw new Error('dead');
          return answer;
        };
      },
    });
  const { ports } = bench;
  const { groups, results, commands, outages, ledger, rollups, board, publisher } = ports;
  bench.ports = {
    ...ports,
    groups: dying(groups),
    results: dying(results),
    commands: dying(commands),
    outages: dying(outages),
    ledger: dying(ledger),
    rollups: dying(rollups),
    board: dying(board),
    publisher: dying(publisher),
    checkQueue: dying(ports.checkQueue),
  };
  bench.now = NINE_FIFTEEN + 95 * SECOND;
  await bench.evaluate().catch(() => undefined);
  bench.ports = ports;
  return calls;
}

describe('a crash', () => {
  it.each([
    ['before', false],
    ['after', true],
  ] as const)('%s any call is made good by the next evaluation', async (_, after) => {
    const calls = await callsOf(await aboutToAnnounce(), Number.POSITIVE_INFINITY, after);
    expect(calls).toBeGreaterThan(12);
    for (let crashAt = 1; crashAt <= calls; crashAt += 1) {
      const bench = await aboutToAnnounce();
      await callsOf(bench, crashAt, after);
      await bench.at(130);
      await bench.at(160);
      const ids = new Set(bench.published.map(({ notice }) => notice.id));
      expect([...ids], `call ${crashAt}`).toEqual([`${ID}#1`]);
      expect(bench.published.length, `call ${crashAt}`).toBeLessThanOrEqual(2);
      expect(bench.row()?.state).toBe('sent');
      expect((await bench.ports.outages.get(ID))?.state).toBe('open');
      expect((await state(bench)).outbox).toEqual([]);
    }
  });
});

describe('two evaluators', () => {
  it('cannot both commit: the second tries again', async () => {
    const bench = await aboutToAnnounce();
    const { groups } = bench.ports;
    const late = bench.replace('groups', {
      commit: async (next) => {
        late();
        await bench.at(95);
        return groups.commit(next);
      },
    });
    bench.now = NINE_FIFTEEN + 95 * SECOND;
    await expect(bench.evaluate()).rejects.toBeInstanceOf(VersionConflictError);
    expect(bench.types).toEqual(['opened']);
    await bench.at(96);
    expect(bench.types).toEqual(['opened']);
  });

  it('do no harm when one settles what the other has replaced', async () => {
    const bench = await aboutToAnnounce();
    const { groups } = bench.ports;
    let commits = 0;
    bench.replace('groups', {
      commit: async (next) => {
        commits += 1;
        if (commits === 2) throw new VersionConflictError('moved on', 'again');
        return groups.commit(next);
      },
    });
    await bench.at(95);
    expect((await state(bench)).outbox.map(({ type }) => type)).toContain('notice');
    await bench.at(96);
    expect(bench.types).toEqual(['opened']);
    expect((await state(bench)).outbox).toEqual([]);
  });
});

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
    expect(await outages.get(ID)).toBeUndefined();
    bench.ports = { ...bench.ports, outages, board };
    await bench.at(100);
    expect((await outages.get(ID))?.state).toBe('open');
    expect(await board.get()).toHaveLength(1);
  });

  it('to be asked for in time is not asked for later', async () => {
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
    expect((await state(bench)).outbox).toEqual([]);
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
    const left = (await state(bench)).outbox.filter(({ type }) => type === 'rollup').length;
    expect(left).toBeGreaterThan(5_000);
    for (let minute = 1; minute <= 3; minute += 1) await bench.at(month + minute * 60);
    const after = (await state(bench)).outbox.filter(({ type }) => type === 'rollup').length;
    expect(left - after).toBe(3 * MOST_AT_ONCE);
  });
});
