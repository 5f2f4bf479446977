import { describe, expect, it } from 'vitest';
import { METRICS } from '#contract/metrics';
import { PublishError, VersionConflictError } from '#core/errors';
import { SECOND } from '#core/time/time';
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

const refuse = async () => {
  throw new PublishError('SNS did not answer.', 'It is sent again.');
};

/** Announced at 95 s, by an evaluator without any fault. */
async function announced(): Promise<EvaluationBench> {
  const bench = await aboutToAnnounce();
  await bench.at(95);
  return bench;
}

describe('an evaluation', () => {
  it('asks for confirming runs, tells once, and writes outage and board', async () => {
    const bench = await announced();
    expect(bench.asked.map(({ check }) => check)).toContain('work24/probe');
    expect(bench.types).toEqual(['opened']);
    expect((await bench.ports.outages.get(OUTAGE_ID))?.state).toBe('open');
    const [board] = await bench.ports.board.get();
    expect(board?.openOutages.map(({ id }) => id)).toEqual([OUTAGE_ID]);
    expect(bench.row()).toMatchObject({ state: 'sent', messageId: 'message-1', attempts: 1 });
    expect((await stateOf(bench)).outbox).toEqual([]);
  });

  it('tells of the end with the same care', async () => {
    const bench = await announced();
    for (const second of [130, 190, 250]) await bench.at(second, work24(PASSES));
    expect(bench.types).toEqual(['opened', 'closed']);
    expect((await bench.ports.outages.get(OUTAGE_ID))?.state).toBe('closed');
  });

  it('counts itself and the unsent notices', async () => {
    const bench = await aboutToAnnounce();
    bench.sendBy(refuse);
    expect(await bench.at(95)).toMatchObject({ unsent: 1 });
    expect(bench.counted[METRICS.evaluationDone]).toBe(4);
    expect(bench.counted[METRICS.noticesUnsent]).toBe(1);
  });

  it('of an unknown group only reports that', async () => {
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
      action: { type: 'acknowledge' as const, outage: OUTAGE_ID },
    });
    await bench.ports.commands.put(command(100_010));
    await bench.at(101);
    await bench.ports.commands.put(command(100_000));
    await bench.at(102);
    await bench.at(103);
    const timeline = (await bench.ports.outages.get(OUTAGE_ID))?.timeline ?? [];
    const given = timeline.filter(({ type }) => type === 'acknowledged').map(({ at }) => at);
    expect(given).toEqual([NINE_FIFTEEN + 100_010, NINE_FIFTEEN + 100_000]);
    const became = await bench.ports.commands.outcome('moel', command(100_000).id);
    expect(became).toEqual({ command: command(100_000).id, at: NINE_FIFTEEN + 102_000 });
  });
});

describe('a group that was taken out of the configuration', () => {
  async function takenOut(): Promise<EvaluationBench> {
    const bench = await announced();
    const catalogue = { groups: [], services: [], checks: [], targets: [], controls: [] };
    bench.ports = { ...bench.ports, configuration: { ...bench.ports.configuration, catalogue } };
    return bench;
  }
  const unknown = { version: 0, unsent: 0 };

  it('is evaluated until the end of every told outage is told, and no longer', async () => {
    const bench = await takenOut();
    const { channels } = bench.ports;
    bench.sendBy(refuse);
    expect(await bench.at(130)).toMatchObject({ unsent: 1 });
    expect(Object.values((await stateOf(bench)).outages).map(({ phase }) => phase)).toEqual([
      'closed',
    ]);
    bench.ports = { ...bench.ports, channels };
    expect(await bench.at(190)).toMatchObject({ unsent: 0 });
    expect(bench.types).toEqual(['opened', 'closed']);
    expect(await bench.at(250)).toEqual(unknown);
  });

  it('is evaluated for one open outage beside one that is over', async () => {
    const bench = await takenOut();
    const state = await stateOf(bench);
    const [open] = Object.values(state.outages);
    if (!open) throw new Error('no outage');
    const over = { ...open, record: { ...open.record, id: 'over' }, phase: 'closed' } as const;
    const outages = { over, [OUTAGE_ID]: open };
    bench.replace('groups', { load: async () => ({ ...state, outages, outbox: [] }) });
    expect(await bench.at(130)).not.toEqual(unknown);
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
  const { groups, results, commands, outages, ledger, rollups, board, channels } = ports;
  bench.ports = {
    ...ports,
    groups: dying(groups),
    results: dying(results),
    commands: dying(commands),
    outages: dying(outages),
    ledger: dying(ledger),
    rollups: dying(rollups),
    board: dying(board),
    channels: channels.map((channel) => ({ ...channel, send: dying(channel).send })),
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
      expect([...ids], `call ${crashAt}`).toEqual([`${OUTAGE_ID}#1`]);
      expect(bench.published.length, `call ${crashAt}`).toBeLessThanOrEqual(2);
      expect(bench.row()?.state).toBe('sent');
      expect((await bench.ports.outages.get(OUTAGE_ID))?.state).toBe('open');
      expect((await stateOf(bench)).outbox).toEqual([]);
    }
  });
});

describe('a store that fails', () => {
  it('fails the evaluation with its own error, before and after the effects', async () => {
    for (const failing of [1, 2]) {
      const bench = await aboutToAnnounce();
      const { groups } = bench.ports;
      let commits = 0;
      bench.replace('groups', {
        commit: async (next) => {
          commits += 1;
          if (commits === failing) throw new Error('no network');
          return groups.commit(next);
        },
      });
      await expect(bench.at(95)).rejects.toThrow('no network');
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
    expect((await stateOf(bench)).outbox.map(({ type }) => type)).toContain('notice');
    await bench.at(96);
    expect(bench.types).toEqual(['opened']);
    expect((await stateOf(bench)).outbox).toEqual([]);
  });
});

describe('the public page', () => {
  it('is requested when the board shows a change, and its failure delays nothing', async () => {
    const bench = new EvaluationBench();
    const called: string[] = [];
    bench.ports = { ...bench.ports, pageCaller: { changed: async (id) => void called.push(id) } };
    await bench.at(0, work24(PASSES));
    const before = called.length;
    await bench.at(60, work24(PASSES));
    expect(called).toHaveLength(before);
    await bench.at(120, work24(HANGS));
    expect(called.slice(before)).toEqual(['moel']);
    const refused = () => Promise.reject(new Error('throttled'));
    bench.ports = { ...bench.ports, pageCaller: { changed: refused } };
    await bench.at(125, work24(HANGS));
    await bench.at(155);
    expect(bench.types).toEqual(['opened']);
    expect(bench.logged.map(({ event }) => event)).toContain('page not asked for');
  });
});

describe('commands', () => {
  it('are all read by the first evaluation, then those of the last minutes', async () => {
    const bench = new EvaluationBench();
    const asked: string[] = [];
    const { commands } = bench.ports;
    bench.ports = {
      ...bench.ports,
      commands: {
        ...commands,
        after: async (group, after) => {
          asked.push(after);
          return commands.after(group, after);
        },
      },
    };
    await bench.at(0);
    await bench.at(60);
    expect(asked).toEqual(['', String(NINE_FIFTEEN - 330 * SECOND)]);
  });
});
