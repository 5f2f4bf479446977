import { describe, expect, it } from 'vitest';
import type { Result } from '#core/run/result';
import { SECOND } from '#core/time/time';
import { aConfiguration, NINE_FIFTEEN } from '../../support/builders.ts';
import { HANGS } from '../../support/results.ts';
import { PASSES, SLOW, Watch } from '../../support/watch.ts';

const PROBE = 'work24/probe';
const run = (seen: Partial<Result>) => ({ [PROBE]: seen });
const at = (seconds: number) => NINE_FIFTEEN + seconds * SECOND;

/** Runs that ended at `ended`, read by an evaluation at `now`. */
function reads(watch: Watch, now: number, ended: Readonly<Record<number, Partial<Result>>>): Watch {
  const results = Object.entries(ended).map(([seconds, seen]) =>
    watch.result(PROBE, at(Number(seconds)), seen),
  );
  return watch.fold(at(now), results);
}

describe('a run whose clock is ahead', () => {
  it.each([
    [60, 'suspect'],
    [60.001, 'up'],
  ])('by %d s leaves the check %s', (ahead, state) => {
    const watch = new Watch().at(0, run(PASSES));
    const startedAt = at(10 + ahead);
    const finishedAt = startedAt + SECOND;
    watch.fold(at(10), [{ ...watch.result(PROBE, at(10), HANGS), startedAt, finishedAt }]);
    expect(watch.check(PROBE).state).toBe(state);
  });

  it('counts as a run of now', () => {
    const watch = new Watch().at(0, run(PASSES));
    const startedAt = at(40);
    const ahead = { ...watch.result(PROBE, at(10), HANGS), startedAt, finishedAt: at(41) };
    watch.fold(at(10), [ahead]).at(30, run(HANGS));
    expect(watch.outage.startedBetween).toEqual({ after: at(-1), by: at(10) });
  });
});

describe('a pass that comes in after a later run', () => {
  it('changes neither the state nor the shown latest run', () => {
    const watch = new Watch().at(0, run(PASSES)).at(60, run(HANGS));
    const { latest } = watch.check(PROBE);
    reads(watch, 61, { 30: PASSES });
    expect(watch.check(PROBE)).toMatchObject({ state: 'suspect', latest, usableAt: at(60) });
    expect(watch.check(PROBE).counts).toEqual({ passed: 2, failed: 1 });
  });

  it('stands in its place: failures around it are not in a row', () => {
    const watch = new Watch().at(0, run(PASSES)).at(60, run(HANGS));
    reads(watch, 81, { 70: HANGS });
    expect(watch.outages).toHaveLength(1);
    const other = new Watch().at(0, run(PASSES)).at(60, run(HANGS));
    reads(other, 81, { 65: PASSES, 70: HANGS });
    expect(other.outages).toHaveLength(0);
  });

  it('ends no recovery', () => {
    const watch = new Watch().at(0, run(PASSES)).at(60, run(HANGS)).at(65, run(HANGS));
    watch.at(120, run(PASSES)).at(180, run(PASSES));
    reads(watch, 182, { 150: PASSES, 160: PASSES });
    expect(watch.outage.state).toBe('open');
    expect(watch.state.services.work24?.incident?.passes).toBe(2);
  });
});

describe('a failure that comes in after a later run', () => {
  it('begins its outage after the last good run before it, not after a later one', () => {
    const watch = new Watch().at(0, run(PASSES)).at(20, run(SLOW)).at(60, run(PASSES));
    reads(watch, 61, { 40: HANGS });
    watch.at(70, run(HANGS)).at(80, run(HANGS));
    expect(watch.outage.startedBetween).toEqual({ after: at(19), by: at(40) });
  });

  it('does not take a good run that began with it for one before it', () => {
    const watch = new Watch().at(0, run(PASSES)).at(40, run(PASSES)).at(60, run(PASSES));
    watch.fold(at(61), [{ ...watch.result(PROBE, at(40), HANGS), run: 'beside' }]);
    watch.at(70, run(HANGS)).at(80, run(HANGS));
    expect(watch.outage.startedBetween).toEqual({ after: at(-1), by: at(40) });
  });

  it('does not take a good run that began as it ended for one before it', () => {
    const watch = new Watch().at(0, run(PASSES)).at(41, run(PASSES)).at(60, run(PASSES));
    reads(watch, 61, { 40: HANGS });
    watch.at(70, run(HANGS)).at(80, run(HANGS));
    expect(watch.outage.startedBetween).toEqual({ after: at(-1), by: at(40) });
    const only = new Watch().at(0, run(PASSES)).at(41, run(PASSES));
    reads(only, 42, { 40: HANGS });
    only.at(70, run(HANGS)).at(80, run(HANGS));
    expect(only.outage.startedBetween).toEqual({ after: at(-1), by: at(40) });
  });

  it('has no known start if no good run came before it', () => {
    const watch = new Watch().at(60, run(PASSES));
    reads(watch, 61, { 40: HANGS });
    watch.at(70, run(HANGS)).at(80, run(HANGS));
    expect(watch.outage.startedBetween).toEqual({ after: null, by: at(40) });
  });

  it('breaks no recovery that began after it', () => {
    const watch = new Watch().at(0, run(PASSES)).at(60, run(HANGS)).at(65, run(HANGS));
    watch.at(120, run(PASSES));
    reads(watch, 121, { 110: HANGS });
    watch.at(180, run(PASSES)).at(240, run(PASSES));
    expect(watch.outage.state).toBe('closed');
    expect(watch.outage.endedBetween).toEqual({ after: at(109), by: at(120) });
  });

  it('that began with the first pass breaks it', () => {
    const watch = new Watch().at(0, run(PASSES)).at(60, run(HANGS)).at(65, run(HANGS));
    watch.at(120, run(PASSES));
    const same = { ...watch.result(PROBE, at(120), HANGS), run: 'other' };
    watch.fold(at(121), [same]).at(180, run(PASSES)).at(240, run(PASSES));
    expect(watch.outage.state).toBe('open');
  });

  it('that began after the first pass breaks it', () => {
    const watch = new Watch().at(0, run(PASSES)).at(60, run(HANGS)).at(65, run(HANGS));
    watch.at(120, run(PASSES)).at(150, run(PASSES));
    reads(watch, 151, { 140: HANGS });
    watch.at(180, run(PASSES)).at(240, run(PASSES));
    expect(watch.outage.state).toBe('open');
  });
});

describe('failures with a long silence between them', () => {
  /** Two intervals of a minute plus a minute. */
  const PATIENCE = 180;

  it.each([
    [PATIENCE, 1],
    [PATIENCE + 1, 0],
  ])('of %i s lead to %i outages', (silence, outages) => {
    const watch = new Watch(aConfiguration()).at(0, run(PASSES)).at(60, run(HANGS));
    watch.at(60 + silence + 1, run(HANGS));
    expect(watch.outages).toHaveLength(outages);
  });

  it('leave a check unknown as soon as they are that long', () => {
    const watch = new Watch().at(0, run(PASSES)).at(PATIENCE);
    expect(watch.check(PROBE).state).toBe('up');
    expect(watch.at(PATIENCE + 1).check(PROBE).state).toBe('unknown');
    expect(watch.state.services.work24?.state).toBe('unknown');
  });

  it('make a check unknown that never reported', () => {
    const watch = new Watch().at(0).at(PATIENCE + 1);
    expect(watch.check(PROBE)).toMatchObject({ state: 'unknown', settledTo: at(PATIENCE + 1) });
  });

  it('do not end an outage: a service that is down is waited for longer', () => {
    const watch = new Watch().at(0, run(PASSES)).at(60, run(HANGS)).at(65, run(HANGS));
    expect(watch.at(65 + 660).check(PROBE).state).toBe('down');
    watch.at(65 + 661);
    expect(watch.check(PROBE).state).toBe('unknown');
    expect(watch.outage.state).toBe('open');
    watch.at(800, run(HANGS));
    expect(watch.check(PROBE).state).toBe('down');
  });
});

describe('a result that comes in very late', () => {
  it('is folded when it was scheduled 330 s before the latest evaluation, and logged before that', () => {
    const folded = (seconds: number) => {
      const watch = new Watch().at(0, run(PASSES)).at(1_000, run(PASSES));
      watch.fold(at(1_010), [watch.result(PROBE, at(seconds + 1), PASSES)]);
      return watch.oddities.length === 0;
    };
    expect(folded(670)).toBe(true);
    expect(folded(669)).toBe(false);
  });

  it('begins an outage after the last good run, however many failed before it was silent', () => {
    const login = (seen: object) => ({ 'work24/login': seen });
    const watch = new Watch().at(0, login(PASSES)).at(300, login(HANGS));
    for (const silent of [1_500, 2_700, 3_900]) watch.at(silent, login(HANGS));
    watch.at(3_960, login(HANGS));
    expect(watch.outage.startedBetween).toEqual({ after: at(-1), by: at(3_900) });
  });
});

describe('a result of a check under the name of another service', () => {
  it('is logged and counts for neither', () => {
    const watch = new Watch().at(0, run(PASSES));
    watch.fold(at(60), [{ ...watch.result(PROBE, at(60), HANGS), service: 'eps' }]);
    expect(watch.oddities.map(({ key }) => key)).toEqual([`unknown ${PROBE}`]);
    expect(watch.check(PROBE).state).toBe('up');
  });
});
