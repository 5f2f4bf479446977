import { describe, expect, it } from 'vitest';
import { SECOND } from '#core/time/time';
import { seededRandom } from '#local/simulate/random';
import { aConfiguration, NINE_FIFTEEN } from '../../support/builders.ts';
import { HANGS } from '../../support/results.ts';
import { PASSES, Watch } from '../../support/watch.ts';

const PROBE = 'work24/probe';

/** Runs every ten seconds after a good one: one in `period` fails, from the first on. */
function failingOneIn(period: number, runs: number): Watch {
  const watch = new Watch(aConfiguration()).at(0, { [PROBE]: PASSES });
  for (let index = 0; index < runs; index += 1) {
    watch.at(10 + index * 10, { [PROBE]: index % period === 0 ? HANGS : PASSES });
  }
  return watch;
}

/** Minutes until phones ring, of runs every ten seconds for an hour. */
function minutesUntilTold(share: number, seed: number): number {
  const random = seededRandom(seed);
  const watch = new Watch(aConfiguration()).at(0, { [PROBE]: PASSES });
  for (let seconds = 10; seconds <= 3_600; seconds += 10) {
    watch.at(seconds, { [PROBE]: random() < share ? HANGS : PASSES });
    if (watch.shared('opened').length > 0) return seconds / 60;
  }
  return Number.POSITIVE_INFINITY;
}

const told = (share: number, minutes: number) =>
  Array.from({ length: 40 }, (_, seed) => minutesUntilTold(share, seed)).filter(
    (after) => after <= minutes,
  ).length;

describe('a fault in a fifth of the requests of one service', () => {
  it('that its window never shows is told from all runs since the first failure', () => {
    const watch = failingOneIn(5, 100);
    expect(watch.shared('opened')).toHaveLength(1);
    const { startedBetween, cause } = watch.outage;
    expect(startedBetween.by).toBe(NINE_FIFTEEN + 10 * SECOND);
    expect(cause.failedShare).toBeCloseTo(0.2, 1);
  });

  it('is told within half an hour nearly always, and a brown-out hardly ever', () => {
    expect(told(0.2, 30)).toBeGreaterThanOrEqual(36);
    expect(told(0.04, 60)).toBeLessThanOrEqual(1);
  });

  it('counts its passes for the rule of five minutes too, also after six of them', () => {
    const watch = new Watch(aConfiguration()).at(0, { [PROBE]: PASSES }).at(10, { [PROBE]: HANGS });
    watch.every(10, [20, 140], { [PROBE]: PASSES });
    for (const seconds of [150, 170, 190]) {
      watch.at(seconds, { [PROBE]: HANGS }).at(seconds + 10, { [PROBE]: PASSES });
    }
    // Five of 21 runs failed, not four of seven.
    expect(watch.at(210, { [PROBE]: HANGS }).outages).toEqual([]);
  });

  it('is not what fails once in eight runs, for however long', () => {
    expect(failingOneIn(8, 1_000).outages).toEqual([]);
  });

  it('is counted from the first failure only until it was quiet for long enough', () => {
    const watch = failingOneIn(200, 200);
    expect(watch.check(PROBE).faint).toBeUndefined();
    watch.at(2_020, { [PROBE]: HANGS });
    expect(watch.check(PROBE).faint).toMatchObject({ runs: 1, failed: 1 });
  });

  it('is counted anew after a silence, because old failures are no evidence', () => {
    const watch = failingOneIn(5, 25).every(60, [300, 1_200], {});
    watch.at(1_260, { [PROBE]: HANGS });
    expect(watch.check(PROBE).faint).toMatchObject({ runs: 1, failed: 1 });
  });
});
