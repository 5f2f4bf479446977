import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOwn } from '#core/notice/notice';
import type { Result } from '#core/run/result';
import { MINUTE, SECOND } from '#core/time/time';
import { seededRandom } from '#local/simulate/random';
import { aConfiguration, NINE_FIFTEEN } from '../../support/builders.ts';
import { GroupPlay } from '../../support/group-play.ts';
import { HANGS, resultOf } from '../../support/results.ts';
import { PASSES, REFUSES, Watch } from '../../support/watch.ts';

const PROBE = 'work24/probe';
const watching = () => new Watch(aConfiguration()).at(0, { [PROBE]: PASSES, 'eps/probe': PASSES });
const opened = (watch: Watch) => watch.outages.length > 0;

describe('failures of one service alone', () => {
  it.each([
    [59, false],
    [60, true],
  ])('that span %i s open an outage: %s', (seconds, opens) => {
    const watch = watching()
      .at(60, { [PROBE]: HANGS })
      .at(60 + seconds, { [PROBE]: HANGS });
    expect(opened(watch)).toBe(opens);
  });

  it('between which it passes do not', () => {
    const watch = watching()
      .at(60, { [PROBE]: HANGS })
      .at(90, { [PROBE]: PASSES });
    expect(opened(watch.at(120, { [PROBE]: HANGS }))).toBe(false);
  });

  it('span as much when services that share the address fail as well: they count once', () => {
    const both = { [PROBE]: HANGS, 'worknet/probe': HANGS };
    const watch = watching().at(60, both).at(100, both);
    expect(opened(watch)).toBe(false);
    expect(opened(watch.at(120, both))).toBe(true);
    expect(watch.outage.incidents).toHaveLength(2);
  });

  it('go on where another of those passed as they began, but not where it passed later', () => {
    const opens = (passed: number) => {
      const watch = watching().at(60, { [PROBE]: HANGS });
      watch.at(passed, { 'employment-insurance/probe': PASSES });
      watch.at(90, { 'worknet/probe': HANGS });
      return opened(watch.at(120, { 'worknet/probe': HANGS }));
    };
    expect(opens(60)).toBe(true);
    expect(opens(61)).toBe(false);
  });

  it('may begin with one of those and go on with another', () => {
    const watch = watching()
      .at(60, { [PROBE]: HANGS })
      .at(90, { 'worknet/probe': HANGS });
    expect(opened(watch.at(120, { 'worknet/probe': HANGS }))).toBe(true);
  });
});

describe('failures of services on different addresses', () => {
  const both = { [PROBE]: HANGS, 'eps/probe': HANGS };

  it.each([
    [19, false],
    [20, true],
  ])('that are alike and span %i s open an outage: %s', (seconds, opens) => {
    const watch = watching()
      .at(60, both)
      .at(60 + seconds, { [PROBE]: HANGS });
    expect(opened(watch)).toBe(opens);
  });

  it('do not confirm each other when they are not alike', () => {
    const watch = watching().at(60, { [PROBE]: HANGS, 'eps/probe': REFUSES });
    expect(opened(watch.at(80, { [PROBE]: HANGS, 'eps/probe': REFUSES }))).toBe(false);
  });

  it('do not confirm each other once the other has passed again', () => {
    const watch = watching().at(60, both).at(70, { 'eps/probe': PASSES });
    expect(opened(watch.at(80, { [PROBE]: HANGS }))).toBe(false);
  });
});

describe('how long failures must span', () => {
  const { catalogue, ...rest } = aConfiguration();
  const patient = (service: object, group: object) => ({
    ...rest,
    catalogue: {
      ...catalogue,
      services: catalogue.services.map((one) =>
        one.id === 'work24' ? { ...one, ...service } : one,
      ),
      groups: catalogue.groups.map((one) => ({ ...one, ...group })),
    },
  });
  const openedAt = (service: object, group: object) => {
    const watch = new Watch(patient(service, group)).at(0, { [PROBE]: PASSES });
    for (let seconds = 60; ; seconds += 10) {
      if (opened(watch.at(seconds, { [PROBE]: HANGS }))) return seconds - 60;
    }
  };

  it('is set for all, for a group and for a service, and the most specific setting counts', () => {
    expect(openedAt({}, {})).toBe(60);
    expect(openedAt({}, { lastsSeconds: { alone: 120 } })).toBe(120);
    expect(openedAt({ lastsSeconds: { alone: 30 } }, { lastsSeconds: { alone: 120 } })).toBe(30);
  });

  it('is the shorter time of two services that fail at one address', () => {
    const watch = new Watch(patient({ lastsSeconds: { alone: 30 } }, {}));
    watch.at(0, { [PROBE]: PASSES, 'worknet/probe': PASSES });
    watch.at(60, { [PROBE]: HANGS }).at(90, { 'worknet/probe': HANGS });
    expect(opened(watch)).toBe(true);
  });
});

/** Notices of faults of `seconds` at random moments, all services or one. */
function noticesOf(seed: number, seconds: number, services?: readonly string[], share = 1) {
  const random = seededRandom(seed);
  const begin = NINE_FIFTEEN + Math.floor(random() * 5 * MINUTE);
  const play = new GroupPlay({
    configuration: aConfiguration(),
    group: 'moel',
    from: NINE_FIFTEEN - 3 * MINUTE,
    hop: () => Math.floor(random() * 2 * SECOND),
    answer: (request, startedAt): Result => {
      const inTime = startedAt >= begin && startedAt < begin + seconds * SECOND;
      const concerned = request.group === 'moel' && (services?.includes(request.service) ?? true);
      const hit = inTime && concerned && random() < share;
      return resultOf(request, { startedAt, durationMs: 400 }, hit ? REFUSES : {});
    },
  });
  play.play(begin + 20 * MINUTE);
  return { play, notices: play.notices };
}

describe('failures that end before they have lasted', () => {
  it('ring no phone and are kept as a blip: all for 19 s, one for 58 s, whole or in part', () => {
    const fault = fc.record({
      seed: fc.nat(),
      share: fc.constantFrom(1, 0.5),
      alone: fc.boolean(),
    });
    fc.assert(
      fc.property(fault, ({ seed, share, alone }) => {
        const { play, notices } = noticesOf(
          seed,
          alone ? 58 : 19,
          alone ? ['eps'] : undefined,
          share,
        );
        expect(notices).toEqual([]);
        for (const blip of play.state.blips) {
          expect(blip.startedBetween.by).toBeLessThanOrEqual(blip.endedBetween.by);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('are recorded with their time and kind', () => {
    const watch = watching()
      .at(60, { [PROBE]: HANGS })
      .every(10, [70, 130], { [PROBE]: PASSES });
    expect(watch.state.blips).toEqual([
      {
        service: 'work24',
        check: PROBE,
        startedBetween: { after: NINE_FIFTEEN - SECOND, by: NINE_FIFTEEN + 60 * SECOND },
        endedBetween: { after: NINE_FIFTEEN + 59 * SECOND, by: NINE_FIFTEEN + 70 * SECOND },
        layer: 'data',
        kind: 'timeout',
        run: expect.any(String),
      },
    ]);
    expect(watch.notices()).toEqual([]);
  });
});

describe('where some requests fail', () => {
  it('one outage is told once, with the share', () => {
    for (let seed = 0; seed < 12; seed += 1) {
      const { play, notices } = noticesOf(seed, 1_200, undefined, 0.5);
      expect(notices.filter((one) => one.type === 'opened' && !isOwn(one))).toHaveLength(1);
      const outages = Object.values(play.state.outages);
      expect(outages).toHaveLength(1);
      expect(outages[0]?.record.cause.failedShare).toBeGreaterThan(0.3);
      expect(outages[0]?.record.cause.failedShare).toBeLessThan(0.8);
    }
  });

  it('a few of a hundred are no outage', () => {
    for (let seed = 0; seed < 12; seed += 1) {
      expect(noticesOf(seed, 1_200, undefined, 0.04).notices).toEqual([]);
    }
  });
});

describe('failures between which runs pass', () => {
  const flapping = (runs: readonly string[], until: number) => {
    const watch = watching();
    for (let second = 60; second <= until; second += 10) {
      watch.at(second, Object.fromEntries(runs.map((run) => [run, HANGS])));
      watch.at(second + 5, Object.fromEntries(runs.map((run) => [run, PASSES])));
    }
    return opened(watch);
  };

  it('open an outage when they span twenty seconds on different addresses, a minute on one', () => {
    expect(flapping([PROBE, 'eps/probe'], 70)).toBe(false);
    expect(flapping([PROBE, 'eps/probe'], 80)).toBe(true);
    expect(flapping([PROBE], 110)).toBe(false);
    expect(flapping([PROBE], 120)).toBe(true);
  });
});
