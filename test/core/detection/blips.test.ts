import { describe, expect, it } from 'vitest';
import type { Result } from '#core/run/result';
import { DAY, SECOND } from '#core/time/time';
import { aConfiguration, NINE_FIFTEEN } from '../../support/builders.ts';
import { HANGS } from '../../support/results.ts';
import { CRASHES, PASSES, REFUSES, SLOW, Watch } from '../../support/watch.ts';

const PROBE = 'work24/probe';
const run = (seen: Partial<Result>) => ({ [PROBE]: seen });
const at = (seconds: number) => NINE_FIFTEEN + seconds * SECOND;
/** As many passes as a failure of a probe needs to be forgotten. */
const SIX = 6;

function blip(watch: Watch, from: number, seen: Partial<Result> = HANGS): Watch {
  return watch.at(from, run(seen)).every(10, [from + 10, from + 10 * SIX], run(PASSES));
}
const blips = (watch: Watch) => watch.state.blips;
const watching = () => new Watch(aConfiguration()).at(0, run(PASSES));

describe('a blip', () => {
  it('is kept once the check has passed six times in a row', () => {
    const watch = watching().at(60, run(HANGS)).every(10, [70, 110], run(PASSES));
    expect(blips(watch)).toEqual([]);
    expect(blips(watch.at(120, run(PASSES)))).toHaveLength(1);
    expect(blips(watch.at(130, run(PASSES)))).toHaveLength(1);
  });

  it('is sent once, to those who subscribed to blips', () => {
    const told = blip(watching(), 60).effects.filter(({ type }) => type === 'blip');
    expect(told).toMatchObject([{ blip: { service: 'work24', check: PROBE, kind: 'timeout' } }]);
  });

  it('is counted in the hour in which it began', () => {
    const watch = blip(blip(watching(), 60), 300);
    const hours = watch.state.checks[PROBE]?.hours ?? [];
    expect(hours.map(({ blips: counted }) => counted)).toEqual([2]);
  });

  it('ends with the first good or slow run after its last failure', () => {
    const watch = watching().at(60, run(HANGS)).at(70, run(PASSES)).at(80, run(REFUSES));
    watch.at(90, run(SLOW)).every(10, [100, 150], run(PASSES));
    expect(blips(watch)).toMatchObject([
      {
        startedBetween: { after: at(-1), by: at(60) },
        endedBetween: { after: at(79), by: at(90) },
        kind: 'connect',
        layer: 'host',
      },
    ]);
  });

  it('has no known start if no good run came before it', () => {
    const watch = blip(new Watch(aConfiguration()), 60);
    expect(blips(watch)[0]?.startedBetween).toEqual({ after: null, by: at(60) });
  });

  it('ends after the longer of two failures that overlap, with a run that began after it', () => {
    const watch = watching();
    const lasting = (id: string, from: number, to: number, seen: Partial<Result>) => ({
      ...watch.result(PROBE, at(to), seen),
      ...{ run: id, startedAt: at(from), finishedAt: at(to) },
    });
    watch.fold(at(92), [
      lasting('long', 60, 90, HANGS),
      lasting('short', 70, 75, HANGS),
      lasting('beside', 60, 91, PASSES),
    ]);
    watch.every(10, [100, 170], run(PASSES));
    expect(blips(watch)).toMatchObject([{ endedBetween: { after: at(60), by: at(100) } }]);
  });

  it('has no known start where a failure that came late ended as the good run began', () => {
    const watch = watching().at(60, run(PASSES)).at(70, run(HANGS));
    watch.fold(at(75), [watch.result(PROBE, at(59), HANGS)]).every(10, [80, 150], run(PASSES));
    expect(blips(watch)).toMatchObject([{ startedBetween: { after: null, by: at(59) } }]);
  });

  it('does not come from inconclusive runs', () => {
    const watch = watching().every(10, [60, 200], run(CRASHES)).every(10, [210, 300], run(PASSES));
    expect(blips(watch)).toEqual([]);
  });

  it('is forgotten when another one comes a week after its end', () => {
    const week = (7 * DAY) / SECOND;
    const later = (end: number) => {
      const watch = blip(watching(), 60).at(end - 100, run(PASSES));
      return blips(blip(watch, end - 60)).map(({ endedBetween }) => endedBetween.by);
    };
    // The first one ended at 70 s.
    expect(later(70 + week - 1)).toEqual([at(70), at(week + 19)]);
    expect(later(70 + week)).toEqual([at(week + 20)]);
  });

  it('is forgotten after a hundred later ones', () => {
    const watch = watching();
    for (let index = 0; index < 102; index += 1) {
      const from = 100 + index * 200;
      blip(watch, from).every(10, [from + 70, from + 190], run(PASSES));
    }
    expect(blips(watch)).toHaveLength(100);
    expect(blips(watch)[0]?.startedBetween.by).toBe(at(500));
  });
});
