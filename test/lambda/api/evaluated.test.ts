import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#core/time/time';
import type * as status from '#lambda/api/schemas/status';
import type * as uptime from '#lambda/api/schemas/uptime';
import { evaluateGroup } from '#pipeline/evaluate/evaluate-group';
import { failedAt, resultAt } from '../../adapters/dynamodb/samples.ts';
import { channelOf } from '../../support/channels.ts';
import { type ApiBench, startApiBench } from './api-bench.ts';

type Body<Schema extends { readonly _output: unknown }> = Schema['_output'];

const BEGAN = Date.parse('2024-07-18T00:00:00Z');

describe('what the evaluator wrote, as the history API shows it', () => {
  let bench: ApiBench;
  /** Number of results in uptime after each evaluation. */
  const counted: number[] = [];
  const hourly = '/v1/services/work24/uptime?check=login&interval=hour&from=2024-07-18T00:00:00Z';
  beforeAll(async () => {
    bench = await startApiBench(BEGAN);
    const ports = {
      ...bench.stores,
      clock: bench.ports.clock,
      log: bench.ports.log,
      configuration: bench.ports.configuration,
      stage: 'test',
      channels: [channelOf()],
      checkQueue: { send: async () => undefined },
      metrics: { count: () => undefined },
    };
    for (let at = BEGAN; at < BEGAN + 2 * HOUR; at += 5 * MINUTE) {
      const failing = at === BEGAN + 30 * MINUTE;
      await bench.stores.results.put(failing ? failedAt(at) : resultAt(at));
      bench.setNow(at + MINUTE);
      await evaluateGroup({ v: 1, group: 'moel', at: at + MINUTE, reason: 'tick' }, ports);
      const { checks } = await bench.json<Body<typeof uptime.uptime>>(hourly);
      const { passed = 0, failed = 0 } = checks[0]?.results ?? {};
      counted.push(passed + failed);
    }
  });
  afterAll(() => bench.stop());

  it('is the last result of each check, with how fresh it is', async () => {
    const board = await bench.json<Body<typeof status.status>>('/v1/status');
    const login = board.services
      .find(({ id }) => id === 'work24')
      ?.checks.find(({ id }) => id === 'work24/login');
    expect(login?.lastResult).toMatchObject({ result: 'passed', durationMs: 1_000 });
    expect(board.freshness.evaluatedAt).toBe('2024-07-18T01:56:00.000Z');
  });

  it('is counters of results by outcome, and where the last run spent its time', async () => {
    const metrics = await (await bench.get('/v1/metrics')).text();
    const spent = 'bonghwa_check_layer_duration_seconds{service="work24",check="work24/login"';
    expect(metrics).toContain(`${spent},layer="static"} 0.3\n`);
    expect(metrics).toContain(`${spent},layer="data"} 0.7\n`);
    const counter = (result: string) =>
      `bonghwa_results_total{service="work24",check="work24/login",result="${result}"}`;
    expect(metrics).toContain(`${counter('passed')} 23\n`);
    expect(metrics).toContain(`${counter('failed')} 1\n`);
  });

  it('is uptime in which each result counts at once, and once', () => {
    expect(counted).toEqual(counted.map((_, index) => index + 1));
  });

  it('is uptime by the hour, with the counted part of the current hour', async () => {
    const { buckets } = await bench.json<Body<typeof uptime.uptime>>(hourly);
    expect(buckets.map(({ partial }) => partial)).toEqual([false, true]);
    const results = buckets.map(({ checks }) => checks[0]?.results);
    expect(buckets[0]?.checks[0]?.kinds).toEqual({ timeout: 1 });
    expect(results).toEqual([{ passed: 11, failed: 1 }, { passed: 12 }]);
    const totals = buckets.map(({ seconds: { up, degraded, down, maintenance, unknown } }) =>
      Math.round(up + degraded + down + maintenance + unknown),
    );
    // Counted up to the end of the last run, 01:55:01.4.
    expect(totals).toEqual([3_600, 3_301]);
  });
});
