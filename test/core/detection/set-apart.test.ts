import { describe, expect, it } from 'vitest';
import { HANGS } from '../../support/results.ts';
import { PASSES, type Runs, Watch } from '../../support/watch.ts';

const OTHERS = ['work24/probe', 'hrd-net/probe'];
const EPS = 'eps/probe';

function runs(ids: readonly string[], seen: Runs[string]): Runs {
  return Object.fromEntries(ids.map((id) => [id, seen]));
}

/** All fail from 60 s on. From 300 s on all work again except eps. */
function leftOver(until: number): Watch {
  const watch = new Watch().at(0, { ...runs(OTHERS, PASSES), [EPS]: PASSES });
  watch.every(60, [60, 240], { ...runs(OTHERS, HANGS), [EPS]: HANGS });
  return watch.every(60, [300, until], { ...runs(OTHERS, PASSES), [EPS]: HANGS });
}

const FIRST = 'moel-20240718-0916';
const REST = 'moel-20240718-0916-2';

describe('of several services one that does not return', () => {
  it('holds its outage open until the others have worked for a quarter of an hour', () => {
    expect(leftOver(1_140).outage.state).toBe('open');
    const [first, rest] = leftOver(1_320).outages;
    expect(first).toMatchObject({ id: FIRST, state: 'closed' });
    expect(rest).toMatchObject({ id: REST, state: 'open', continues: FIRST });
  });

  it('continues as its own outage from that moment on, unless it works again by then', () => {
    expect(leftOver(1_200).outages.map(({ id }) => id)).toEqual([FIRST, REST]);
    const passing = { ...runs(OTHERS, PASSES), [EPS]: PASSES };
    const watch = leftOver(1_140).every(60, [1_200, 1_500], passing);
    expect(watch.outages.map(({ id, state }) => [id, state])).toEqual([[FIRST, 'closed']]);
  });

  it('is named as still down when the end of the others is told', () => {
    const [closed] = leftOver(1_320).shared('closed');
    expect(closed).toMatchObject({ outage: FIRST, services: ['work24', 'hrd-net'] });
    expect(closed?.sms).toBe('[복구] 고용24 외 1곳 09:20 정상화, EPS 계속 장애');
    expect(closed?.text).toContain('아직 복구되지 않은 서비스:\n  - 외국인고용관리시스템');
    expect(closed?.text).not.toContain('모든 서비스가 정상');
  });

  it('ends the outage when the others ended, and counts its own time by itself', () => {
    const [first, rest] = leftOver(1_500).outages;
    const seconds = (at: number) => (at - (first?.startedBetween.by ?? 0)) / 1_000;
    expect(seconds(first?.endedBetween?.by ?? 0)).toBe(240);
    expect(first?.downSeconds).toBeLessThanOrEqual(240);
    expect(rest?.downSeconds).toBeGreaterThan(1_200);
  });

  it('continues without reminders, and its end is told', () => {
    const watch = leftOver(7_200);
    expect(watch.shared().map(({ type, outage }) => [type, outage])).toEqual([
      ['opened', FIRST],
      ['closed', FIRST],
    ]);
    watch.every(60, [7_260, 7_560], { ...runs(OTHERS, PASSES), [EPS]: PASSES });
    expect(watch.shared().at(-1)).toMatchObject({ type: 'closed', outage: REST });
    expect(watch.shared().at(-1)?.sms).toContain('[복구] EPS');
  });

  it('accepts no new services: a later failure is an outage of its own', () => {
    const watch = leftOver(3_000);
    watch.every(60, [3_060, 3_180], { ...runs(OTHERS, HANGS), [EPS]: HANGS });
    expect(watch.shared('opened').map(({ outage }) => outage)).toEqual([
      FIRST,
      'moel-20240718-1006',
    ]);
  });

  it('accepts none after its end either', () => {
    const watch = leftOver(1_320);
    watch.every(60, [1_380, 1_680], { ...runs(OTHERS, PASSES), [EPS]: PASSES });
    expect(watch.shared().at(-1)).toMatchObject({ type: 'closed', outage: REST });
    // The first outage is too old to go on, and the rest was never about this service.
    watch.every(60, [2_300, 2_480], { ...runs(OTHERS, HANGS), [EPS]: PASSES });
    expect(watch.shared('opened').at(-1)).toMatchObject({ services: ['work24', 'hrd-net'] });
    expect(watch.shared().filter(({ again }) => again)).toEqual([]);
  });

  it('stays in its outage where it is one of two', () => {
    const watch = new Watch().at(0, { ...runs(OTHERS, PASSES) });
    watch.every(60, [60, 240], runs(OTHERS, HANGS));
    watch.every(60, [300, 3_000], { [OTHERS[0] as string]: PASSES, [OTHERS[1] as string]: HANGS });
    expect(watch.outage).toMatchObject({ state: 'open' });
  });
});

describe('a service that does not return stays in its outage', () => {
  it('if that outage continues another one already', () => {
    const watch = leftOver(1_080);
    const held = watch.state.outages[FIRST];
    if (!held) throw new Error('no outage');
    const record = { ...held.record, continues: 'moel-20240718-0800' };
    watch.state = { ...watch.state, outages: { [FIRST]: { ...held, record } } };
    watch.every(60, [1_140, 1_800], { ...runs(OTHERS, PASSES), [EPS]: HANGS });
    expect(watch.outage).toMatchObject({ id: FIRST, state: 'open' });
  });
});

describe('a service that fails again long after it worked, while others of its outage are down', () => {
  it('is told as an outage of its own', () => {
    const watch = new Watch().at(0, { ...runs(OTHERS, PASSES), [EPS]: PASSES });
    watch.every(60, [60, 240], { 'work24/probe': HANGS, [EPS]: HANGS });
    watch.every(60, [300, 3_000], { 'work24/probe': HANGS, [EPS]: PASSES });
    watch.every(60, [7_260, 7_440], { 'work24/probe': HANGS, [EPS]: HANGS });
    expect(watch.shared('opened').map(({ services }) => services)).toEqual([
      ['work24', 'eps'],
      ['eps'],
    ]);
  });
});

describe('the records of a service that was set apart', () => {
  it('name on both sides the service that goes on', () => {
    for (const { timeline } of leftOver(1_320).outages) {
      const goesOn = timeline.filter(({ type }) => type === 'goes-on');
      expect(goesOn).toMatchObject([{ service: 'eps' }]);
    }
  });
});
