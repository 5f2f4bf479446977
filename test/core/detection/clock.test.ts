import { describe, expect, it } from 'vitest';
import { turnedBack } from '#core/detection/clock';
import { emptyCheckState, emptyGroupState } from '#core/detection/empty-state';
import type { GroupState } from '#core/detection/group-state';
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '#core/time/time';
import { NINE_FIFTEEN } from '../../support/builders.ts';
import { HANGS } from '../../support/results.ts';
import { PASSES, Watch } from '../../support/watch.ts';

const PROBE = 'work24/probe';
const AHEAD = 5 * 3_600;
const BACK = NINE_FIFTEEN + 60 * SECOND;

/**
 * Everything at once, five hours ahead: a recovering outage, a closed one, an attention, a control.
 */
function ahead(): Watch {
  const both = { [PROBE]: HANGS, 'eps/probe': HANGS };
  const watch = new Watch().at(AHEAD, { [PROBE]: PASSES, 'control/probe': PASSES });
  watch.at(AHEAD + 30, {
    'hrd-net/login': { result: 'inconclusive', kind: 'blocked', layer: 'static' },
  });
  watch
    .at(AHEAD + 60, both)
    .at(AHEAD + 65, both)
    .at(AHEAD + 100);
  return watch.at(AHEAD + 120, { 'eps/probe': PASSES });
}

/** The state after the clock was put back to 60 s, and an evaluation. */
function putBack(watch: Watch = ahead()): GroupState {
  return watch.at(60).state;
}

function over(): Watch {
  const watch = ahead().every(30, [AHEAD + 150, AHEAD + 300], {
    [PROBE]: PASSES,
    'eps/probe': PASSES,
  });
  if (watch.outage.state !== 'closed') throw new Error('still open');
  return watch;
}

/** Times in a state that delay something until they are reached. */
function moments(value: unknown, name = ''): readonly (readonly [string, Instant])[] {
  if (typeof value === 'number' && value > BACK / 2 && value < BACK * 2) return [[name, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => moments(each, key));
}

describe('a clock that was hours ahead and is put right', () => {
  it('is accepted when it goes back by more than ten minutes; for less, time stands still', () => {
    const evaluatedAt = (back: number) => {
      const watch = new Watch().at(3_600, { [PROBE]: PASSES });
      return watch.at(3_600 - back).state.evaluatedAt - NINE_FIFTEEN;
    };
    expect(evaluatedAt(600)).toBe(HOUR);
    expect(evaluatedAt(600.001)).toBe(50 * MINUTE - 1);
  });

  it('reads results again from before the moment to which it was put back', () => {
    const watch = ahead();
    const late = watch.result(PROBE, BACK - 200 * SECOND, PASSES);
    watch.fold(BACK, [late]);
    expect(watch.oddities).toEqual([]);
    expect(watch.check(PROBE).counts).toMatchObject({ passed: 2 });
  });

  it.each([
    ['recovers', () => putBack()],
    ['is over', () => putBack(over())],
  ])('leaves nothing to wait for while an outage %s', (_what, state) => {
    const { checks, services, outages } = state();
    const known = { checks: {}, services, outages } as Record<string, unknown>;
    // Counted time and past events in the record stay as they were written.
    known.checks = Object.values(checks).map(
      ({ hours: _, unsettled: __, settledTo: ___, suspicion: ____, latest: _____, ...rest }) =>
        rest,
    );
    known.outages = Object.values(outages).map(({ record, spans: _, row: __, ...rest }) => ({
      ...rest,
      closedAt: record.closedAt,
    }));
    known.services = Object.values(services).map(({ incident, ...rest }) => ({
      ...rest,
      lastBadFrom: incident?.lastBadFrom,
      passingFrom: incident?.passingFrom,
      firstGoodTo: incident?.firstGoodTo,
    }));
    const later = moments(known).filter(([name, at]) => at > BACK && name !== 'nextReminderAt');
    expect(later).toEqual([]);
    const reminders = moments(known).filter(([name]) => name === 'nextReminderAt');
    for (const [, at] of reminders) expect(at).toBeLessThanOrEqual(BACK + HOUR);
  });

  it('forgets runs of the future, and which runs it waited for', () => {
    const state = putBack();
    expect(state.awaiting).toEqual([]);
    expect(state.controls).toEqual({});
    expect(state.checks[PROBE]?.samples).toEqual([]);
  });

  it('keeps what was before that moment', () => {
    const watch = new Watch()
      .at(0, { [PROBE]: PASSES })
      .at(3_600, { [PROBE]: PASSES })
      .at(60);
    expect(watch.check(PROBE).samples).toHaveLength(1);
    expect(watch.check(PROBE)).toMatchObject({ lastGood: BACK, usableAt: BACK });
    const edge = new Watch()
      .at(60, { [PROBE]: PASSES })
      .at(3_600, { [PROBE]: PASSES })
      .at(60);
    expect(edge.check(PROBE).samples).toHaveLength(1);
  });

  it('tells of a matter again after a day at the latest', () => {
    const raised = Object.values(putBack().attentions);
    expect(raised).not.toEqual([]);
    for (const { at, again } of raised) {
      expect(at).toBe(BACK);
      expect(again).toBe(BACK + DAY);
    }
  });

  it('closes an outage after passes from then on', () => {
    const watch = ahead();
    watch.every(30, [60, 300], { [PROBE]: PASSES, 'eps/probe': PASSES });
    expect(watch.outage.state).toBe('closed');
    expect(watch.outage.closedAt).toBeLessThanOrEqual(NINE_FIFTEEN + 300 * SECOND);
  });

  it('reopens a closed outage for 15 minutes from then on', () => {
    const watch = over().at(60, { [PROBE]: PASSES });
    watch.at(900, { [PROBE]: HANGS }).at(910, { [PROBE]: HANGS });
    expect(watch.outages).toHaveLength(1);
    const later = over().every(60, [60, 1_000], { [PROBE]: PASSES });
    later.at(1_060, { [PROBE]: HANGS }).at(1_070, { [PROBE]: HANGS });
    expect(later.outages.map(({ state }) => state)).toContain('open');
    expect(later.outages.some(({ recurrences }) => recurrences > 0)).toBe(false);
  });
});

describe('the state from before the moment to which a clock is put back', () => {
  const later = (state: GroupState) => state.evaluatedAt + 1;

  it.each([
    ['recovers', () => ahead().state],
    ['is over', () => over().state],
    ['has changed', () => ahead().at(AHEAD + 130, { 'hrd-net/probe': HANGS }).state],
  ])('stays as it is while an outage %s, but no run is waited for', (_what, stateOf) => {
    const state = stateOf();
    const { controls, awaiting, matters, commandsThrough, outages, ...rest } = state;
    const kept = Object.entries(outages).map(([id, outage]) => {
      const { recoveryAskedAt: _, lookAt: __, ...known } = outage;
      return [id, known];
    });
    expect(turnedBack(state, later(state))).toEqual({
      ...rest,
      outages: Object.fromEntries(kept),
      controls: {},
      awaiting: [],
      matters: {},
      commandsThrough: '',
    });
  });

  it.each([
    [-1, -1],
    [0, 0],
    [1, -BACK],
  ])(
    'counts samples from the same moment on, unless that lies in the future: %i ms leads to %i',
    (from, to) => {
      const check = { ...emptyCheckState(0), countFrom: BACK + from };
      const state = { ...emptyGroupState('moel', BACK), checks: { [PROBE]: check } };
      expect(turnedBack(state, BACK).checks[PROBE]?.countFrom).toBe(BACK + to);
    },
  );
});

describe('a matter that is told once', () => {
  it('stays told when the clock is put back', () => {
    const seen = { [PROBE]: { certificates: { 'a.example': 6 } } };
    const watch = new Watch().at(AHEAD, seen).at(60, seen).at(400, seen);
    expect(watch.notices('attention')).toHaveLength(1);
  });
});

describe('a clock that is put right', () => {
  it('keeps an outage without a notice', () => {
    const both = { [PROBE]: HANGS, 'eps/probe': HANGS };
    const watch = new Watch().at(AHEAD, { [PROBE]: PASSES });
    watch
      .at(AHEAD + 60, both)
      .at(AHEAD + 65, both)
      .at(60);
    expect(watch.outage).toMatchObject({ state: 'open' });
    expect(watch.notices('opened')).toHaveLength(1);
  });

  it('leaves a check that never ran without a time of its last run', () => {
    const { usableAt, lastGood, countFrom } = putBack().checks['eps/login'] ?? {};
    expect([usableAt, lastGood]).toEqual([null, null]);
    expect(countFrom).toBe(0);
  });
});
