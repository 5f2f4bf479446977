import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '#core/time/time';
import { seededRandom } from '#local/simulate/random';
import { aConfiguration, NINE_FIFTEEN } from '../../support/builders.ts';
import { GroupPlay } from '../../support/group-play.ts';
import { HANGS, resultOf } from '../../support/results.ts';
import { CRASHES, PASSES, quick, SLOW, Watch } from '../../support/watch.ts';

const PROBE = 'work24/probe';
const letters = { P: PASSES, F: HANGS, I: CRASHES, D: SLOW };

/** Runs of one check, a minute apart, by their letters. */
function seeing(runs: string, watch = new Watch()): Watch {
  [...runs].forEach((letter, index) => {
    watch.at(index * 60, { [PROBE]: letters[letter as keyof typeof letters] });
  });
  return watch;
}

describe('a check', () => {
  it.each([
    ['P', 'up'],
    ['D', 'degraded'],
    ['PF', 'suspect'],
    ['PFP', 'suspect'],
    ['PFPP', 'suspect'],
    ['PFPPPPPP', 'up'],
    ['PFDDDDDD', 'degraded'],
    ['PFF', 'down'],
    ['PFPF', 'suspect'],
    ['PFPFPF', 'suspect'],
    ['PFPFPFF', 'down'],
    ['PFPPF', 'suspect'],
    ['PFFP', 'recovering'],
    ['PFFPF', 'down'],
    ['PFFPPP', 'up'],
    ['I', 'unknown'],
    ['PI', 'up'],
    ['PFI', 'suspect'],
    ['PFIF', 'down'],
    ['PFIIF', 'down'],
    ['PFFI', 'down'],
    ['F', 'suspect'],
    ['FF', 'down'],
  ])('after %s is %s', (runs, state) => {
    expect(seeing(runs).check(PROBE).state).toBe(state);
  });

  it('opens at k failures in a row, or where many more fail than a fifth', () => {
    const rule = fc.constantFrom({ k: 1, n: 1 }, { k: 2, n: 3 }, { k: 3, n: 3 }, { k: 3, n: 5 });
    const runs = fc.string({ unit: fc.constantFrom('P', 'F', 'I', 'D'), maxLength: 14 });
    fc.assert(
      fc.property(rule, runs, (openAt, history) => {
        const patient = quick({ openAt, unknownAfterIntervals: 100 });
        const opens = opensAt(history, openAt);
        const before = seeing(history.slice(0, opens), new Watch(patient));
        expect(before.outages).toEqual([]);
        const whole = seeing(history.slice(0, opens + 1), new Watch(patient));
        expect(whole.outages).toHaveLength(opens < history.length ? 1 : 0);
      }),
      { numRuns: 300 },
    );
  });

  it('causes no notice when it fails once', () => {
    expect(seeing('PFPPPPFPP').notices()).toEqual([]);
  });

  it('does not count old failures after a long silence', () => {
    const watch = new Watch().at(0, { [PROBE]: PASSES }).at(60, { [PROBE]: HANGS });
    watch.every(60, [120, 600], {});
    expect(watch.check(PROBE).state).toBe('unknown');
    watch.at(660, { [PROBE]: HANGS });
    expect(watch.check(PROBE).state).toBe('suspect');
    expect(watch.outages).toEqual([]);
  });
});

/** Index of the run that opens an outage, computed from the letters. Runs are a minute apart. */
function opensAt(history: string, { k, n }: { readonly k: number; readonly n: number }): number {
  let suspected: number | undefined;
  for (let end = 0; end < history.length; end += 1) {
    const usable = [...history.slice(0, end + 1)].filter((letter) => letter !== 'I');
    const calm = usable.slice(-2 * n).every((letter) => letter !== 'F');
    if (history[end] !== 'I' && calm) suspected = undefined;
    if (history[end] !== 'F') continue;
    suspected ??= end;
    const row = /F*$/.exec(usable.join(''))?.[0].length ?? 0;
    const near = [...history.slice(Math.max(suspected, end - 4), end + 1)];
    const failed = near.filter((letter) => letter === 'F').length;
    const all = near.filter((letter) => letter !== 'I').length;
    if (row >= k || failed >= all / 5 + 2.5) return end;
  }
  return history.length;
}

describe('silence', () => {
  it('makes a check unknown after two intervals, and the first run known again', () => {
    const watch = new Watch().at(0, { [PROBE]: PASSES });
    expect(watch.at(180).check(PROBE).state).toBe('up');
    expect(watch.at(181).check(PROBE).state).toBe('unknown');
    expect(watch.at(200, { [PROBE]: PASSES }).check(PROBE).state).toBe('up');
  });

  it('ends with the first run after it, also if the run began before the last evaluation', () => {
    const watch = new Watch(aConfiguration()).at(0, { [PROBE]: PASSES });
    watch.every(60, [60, 600], {}).at(620, {});
    const slow = (seconds: number) =>
      watch.result(PROBE, NINE_FIFTEEN + seconds * SECOND, {
        ...HANGS,
        startedAt: NINE_FIFTEEN + (seconds - 11) * SECOND,
      });
    watch.fold(NINE_FIFTEEN + 625 * SECOND, [slow(625)]);
    watch.fold(NINE_FIFTEEN + 685 * SECOND, [slow(685)]);
    expect(watch.outages).toHaveLength(1);
  });

  it('includes inconclusive runs', () => {
    const watch = new Watch().at(0, { [PROBE]: PASSES }).every(60, [60, 240], { [PROBE]: CRASHES });
    expect(watch.check(PROBE).state).toBe('unknown');
    expect(watch.notices('opened')).toEqual([]);
  });

  it('leaves an outage open, and is no downtime', () => {
    const watch = seeing('PFF');
    watch.every(60, [180, 1_200], {});
    expect(watch.outage.state).toBe('open');
    expect(watch.outage.downSeconds).toBe(59);
    expect(watch.state.services.work24?.state).toBe('unknown');
    expect(watch.check(PROBE).state).toBe('unknown');
  });
});

describe('an intermittent fault of half the requests', () => {
  it('of every service opens within five minutes', () => {
    const took = Array.from({ length: 30 }, (_, seed) => minutesToNotice(seed));
    expect(Math.max(...took.map(({ told }) => told))).toBeLessThanOrEqual(5);
  });

  // A probe each minute may pass by luck for some time: five in a row in 1 of 32 cases.
  it.each(['work24', 'eps'])('of %s alone opens within eight, once some run has met it', (one) => {
    const took = Array.from({ length: 1_000 }, (_, seed) => minutesToNotice(seed, one));
    const met = took.filter((each) => each.met <= 4.5);
    expect(met.length).toBeGreaterThan(0.933 * took.length);
    expect(met.filter(({ told }) => told > 8).length).toBeLessThanOrEqual(0.03 * took.length);
  });
});

/**
 * One of two nodes hangs, so each request of all services, or of one service, may hit it. Returns
 * the minutes from the begin to the opening notice, and to the end of the first run that hit it.
 */
function minutesToNotice(
  seed: number,
  alone?: string,
): { readonly told: number; readonly met: number } {
  let met = Number.POSITIVE_INFINITY;
  const random = seededRandom(seed);
  const play = new GroupPlay({
    configuration: aConfiguration(),
    group: 'moel',
    from: NINE_FIFTEEN - 3 * MINUTE,
    hop: () => SECOND,
    answer: (request, startedAt) => {
      const concerned = alone === undefined ? request.group === 'moel' : request.service === alone;
      const hit = startedAt >= NINE_FIFTEEN && concerned && random() < 0.5;
      if (hit) met = Math.min(met, startedAt + 10_000);
      return resultOf(request, { startedAt, durationMs: hit ? 10_000 : 400 }, hit ? HANGS : {});
    },
  });
  const opened = () => play.notices.find(({ type }) => type === 'opened');
  play.play(NINE_FIFTEEN + 60 * MINUTE, () => opened() !== undefined);
  const told = opened()?.at ?? Number.POSITIVE_INFINITY;
  return { told: (told - NINE_FIFTEEN) / MINUTE, met: (met - NINE_FIFTEEN) / MINUTE };
}
