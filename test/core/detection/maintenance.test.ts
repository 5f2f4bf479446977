import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '#core/time/time';
import type { MaintenanceWindow } from '#core/watch/configuration';
import { NINE_FIFTEEN } from '../../support/builders.ts';
import { HANGS } from '../../support/results.ts';
import { PASSES, quick, SLOW, Watch } from '../../support/watch.ts';

const work24 = (seen: object) => ({ 'work24/probe': seen });

/** 점검 of work24 from the 10th to the 30th minute after 09:15. */
const WINDOW: MaintenanceWindow = {
  id: 'patch',
  type: 'once',
  services: ['work24'],
  reason: '정기점검',
  from: NINE_FIFTEEN + 10 * MINUTE,
  to: NINE_FIFTEEN + 30 * MINUTE,
};
const watching = () => new Watch({ ...quick(), maintenance: [WINDOW] });

function hourOf(watch: Watch, id = 'work24/probe') {
  const hours = watch.effects.flatMap((each) => (each.type === 'rollup' ? [each.rollup] : []));
  return hours.find(({ check }) => check === id);
}

describe('maintenance', () => {
  it('is no outage: results are kept and labelled, nobody is told', () => {
    const watch = watching().every(60, [0, 540], work24(PASSES));
    watch.every(60, [660, 1_740], work24(HANGS));
    expect(watch.check('work24/probe').state).toBe('maintenance');
    expect(watch.state.services.work24?.state).toBe('maintenance');
    watch.every(60, [1_860, 7_200], work24(PASSES));
    expect(watch.notices()).toEqual([]);
    expect(hourOf(watch)).toMatchObject({
      results: { failed: 19 },
      seconds: { down: 0, unknown: 0, maintenance: 1_200 },
    });
  });

  it('does not silence a different service', () => {
    const watch = watching().every(60, [0, 600], work24(PASSES));
    watch.at(660, { 'eps/probe': HANGS }).at(665, { 'eps/probe': HANGS }).at(695);
    expect(watch.notices('opened').map(({ services }) => services)).toEqual([['eps']]);
  });

  it('is over at its end: then a failure counts again', () => {
    const watch = watching().every(60, [0, 1_800], work24(HANGS));
    const opened = watch.notices('opened').length;
    watch.at(1_870, work24(HANGS)).at(1_880, work24(HANGS)).at(1_910);
    expect(watch.notices('opened')).toHaveLength(opened);
    expect(watch.outage.state).toBe('open');
  });

  it('leaves downtime after it counted when a failure inside it arrives later', () => {
    const watch = watching().at(0, work24(PASSES)).every(60, [60, 1_800], work24(HANGS));
    const at = (seconds: number) => NINE_FIFTEEN + seconds * SECOND;
    const late = { ...watch.result('work24/probe', at(1_875), HANGS), scheduledAt: at(1_790) };
    watch.at(1_870, work24(HANGS)).fold(at(1_880), [late]);
    expect(watch.at(1_930, work24(HANGS)).outage.downSeconds).toBe(479 + 59);
  });

  it('that begins in an outage is no part of its downtime', () => {
    const watch = watching().at(0, work24(PASSES)).every(60, [60, 540], work24(HANGS));
    expect(watch.outage.downSeconds).toBe(479);
    watch.every(60, [600, 1_800], work24(HANGS));
    expect(watch.outage).toMatchObject({ state: 'open', downSeconds: 479 });
    watch.every(60, [1_870, 1_930], work24(HANGS));
    expect(watch.outage.downSeconds).toBe(479 + 59);
    watch.every(60, [1_990, 2_110], work24(PASSES));
    expect(watch.outage).toMatchObject({ state: 'closed', downSeconds: 479 + 59 });
  });

  it('holds back reminders; the next one comes if the service still fails after it', () => {
    const watch = watching().at(0, work24(PASSES)).at(60, work24(HANGS)).at(65, work24(HANGS));
    watch.at(95);
    const hour = { ...WINDOW, id: 'w', to: NINE_FIFTEEN + 180 * MINUTE };
    watch.ask(600, { type: 'maintenance', window: hour }).every(60, [660, 10_740], work24(HANGS));
    expect(watch.notices().map(({ type }) => type)).toEqual(['opened']);
    watch.every(60, [10_800, 10_980], work24(HANGS));
    expect(watch.notices().map(({ type }) => type)).toEqual(['opened']);
    watch.every(60, [11_040, 11_160], work24(HANGS));
    expect(watch.notices().map(({ type }) => type)).toEqual(['opened', 'reminder']);
  });

  it('of one service does not hold back reminders about two', () => {
    const both = { ...work24(HANGS), 'eps/probe': HANGS };
    const watch = new Watch().at(0, { ...work24(PASSES), 'eps/probe': PASSES });
    watch.at(60, both).at(65, both).at(95);
    const window = { ...WINDOW, from: NINE_FIFTEEN, to: NINE_FIFTEEN + 180 * MINUTE };
    watch.ask(120, { type: 'maintenance', window }).every(60, [180, 2_400], both);
    expect(watch.notices('reminder').map(({ services }) => services)).toEqual([['work24', 'eps']]);
  });

  it('lasts as long as it was declared for, however seldom the runs are in an outage', () => {
    const both = { ...work24(HANGS), 'work24/login': HANGS };
    const watch = watching().at(0, work24(PASSES)).at(60, both).at(65, both);
    watch.every(60, [120, 540], work24(HANGS)).every(60, [600, 1_800], {});
    watch.every(60, [1_860, 2_700], { 'work24/login': PASSES, ...work24(PASSES) });
    watch.every(60, [2_760, 7_200], work24(PASSES));
    expect(hourOf(watch)?.seconds).toMatchObject({ maintenance: 1_200, down: 480 });
    expect(hourOf(watch, 'work24/login')?.seconds).toMatchObject({ maintenance: 1_200, down: 5 });
  });

  it('can be declared by a person while it is already needed', () => {
    const watch = new Watch().at(0, work24(PASSES)).ask(60, {
      type: 'maintenance',
      window: {
        id: 'w1',
        type: 'once',
        services: ['work24'],
        from: NINE_FIFTEEN + MINUTE,
        to: NINE_FIFTEEN + 20 * MINUTE,
        reason: '긴급 점검',
      },
    });
    watch.every(60, [120, 600], work24(HANGS));
    expect(watch.outages).toEqual([]);
    expect(watch.check('work24/probe').state).toBe('maintenance');
    watch.every(60, [1_260, 2_400], work24(PASSES));
    expect(watch.state.windows).toEqual([]);
    expect(watch.check('work24/probe').state).toBe('up');
  });

  it('declared for every week counts until it is withdrawn', () => {
    const watch = new Watch().at(0, work24(PASSES)).ask(60, {
      type: 'maintenance',
      window: {
        id: 'w2',
        type: 'weekly',
        services: ['work24'],
        weekday: 4,
        from: '09:00',
        to: '10:00',
        reason: '정기 점검',
      },
    });
    watch.every(60, [120, 600], work24(HANGS));
    expect(watch.outages).toEqual([]);
    watch.ask(660, { type: 'end-maintenance', window: 'w2' });
    watch.every(60, [720, 960], work24(HANGS));
    expect(watch.outages).toHaveLength(1);
  });

  it('leaves a check unknown that does not report after it', () => {
    const watch = watching().every(60, [0, 1_740], work24(PASSES)).at(1_800);
    expect(watch.check('work24/probe').state).toBe('unknown');
  });
});

describe('the time before a window', () => {
  /** Seconds by state of the hour of a check that the window interrupts after `runs`. */
  const hourAfter = (...runs: readonly object[]) => {
    const watch = watching();
    runs.forEach((seen, minute) => void watch.at(480 + minute * 60, work24(seen)));
    watch.at(600).every(60, [660, 1_740], work24(PASSES)).every(60, [1_860, 7_200], work24(PASSES));
    return hourOf(watch)?.seconds;
  };

  it('counts as the last run says: up, degraded, or unknown after a failure', () => {
    const fine = hourAfter(PASSES, PASSES);
    expect(hourAfter(PASSES, SLOW)).toMatchObject({ degraded: 60, up: (fine?.up ?? 0) - 60 });
    expect(hourAfter(PASSES, HANGS)).toMatchObject({ degraded: 0, unknown: 60 });
  });
});

describe('a run at the edge of a window', () => {
  const later = (watch: Watch) =>
    watch
      .every(60, [660, 1_740], work24(PASSES))
      .at(1_800)
      .every(60, [1_860, 7_200], work24(PASSES));
  /** A run of `seconds` that ended at `end`, read by an evaluation at `now`. */
  const read = (
    watch: Watch,
    { end, seconds, now = end }: Record<'end' | 'seconds', number> & { now?: number },
  ) => {
    const at = (second: number) => NINE_FIFTEEN + second * SECOND;
    const run = watch.result('work24/probe', at(end), PASSES);
    const startedAt = at(end - seconds);
    return watch.fold(at(now), [{ ...run, scheduledAt: startedAt, startedAt }]);
  };

  it.each([
    ['ends just before it begins', { end: 599, seconds: 1, now: 601 }],
    ['ends in the moment in which it begins', { end: 600, seconds: 1 }],
    ['ends after it began, and was due before', { end: 605, seconds: 10 }],
    ['ends after it began, and is read later', { end: 602, seconds: 5, now: 640 }],
  ])('%s: the time after it is maintenance', (_, run) => {
    const watch = watching().every(60, [0, 540], work24(PASSES)).at(600);
    expect(hourOf(later(read(watch, run)))?.seconds).toMatchObject({ maintenance: 1_200 });
  });

  it('ends after it, and was due inside: the time after it is as the run was', () => {
    const watch = watching().every(60, [0, 1_740], work24(PASSES)).at(1_800);
    const after = read(watch, { end: 1_805, seconds: 10 });
    after.every(60, [1_860, 7_200], work24(PASSES));
    expect(hourOf(after)?.seconds).toMatchObject({ maintenance: 1_200, unknown: 5 });
  });

  it('ends inside it, and is read when it is over: the time after it is unknown', () => {
    const watch = watching().every(60, [0, 1_740], work24(PASSES)).at(1_800);
    const after = read(watch, { end: 1_799, seconds: 1, now: 1_801 });
    after.every(60, [1_860, 7_200], work24(PASSES));
    expect(hourOf(after)?.seconds).toMatchObject({ maintenance: 1_200, unknown: 60 });
  });
});

describe('a window of hours', () => {
  it('is written down hour by hour while it goes on', () => {
    const long = { ...WINDOW, to: NINE_FIFTEEN + 240 * MINUTE };
    const watch = new Watch({ ...quick(), maintenance: [long] });
    watch.every(60, [0, 540], work24(PASSES)).at(600).every(60, [660, 7_200], work24(PASSES));
    const written = watch.effects.flatMap((effect) =>
      effect.type === 'rollup' ? [effect.rollup] : [],
    );
    const own = written.filter(({ check }) => check === 'work24/probe');
    expect(own.map(({ seconds }) => seconds.maintenance)).toEqual([2_100, 3_600]);
  });
});
