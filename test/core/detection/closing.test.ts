import { describe, expect, it } from 'vitest';
import type { Result } from '#core/run/result';
import { SECOND } from '#core/time/time';
import { NINE_FIFTEEN } from '../../support/builders.ts';
import { HANGS } from '../../support/results.ts';
import { CRASHES, PASSES, REFUSES, Watch } from '../../support/watch.ts';

const PROBE = 'work24/probe';
const JOURNEY = 'work24/login';

const run = (seen: object) => ({ [PROBE]: seen });

/** Last good run at 0 s, failures at 60 and 70 s. */
function down(): Watch {
  return new Watch().at(0, run(PASSES)).at(60, run(HANGS)).at(70, run(HANGS));
}

const at = (seconds: number) => NINE_FIFTEEN + seconds * SECOND;

describe('an outage', () => {
  it('closes after three passes in a row that span two minutes', () => {
    const watch = down().at(130, run(PASSES)).at(190, run(PASSES));
    expect(watch.outage.state).toBe('open');
    expect(watch.at(249, run(PASSES)).outage.state).toBe('open');
    expect(watch.at(250, run(PASSES)).outage.state).toBe('closed');
    expect(watch.notices().map(({ type }) => type)).toEqual(['opened', 'closed']);
  });

  it('starts and ends in intervals, and its downtime lies between failures', () => {
    const watch = down().at(100, run(HANGS)).every(60, [130, 250], run(PASSES));
    expect(watch.outage.startedBetween).toEqual({ after: at(-1), by: at(60) });
    expect(watch.outage.endedBetween).toEqual({ after: at(99), by: at(130) });
    expect(watch.outage.downSeconds).toBe(39);
  });

  it('does not close on passes that a failure interrupts', () => {
    const watch = down().at(130, run(PASSES)).at(190, run(PASSES)).at(250, run(HANGS));
    // Three failures in five runs plus the ten added ones: a fifth.
    watch.every(10, [310, 690], run(PASSES));
    expect(watch.outage.state).toBe('open');
    expect(watch.at(700, run(PASSES)).outage.state).toBe('closed');
    expect(watch.outage.endedBetween).toEqual({ after: at(249), by: at(310) });
  });

  it('is neither closed nor kept open by runs that say nothing', () => {
    const watch = down().at(130, run(PASSES)).at(160, run(CRASHES)).at(190, run(PASSES));
    expect(watch.at(220, run(CRASHES)).outage.state).toBe('open');
    expect(watch.at(250, run(PASSES)).outage.state).toBe('closed');
  });

  it('waits for every check that failed', () => {
    const both = { [PROBE]: HANGS, [JOURNEY]: HANGS };
    const watch = new Watch().at(60, both).at(70, both).every(60, [130, 430], run(PASSES));
    expect(watch.outage.state).toBe('open');
    expect(watch.at(440, { [JOURNEY]: PASSES }).outage.state).toBe('closed');
  });

  it('is not ended by a check that does not see the failing layer', () => {
    const session = { ...HANGS, layer: 'session' } as const;
    const journey = { [JOURNEY]: session };
    const watch = new Watch().at(60, journey).at(70, journey);
    watch.every(60, [130, 600], run(PASSES));
    expect(watch.outage.state).toBe('open');
    expect(watch.state.services.work24?.incident?.passes).toBe(0);
  });

  it('ends when its last service works again', () => {
    const two = { [PROBE]: HANGS, 'eps/probe': HANGS };
    const watch = new Watch().at(60, two).at(70, two).every(60, [130, 310], run(PASSES));
    expect(watch.outage.state).toBe('open');
    watch.every(60, [370, 490], { 'eps/probe': PASSES });
    expect(watch.outage.state).toBe('closed');
    expect(watch.outage.endedBetween).toEqual({ after: at(69), by: at(370) });
  });
});

describe('an outage that comes back', () => {
  const closed = () => down().every(60, [130, 250], run(PASSES));

  it('within 15 minutes of its closing is the same one', () => {
    const watch = closed().every(60, [310, 1_110], run(PASSES));
    watch.at(1_140, run(HANGS)).at(1_150, run(HANGS)).at(1_170);
    expect(watch.outage).toMatchObject({ state: 'open', recurrences: 1 });
    expect(watch.notices('opened')).toHaveLength(1);
    expect(watch.notices('updated')).toHaveLength(1);
    expect(watch.notices('updated')[0]?.subject).toContain('재발');
  });

  it('names the services that fail again with it in one message', () => {
    const both = (seen: object) => ({ [PROBE]: seen, 'eps/probe': seen });
    const watch = new Watch().at(0, both(PASSES)).at(60, both(HANGS)).at(65, both(HANGS));
    watch.every(60, [130, 250], both(PASSES)).at(310, run(HANGS)).at(315, run(HANGS));
    expect(watch.notices('updated')).toEqual([]);
    watch.at(318, { 'eps/probe': HANGS }).at(340);
    expect(watch.notices('updated').map(({ services }) => services)).toEqual([['work24', 'eps']]);
  });

  it('with another failure does not close on passes from before', () => {
    const both = (seen: object) => ({ [PROBE]: seen, 'eps/probe': seen });
    const watch = new Watch().at(0, both(PASSES)).at(60, both(HANGS)).at(65, both(HANGS));
    watch.every(60, [130, 310], both(PASSES)).at(370, run(REFUSES)).at(375, run(REFUSES));
    expect(watch.at(430, run(PASSES)).outage.state).toBe('open');
  });

  it('after 15 minutes is a new one', () => {
    const watch = closed().every(60, [310, 1_210], run(PASSES));
    watch.at(1_230, run(HANGS)).at(1_240, run(HANGS)).at(1_270);
    expect(watch.notices('opened')).toHaveLength(2);
    expect(new Set(watch.notices('opened').map(({ outage }) => outage)).size).toBe(2);
  });

  it('does not count the time in which it worked as downtime', () => {
    const watch = closed()
      .every(60, [310, 550], run(PASSES))
      .at(600, run(HANGS))
      .at(610, run(HANGS));
    watch.at(660, run(HANGS)).every(60, [720, 2_520], run(PASSES));
    expect(watch.outage.state).toBe('closed');
    expect(watch.outage.downSeconds).toBe(9 + 59);
    expect(watch.notices('closed')).toHaveLength(2);
  });

  it('has to work longer each time before it closes', () => {
    const watch = closed()
      .at(310, run(HANGS))
      .at(320, run(HANGS))
      .every(60, [370, 2_110], run(PASSES));
    expect(watch.outage.state).toBe('open');
    expect(watch.at(2_170, run(PASSES)).outage.state).toBe('closed');
  });

  it('with another service and another cause is an outage of its own', () => {
    const watch = closed().at(400, { 'eps/probe': REFUSES }).at(410, { 'eps/probe': REFUSES });
    expect(watch.outages.map(({ incidents }) => incidents.map(({ service }) => service))).toEqual([
      ['work24'],
      ['eps'],
    ]);
  });
});

describe('the time of a check', () => {
  it('adds up to the time that went by, and downtime to no more than lies between failures', () => {
    const watch = down().every(60, [130, 3_600 * 3], run(PASSES));
    const rollups = watch.effects.flatMap((each) => (each.type === 'rollup' ? [each.rollup] : []));
    const own = rollups.filter(({ check }) => check === PROBE);
    expect(own).toHaveLength(3);
    const sum = own.flatMap(({ seconds }) => Object.values(seconds)).reduce((a, b) => a + b, 0);
    expect(sum).toBe(3_600 * 2 + 45 * 60);
    expect(own[0]?.seconds).toMatchObject({ down: 10, maintenance: 0 });
    expect(own[0]?.seconds.unknown).toBe(60 + 60);
  });

  it('is unknown without a run', () => {
    const watch = new Watch().at(0, run(PASSES)).at(2_640, run(PASSES)).at(3_200, run(PASSES));
    watch.every(60, [3_260, 7_200], run(PASSES));
    const [first] = watch.effects.flatMap((each) => (each.type === 'rollup' ? [each.rollup] : []));
    expect(first?.seconds).toMatchObject({ up: 0, down: 0 });
    expect(first?.seconds.unknown).toBe(2_700);
  });
});

describe('a reopened outage', () => {
  it('has a reminder half an hour after it came back', () => {
    const watch = down().at(100).every(60, [130, 250], run(PASSES));
    watch.at(400, run(HANGS)).at(410, run(HANGS)).every(60, [440, 2_160], run(HANGS));
    expect(watch.outages).toHaveLength(1);
    expect(watch.notices('reminder')).toEqual([]);
    watch.every(60, [2_200, 2_320], run(HANGS));
    expect(watch.notices('reminder')).toHaveLength(1);
  });

  it('has no reminder while it works, and one as soon as it fails again', () => {
    const watch = down().at(100).every(60, [130, 250], run(PASSES));
    watch.at(400, run(HANGS)).at(410, run(HANGS)).every(60, [440, 2_160], run(HANGS));
    watch.every(60, [2_200, 3_400], run(PASSES));
    expect(watch.outage.state).toBe('open');
    expect(watch.notices('reminder')).toEqual([]);
    expect(watch.outage.timeline).toContainEqual(
      expect.objectContaining({ type: 'withheld', as: 'reminder', reason: 'recovering' }),
    );
    watch.every(60, [3_460, 3_760], run(HANGS));
    expect(watch.notices('reminder')).toHaveLength(1);
  });

  it('has no reminder while nobody sees its services, and one when they are seen to fail', () => {
    const told = (blind: Readonly<Record<string, Partial<Result>>>) => {
      const watch = down().at(100).every(60, [130, 1_500], run(HANGS));
      watch.every(60, [1_560, 2_400], blind);
      expect(watch.notices('reminder')).toEqual([]);
      expect(watch.outage.timeline).toContainEqual(
        expect.objectContaining({ type: 'withheld', as: 'reminder', reason: 'unseen' }),
      );
      return watch.every(60, [2_460, 3_000], run(HANGS)).notices('reminder');
    };
    expect(told({})).toHaveLength(1);
    expect(told(run(CRASHES))).toHaveLength(1);
  });
});
