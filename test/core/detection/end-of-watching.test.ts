import { describe, expect, it } from 'vitest';
import { MINUTE } from '#core/time/time';
import { dispatchTick } from '#pipeline/dispatch/dispatch-tick';
import { EvaluationBench } from '../../support/evaluation.ts';
import { HANGS } from '../../support/results.ts';
import { PASSES, Watch } from '../../support/watch.ts';

const WORK24 = 'work24/probe';
const EPS = 'eps/probe';

/** The same group after `services` were switched off. */
function without(watch: Watch, services: readonly string[]): Watch {
  const { catalogue } = watch.configuration;
  const kept = (id: string) => !services.includes(id);
  const rest = new Watch({
    ...watch.configuration,
    catalogue: {
      ...catalogue,
      services: catalogue.services.filter(({ id }) => kept(id)),
      checks: catalogue.checks.filter(({ service }) => kept(service)),
    },
  });
  rest.state = watch.state;
  return rest;
}

describe('a service that is switched off while it is down', () => {
  it('is told as no longer watched, never as recovered', () => {
    const watch = new Watch().at(0, { [WORK24]: PASSES }).every(60, [60, 600], { [WORK24]: HANGS });
    const after = without(watch, ['work24']).at(660);
    const [closed] = after.notices('closed');
    expect(closed?.sms).toBe('[모니터링 종료] work24 복구 미확인');
    expect(closed?.subject).toContain('[모니터링 종료]');
    expect(closed?.text).not.toContain('정상으로 돌아왔습니다');
    expect(after.outages[0]).toMatchObject({ state: 'closed' });
    expect(after.outages[0]?.endedBetween).toBeUndefined();
    expect(after.outages[0]?.timeline.map(({ type }) => type)).toContain('unwatched');
  });

  it('leaves the outage to the services that are still down', () => {
    const both = { [WORK24]: HANGS, [EPS]: HANGS };
    const watch = new Watch().at(0, { [WORK24]: PASSES, [EPS]: PASSES }).every(60, [60, 600], both);
    const after = without(watch, ['work24']).at(660, { [EPS]: HANGS });
    expect(after.shared('closed')).toEqual([]);
    expect(after.notices('closed')[0]?.to?.alone).toEqual(['work24']);
    expect(after.notices('closed')[0]?.sms).toBe('[모니터링 종료] work24 복구 미확인');
    after.every(30, [700, 1_000], { [EPS]: PASSES });
    expect(after.shared('closed')).toHaveLength(1);
    expect(after.shared('closed')[0]?.subject).toContain('[모니터링 종료]');
  });

  it('causes no notice if its outage was never told', () => {
    const watch = new Watch().at(0, { [WORK24]: PASSES }).at(60, { [WORK24]: HANGS });
    expect(without(watch, ['work24']).at(660).notices()).toEqual([]);
  });
});

describe('a group that is taken out of the configuration while its outage is open', () => {
  it('causes one notice about the end of watching', async () => {
    const bench = new EvaluationBench();
    await bench.at(0, { [WORK24]: PASSES });
    for (const s of [60, 65, 95, 120]) await bench.at(s, { [WORK24]: HANGS });
    const { configuration } = bench.ports;
    const nothing = { groups: [], services: [], checks: [], targets: [] };
    const catalogue = { ...configuration.catalogue, ...nothing };
    bench.ports = { ...bench.ports, configuration: { ...configuration, catalogue } };
    for (let s = 180; s < 600; s += 60) {
      bench.now += 60_000;
      await bench.evaluate();
    }
    expect(bench.types).toEqual(['opened', 'closed']);
    expect(bench.published[1]?.notice.sms).toContain('[모니터링 종료]');
  });

  it('causes it after a silence, and withholds it as silenced until then', async () => {
    const bench = new EvaluationBench();
    await bench.at(0, { [WORK24]: PASSES });
    for (const s of [60, 65, 95, 120]) await bench.at(s, { [WORK24]: HANGS });
    const silence = { id: 's1', services: [], from: bench.now, to: bench.now + 10 * MINUTE };
    await bench.ports.commands.put({
      schema: 1,
      id: `${String(bench.now).padStart(13, '0')}-1`,
      group: 'moel',
      by: 'minji',
      at: bench.now,
      action: { type: 'silence', silence: 's1', reason: 'moving', ...silence },
    });
    await bench.at(125, { [WORK24]: HANGS });
    const { configuration } = bench.ports;
    const nothing = { groups: [], services: [], checks: [], targets: [] };
    const catalogue = { ...configuration.catalogue, ...nothing };
    bench.ports = { ...bench.ports, configuration: { ...configuration, catalogue } };
    const evaluated = async () => {
      bench.now += MINUTE;
      const sent: string[] = [];
      const send = async ({ group }: { readonly group: string }) => void sent.push(group);
      const { board, groups, clock, checkQueue, metrics, log } = bench.ports;
      const ports = { board, groups, clock, checkQueue, metrics, log, evaluations: { send } };
      await dispatchTick(bench.now, { ...ports, configuration: bench.ports.configuration });
      for (const group of sent) await bench.evaluate(group);
      return sent.length;
    };
    await evaluated();
    expect(bench.types).toEqual(['opened']);
    const { items } = await bench.ports.outages.list({ limit: 10 });
    expect(items[0]?.timeline).toContainEqual(
      expect.objectContaining({ type: 'withheld', as: 'closed', reason: 'silenced' }),
    );
    for (let minute = 0; minute < 12; minute += 1) await evaluated();
    expect(bench.types).toEqual(['opened', 'closed']);
    expect(bench.published[1]?.notice.sms).toContain('[모니터링 종료]');
    expect(await evaluated()).toBe(0);
  });
});

describe('the time that it was seen down', () => {
  it('stays on the record of a service that is switched off', () => {
    const watch = new Watch().at(0, { [WORK24]: PASSES }).every(60, [60, 600], { [WORK24]: HANGS });
    const { downSeconds } = watch.outage;
    expect(downSeconds).toBe(539);
    expect(without(watch, ['work24']).at(660).outages[0]?.downSeconds).toBe(downSeconds);
  });
});

describe('the state of a group', () => {
  it('holds nothing of checks and services that are switched off', () => {
    const watch = new Watch().at(0, { [WORK24]: PASSES, [EPS]: PASSES });
    const { state } = without(watch.at(3_000, { [WORK24]: PASSES }), ['work24']).at(3_060);
    expect(Object.keys(state.checks).filter((id) => id.startsWith('work24/'))).toEqual([]);
    expect(Object.keys(state.services)).not.toContain('work24');
    expect(Object.keys(state.checks)).toContain(EPS);
  });
});
