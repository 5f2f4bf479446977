import { describe, expect, it } from 'vitest';
import type { CheckRequest, EvaluationRequest } from '#contract/messages';
import { METRICS } from '#contract/metrics';
import type { GroupState } from '#core/detection/group-state';
import type { BoardGroup } from '#core/history/board';
import { MINUTE, SECOND } from '#core/time/time';
import { type DispatchPorts, dispatchTick } from '#pipeline/dispatch/dispatch-tick';
import { aConfiguration, NINE_FIFTEEN } from '../../support/builders.ts';
import { HANGS } from '../../support/results.ts';
import { Watch } from '../../support/watch.ts';

interface Bench extends DispatchPorts {
  readonly requests: CheckRequest[];
  readonly asked: EvaluationRequest[];
  readonly logged: string[];
  readonly counted: unknown[];
}

function bench(over: Partial<DispatchPorts> = {}, now = NINE_FIFTEEN): Bench {
  const requests: CheckRequest[] = [];
  const asked: EvaluationRequest[] = [];
  const logged: string[] = [];
  const counted: unknown[] = [];
  const log = (event: string) => void logged.push(event);
  return {
    requests,
    asked,
    logged,
    counted,
    clock: { now: () => now, secondsUntil: () => 0 },
    groups: { load: async () => undefined, commit: async () => {} },
    board: { get: async () => [] },
    checkQueue: { send: async (sent) => void requests.push(...sent) },
    evaluations: { send: async (request) => void asked.push(request) },
    metrics: { count: (...all) => void counted.push(all) },
    log: { info: log, warn: log, error: log },
    configuration: aConfiguration(),
    ...over,
  };
}

/** On the board, with or without an outage. */
function onBoard(group: string, open: boolean): BoardGroup {
  const outage = {
    id: `${group}-20240718-0900`,
    services: ['eps'],
    cause: {
      layer: 'host',
      kind: 'timeout',
      confidence: 'likely',
      shared: false,
      databaseText: false,
    },
    startedBetween: { after: null, by: NINE_FIFTEEN },
    acknowledged: false,
  } as const;
  return {
    group,
    updatedAt: NINE_FIFTEEN,
    services: [],
    openOutages: open ? [outage] : [],
    networkInDoubt: false,
  };
}

describe('a group that was taken out of the configuration', () => {
  it('is evaluated until the end of every told outage is told', async () => {
    const ports = bench({ board: { get: async () => [onBoard('old', true)] } });
    await dispatchTick(NINE_FIFTEEN, ports);
    expect(ports.asked.map(({ group }) => group)).toEqual(['moel', 'old']);
    const over = bench({ board: { get: async () => [onBoard('old', false)] } });
    await dispatchTick(NINE_FIFTEEN, over);
    expect(over.asked.map(({ group }) => group)).toEqual(['moel']);
  });

  it('is evaluated once where it is still configured, and the rest goes on without the board', async () => {
    const ports = bench({ board: { get: async () => [onBoard('moel', true)] } });
    await dispatchTick(NINE_FIFTEEN, ports);
    expect(ports.asked).toHaveLength(1);
    const blind = bench({ board: { get: () => Promise.reject(new Error('throttled')) } });
    await dispatchTick(NINE_FIFTEEN, blind);
    expect(blind.asked).toHaveLength(1);
    expect(blind.logged).toEqual(['board not read']);
  });
});

describe('a tick', () => {
  it('sends the checks due in its minute, staggered, and requests an evaluation of every group', async () => {
    const ports = bench();
    await dispatchTick(NINE_FIFTEEN, ports);
    const probes = ports.requests.filter(({ check }) => check.endsWith('/probe'));
    const own = probes.filter(({ group }) => group === 'moel');
    expect(own.map(({ scheduledAt }) => (scheduledAt - NINE_FIFTEEN) / SECOND)).toEqual([
      0, 10, 20, 30, 40, 50,
    ]);
    expect(ports.asked).toEqual([{ v: 1, group: 'moel', at: NINE_FIFTEEN, reason: 'tick' }]);
  });

  it('asks for the end-to-end check of every group once a day, at 09:00 KST', async () => {
    const ports = bench();
    for (let minute = 0; minute < 24 * 60; minute += 1) {
      const at = NINE_FIFTEEN + minute * MINUTE;
      await dispatchTick(at, { ...ports, clock: { now: () => at + 7_000, secondsUntil: () => 0 } });
    }
    const proofs = ports.asked.filter(({ reason }) => reason === 'end-to-end');
    const nine = NINE_FIFTEEN + (24 * 60 - 15) * MINUTE;
    expect(proofs).toEqual([{ v: 1, group: 'moel', at: nine + 7_000, reason: 'end-to-end' }]);
  });

  it('over an interval sends each check as often as its interval says, and no run twice', async () => {
    const ports = bench();
    for (let minute = 0; minute < 60; minute += 1) {
      const at = NINE_FIFTEEN + minute * MINUTE;
      await dispatchTick(at, { ...ports, clock: { now: () => at, secondsUntil: () => 0 } });
    }
    const count = (check: string) =>
      ports.requests.filter((request) => request.check === check).length;
    expect(count('eps/probe')).toBe(60);
    expect(count('eps/login')).toBe(12);
    const runs = ports.requests.map(({ run }) => run);
    expect(new Set(runs).size).toBe(runs.length);
  });

  it('twice asks for the same runs', async () => {
    const [one, two] = [bench(), bench()];
    await dispatchTick(NINE_FIFTEEN, one);
    await dispatchTick(NINE_FIFTEEN + 20 * SECOND, two);
    expect(two.requests).toEqual(one.requests);
  });

  it('up to two and a half minutes late sends all that is due in its minute', async () => {
    const [punctual, late] = [bench(), bench({}, NINE_FIFTEEN + 150 * SECOND)];
    await dispatchTick(NINE_FIFTEEN, punctual);
    await dispatchTick(NINE_FIFTEEN, late);
    expect(late.requests).toEqual(punctual.requests);
    expect(late.counted).toEqual([]);
  });

  it('later than that leaves out and counts what no checker would still run', async () => {
    const ports = bench({}, NINE_FIFTEEN + 185 * SECOND);
    await dispatchTick(NINE_FIFTEEN, ports);
    expect(ports.requests.length).toBeGreaterThan(0);
    expect(ports.requests.every(({ scheduledAt }) => scheduledAt >= NINE_FIFTEEN + 35_000)).toBe(
      true,
    );
    const punctual = bench();
    await dispatchTick(NINE_FIFTEEN, punctual);
    const dropped = punctual.requests.length - ports.requests.length;
    expect(ports.counted).toEqual([[METRICS.runsDropped, dropped, {}]]);
  });

  it('however late asks for an evaluation of every group', async () => {
    const ports = bench({}, NINE_FIFTEEN + 3_600 * SECOND);
    expect(await dispatchTick(NINE_FIFTEEN, ports)).toEqual({ sent: 0 });
    expect(ports.asked).toHaveLength(1);
  });

  it('slows down in an outage by what the state says, and keeps the pace when it cannot be read', async () => {
    const both = { 'eps/probe': HANGS, 'hrd-net/probe': HANGS };
    const down = new Watch().at(0, both).at(5, both);
    const loads = (load: () => Promise<GroupState>) =>
      bench({ groups: { load, commit: async () => {} } });
    const slow = loads(async () => down.state);
    const blind = loads(async () => {
      throw new Error('throttled');
    });
    const isHrd = ({ check }: CheckRequest) => check === 'hrd-net/probe';
    const at = NINE_FIFTEEN + MINUTE;
    const clock = { now: () => at, secondsUntil: () => 0 };
    await dispatchTick(at, { ...slow, clock });
    await dispatchTick(at, { ...blind, clock });
    expect(slow.requests.some(isHrd)).toBe(false);
    expect(blind.requests.some(isHrd)).toBe(true);
    expect(blind.logged).toHaveLength(1);
  });

  it('sends everything that it can before it reports what it could not send', async () => {
    const ports = bench({ checkQueue: { send: () => Promise.reject(new Error('no queue')) } });
    await expect(dispatchTick(NINE_FIFTEEN, ports)).rejects.toThrow('no queue');
    expect(ports.asked).toHaveLength(1);
  });
});
