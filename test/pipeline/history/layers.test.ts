import { describe, expect, it } from 'vitest';
import type { Layer } from '#core/run/layer';
import type { Result, StepRecord } from '#core/run/result';
import { HOUR, MINUTE, SECOND } from '#core/time/time';
import { type LayerBucket, readLayers } from '#pipeline/history/read-layers';
import { NINE_FIFTEEN } from '../../support/builders.ts';
import { EvaluationBench, stateOf } from '../../support/evaluation.ts';
import { HANGS } from '../../support/results.ts';
import { PASSES, REFUSES } from '../../support/watch.ts';

const kst = (text: string) => Date.parse(`2024-07-18T${text}:00+09:00`);

/** Each layer takes a hundred milliseconds more than the one outside it. */
const steps = (['host', 'static', 'data'] as const).map((layer, index) => ({
  ...{ name: layer, layer, status: 'passed', startedMs: 0 },
  durationMs: 100 * (index + 1),
})) as readonly StepRecord[];

/**
 * A probe each minute. Nothing answers from 10:10 to 10:30; the data layer hangs from 11:10 to
 * 11:40.
 */
function seenAt(at: number): Partial<Result> {
  if (at >= kst('10:10') && at <= kst('10:30')) return REFUSES;
  return at >= kst('11:10') && at <= kst('11:40') ? HANGS : { ...PASSES, steps };
}

async function watched(to: string): Promise<EvaluationBench> {
  const bench = new EvaluationBench();
  for (let at = kst('09:30'); at <= kst(to); at += MINUTE) {
    await bench.at((at - NINE_FIFTEEN) / SECOND, { 'work24/probe': seenAt(at) });
  }
  return bench;
}

async function layersOf(bench: EvaluationBench, from: string, to: string) {
  const { clock, configuration, rollups, groups } = bench.ports;
  const window = { from: kst(from), to: kst(to) };
  const query = {
    service: 'work24',
    check: 'probe',
    interval: 'hour',
    zone: 'Asia/Seoul',
  } as const;
  const found = await readLayers(
    { ...query, ...window },
    { clock, configuration, rollups, groups },
  );
  const at = (hour: string, layer: Layer) =>
    found.find((one) => one.start === kst(hour) && one.layer === layer) as LayerBucket;
  return { found, at };
}

describe('layers over time', () => {
  it('are down where the check stopped, up outside it and unknown inside', async () => {
    const { at } = await layersOf(await watched('13:10'), '10:00', '12:00');
    const hang = 30 * 60;
    expect(at('11:00', 'data').seconds.down).toBe(hang);
    expect(at('11:00', 'host').seconds).toMatchObject({ down: 0 });
    expect(at('11:00', 'host').availability).toBe(1);
    expect(at('11:00', 'data').availability).toBeLessThan(0.6);
    const refused = 20 * 60;
    expect(at('10:00', 'host').seconds.down).toBe(refused);
    expect(at('10:00', 'data').seconds).toMatchObject({ down: 0 });
    expect(at('10:00', 'data').seconds.unknown).toBeGreaterThanOrEqual(refused);
    expect(at('10:00', 'data').availability).toBe(1);
    expect(at('10:00', 'data').unknownShare).toBeGreaterThan(0.3);
  });

  it('have the latency of their own steps, of runs that reached their end', async () => {
    const { at } = await layersOf(await watched('13:10'), '10:00', '12:00');
    const middle = (layer: Layer) => at('11:00', layer).latency?.p50 ?? 0;
    expect(Math.abs(middle('host') - 100)).toBeLessThan(5);
    expect(Math.abs(middle('data') - 300)).toBeLessThan(15);
    expect(at('11:00', 'data').latency?.count).toBe(29);
  });

  it('go as deep as the check, and show the running hour from the state', async () => {
    const bench = await watched('11:50');
    const { found, at } = await layersOf(bench, '11:00', '12:00');
    expect(found.map(({ layer }) => layer)).toEqual(['host', 'static', 'data']);
    expect(
      await bench.ports.rollups.range('work24/probe', 'hour', kst('11:00'), kst('12:00')),
    ).toEqual([]);
    expect(at('11:00', 'data').seconds.down).toBe(30 * 60);
  });

  it('are added up for a day, and survive the state of an older version that counted none', async () => {
    const bench = await watched('10:40');
    const state = await stateOf(bench);
    const checks = Object.fromEntries(
      Object.entries(state.checks).map(([id, check]) => {
        const hours = check.hours.map(({ layers: _, ...hour }) => hour);
        return [id, { ...check, hours }];
      }),
    );
    await bench.ports.groups.commit({ ...state, checks, version: state.version + 1 });
    for (let at = kst('10:41'); at <= kst('10:41') + HOUR; at += MINUTE) {
      await bench.at((at - NINE_FIFTEEN) / SECOND, { 'work24/probe': seenAt(at) });
    }
    const { at } = await layersOf(bench, '10:00', '12:00');
    const host = at('10:00', 'host').seconds;
    // Its downtime is known, but its layer is not.
    expect([host.down, host.unknown >= 20 * 60]).toEqual([0, true]);
  });
});

describe('time without any run', () => {
  it('is unknown at every layer, as long as it is', async () => {
    const { at } = await layersOf(await watched('13:10'), '08:00', '12:00');
    expect(at('08:00', 'host').seconds).toMatchObject({ up: 0, down: 0, unknown: 3_600 });
    expect(at('08:00', 'data').unknownShare).toBe(1);
    expect(at('11:00', 'host').seconds.unknown).toBeLessThan(300);
  });
});
