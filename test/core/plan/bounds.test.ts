import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckRequest } from '#contract/messages';
import { detectionBounds, HOP_SECONDS } from '#core/plan/bounds';
import type { Result } from '#core/run/result';
import { type Instant, MINUTE, SECOND } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';
import { runningServices } from '#core/watch/shared-checks';
import { defaultConfiguration } from '#local/configuration';
import { seededRandom } from '#local/simulate/random';
import { aConfiguration } from '../../support/builders.ts';
import { GroupPlay } from '../../support/group-play.ts';
import { HANGS, resultOf } from '../../support/results.ts';

const GROUP = 'moel';
const FROM = Date.parse('2024-07-18T08:00:00+09:00');

interface Fault {
  readonly at: Instant;
  readonly services: readonly string[];
  /** Time after which a run gives up. */
  readonly probeMs: number;
  readonly journeyMs: number;
}

/**
 * A healthy run requests the data at once and gets it quickly. In a fault it waits until its limit.
 */
function answerOf(random: () => number, fault: Fault) {
  return (request: CheckRequest, startedAt: Instant): Result => {
    const journey = request.check.endsWith('/login');
    const asksAt = startedAt + Math.floor(random() * 300);
    if (!fault.services.includes(request.service) || asksAt < fault.at) {
      return resultOf(request, { startedAt, durationMs: journey ? 3_000 : 400 });
    }
    const durationMs = asksAt - startedAt + (journey ? fault.journeyMs : fault.probeMs);
    return resultOf(request, { startedAt, durationMs }, HANGS);
  };
}

interface Trial {
  readonly configuration: Configuration;
  readonly seed: number;
  readonly services: (all: readonly string[]) => readonly string[];
  readonly probeMs: number;
  /** Maximum delay of each tick, seconds. */
  readonly lateSeconds?: number;
}

/** Seconds from the begin of a fault at a random moment to the opening notice. */
function secondsToNotice(trial: Trial): number {
  const { configuration, seed, services, probeMs, lateSeconds = 0 } = trial;
  const random = seededRandom(seed);
  const { catalogue, limits } = configuration;
  const at = FROM + 10 * MINUTE + Math.floor(random() * 300 * SECOND);
  const all = runningServices(catalogue);
  const fault = { at, services: services(all), probeMs, journeyMs: limits.stepMs };
  const play = new GroupPlay({
    configuration,
    group: GROUP,
    from: at - 2 * MINUTE,
    hop: () => Math.floor(random() * HOP_SECONDS * SECOND),
    tickLate: () => Math.floor(random() * lateSeconds * SECOND),
    answer: answerOf(random, fault),
  });
  const opened = () => play.notices.find(({ type }) => type === 'opened');
  play.play(at + 60 * MINUTE, () => opened() !== undefined);
  return ((opened()?.at ?? Number.POSITIVE_INFINITY) - at) / SECOND;
}

function longest({ limits }: Configuration): number {
  const { dnsMs, connectMs, tlsMs, firstByteMs, bodyMs } = limits.probe;
  return dnsMs + connectMs + tlsMs + firstByteMs + bodyMs - 300;
}

/** The six services, or some of them, at another cadence. */
function variant(count: number, probeSeconds: number, rules: Partial<Configuration['rules']>) {
  const base = aConfiguration();
  const services = base.catalogue.services.slice(0, count);
  const kept = new Set([...services.map(({ id }) => id), 'control']);
  const checks = base.catalogue.checks
    .filter(({ service }) => kept.has(service))
    .map((check) => (check.type === 'probe' ? { ...check, intervalSeconds: probeSeconds } : check));
  const catalogue = { ...base.catalogue, services, checks };
  return { ...base, catalogue, rules: { ...base.rules, ...rules } };
}

describe('the bounds of the default configuration', () => {
  const configuration = defaultConfiguration();
  const bounds = detectionBounds(configuration);

  it('are those that issue and documents state', () => {
    expect(bounds.sharedSeconds).toBe(107);
    expect(bounds.singleSeconds).toBe(175);
    expect(bounds.withLateTick).toEqual({ sharedSeconds: 166, singleSeconds: 234 });
    expect(bounds.sharedMedianSeconds).toBe(66);
    expect(bounds.beyondProbes).toEqual({ sharedSeconds: 288, singleSeconds: 533 });
    expect(bounds.formula).toContain('gap');
  });

  it('hold for a shared cause at 1,000 random moments', () => {
    const { firstByteMs } = configuration.limits.probe;
    const told = Array.from({ length: 1_000 }, (_, seed) =>
      secondsToNotice({ configuration, seed, services: (all) => all, probeMs: firstByteMs }),
    ).sort((a, b) => a - b);
    expect(told.at(-1)).toBeLessThanOrEqual(bounds.sharedSeconds);
    expect(told[500]).toBeLessThanOrEqual(bounds.sharedMedianSeconds);
    expect(told[950]).toBeLessThanOrEqual(75);
    expect(told[0]).toBeGreaterThan(20 + firstByteMs / SECOND - 0.001);
  });

  it('hold when every phase of a probe takes all the time it may', () => {
    for (let seed = 0; seed < 1_000; seed += 1) {
      const probeMs = longest(configuration);
      const services = (all: readonly string[]) => all;
      const told = secondsToNotice({ configuration, seed, services, probeMs });
      expect(told, `seed ${seed}`).toBeLessThanOrEqual(bounds.sharedSeconds);
    }
  });

  it('hold for one service alone', () => {
    for (let seed = 0; seed < 1_000; seed += 1) {
      const probeMs = seed % 2 === 0 ? longest(configuration) : 200;
      const services = (all: readonly string[]) => [all[seed % all.length] ?? ''];
      const told = secondsToNotice({ configuration, seed, services, probeMs });
      expect(told, `seed ${seed}`).toBeLessThanOrEqual(bounds.singleSeconds);
    }
  });
});

describe('the bounds with late ticks', () => {
  const configuration = defaultConfiguration();
  const { withLateTick } = detectionBounds(configuration);

  it.each([
    ['shared', withLateTick.sharedSeconds],
    ['single', withLateTick.singleSeconds],
  ])('hold when every tick is up to 59 s late: %s', (kind, bound) => {
    for (let seed = 0; seed < 1_000; seed += 1) {
      const services = (all: readonly string[]) =>
        kind === 'shared' ? all : [all[seed % all.length] ?? ''];
      const probeMs = seed % 2 === 0 ? longest(configuration) : 200;
      const told = secondsToNotice({ configuration, seed, services, probeMs, lateSeconds: 59 });
      expect(told, `seed ${seed}`).toBeLessThanOrEqual(bound);
    }
  });
});

describe('the bounds of any configuration', () => {
  it('are never exceeded', () => {
    const rules = fc.record({
      openAt: fc.constantFrom(
        { k: 1, n: 1 },
        { k: 1, n: 3 },
        { k: 2, n: 2 },
        { k: 2, n: 3 },
        { k: 3, n: 5 },
      ),
      groupWaitSeconds: fc.constantFrom(0, 10, 30, 120),
      confirmBudgetPerHost: fc.constantFrom(6, 30),
      lastsSeconds: fc.constantFrom(
        { together: 0, alone: 0 },
        { together: 20, alone: 60 },
        { together: 30, alone: 30 },
        { together: 60, alone: 180 },
      ),
    });
    const trial = fc.record({
      seed: fc.nat(),
      count: fc.integer({ min: 1, max: 6 }),
      probeSeconds: fc.constantFrom(60, 120, 300),
      shared: fc.boolean(),
      share: fc.double({ min: 0.01, max: 1, noNaN: true }),
      rules,
    });
    fc.assert(
      fc.property(trial, ({ seed, count, probeSeconds, shared, share, rules: changed }) => {
        const configuration = variant(count, probeSeconds, changed);
        const { sharedSeconds, singleSeconds } = detectionBounds(configuration);
        const services = (all: readonly string[]) => (shared ? all : all.slice(0, 1));
        const probeMs = Math.floor(longest(configuration) * share);
        const told = secondsToNotice({ configuration, seed, services, probeMs });
        expect(told).toBeLessThanOrEqual(shared ? sharedSeconds : singleSeconds);
      }),
      { numRuns: 150 },
    );
  });

  it('grow with the interval and shrink with the number of services', () => {
    const shared = (count: number, seconds: number) =>
      detectionBounds(variant(count, seconds, {})).sharedSeconds;
    expect(shared(6, 60)).toBeLessThan(shared(3, 60));
    expect(shared(6, 60)).toBeLessThan(shared(6, 300));
    expect(shared(1, 60)).toBe(detectionBounds(variant(1, 60, {})).singleSeconds);
  });

  it('are nothing where nothing is watched', () => {
    const base = aConfiguration();
    const catalogue = { ...base.catalogue, checks: [] };
    const { sharedSeconds, beyondProbes } = detectionBounds({ ...base, catalogue });
    expect(sharedSeconds).toBe(0);
    expect(beyondProbes).toBeNull();
  });
});
