import { describe, expect, it } from 'vitest';
import { defined } from '#core/defined';
import type { FaultMode, Scenario, ScenarioFault } from '#core/scenario/scenario';
import type { Summary } from '#core/scenario/summary';
import { HOUR, type Instant, MINUTE, SECOND } from '#core/time/time';
import { runningServices } from '#core/watch/shared-checks';
import { defaultConfiguration } from '#local/configuration';
import { seededRandom } from '#local/simulate/random';
import { simulate } from '#local/simulate/simulate';

const configuration = defaultConfiguration();
const ALL = configuration.catalogue.services.map(({ id }) => id);
const LONE = runningServices(configuration.catalogue);
const BEGIN: Instant = Date.parse('2025-03-03T00:00:00+09:00');
/** So far apart that each notice belongs to one mix. */
const SLOT_MS = 5 * HOUR;
const SEEDS = [1, 2, 3, 4];

interface Part {
  readonly from: number;
  readonly to: number;
  readonly mode: FaultMode;
  readonly share?: number;
  readonly ms?: number;
  readonly services?: readonly string[];
}

interface Mix {
  /** Minutes from the begin of the mix. */
  readonly parts: readonly Part[];
  /** Each begin (B), end (E) and recurrence (R) that phones of the whole group may hear. */
  readonly hears: RegExp;
  /** Begins to be told within so many seconds of the first part. */
  readonly within?: number;
}

const every = (minutes: number, times: number, part: Part): readonly Part[] =>
  Array.from({ length: times }, (_, index) => ({
    ...part,
    from: part.from + index * minutes,
    to: part.to + index * minutes,
  }));
const whole = (
  mode: FaultMode,
  from: number,
  to: number,
  services: readonly string[] = ALL,
): Part => ({
  from,
  to,
  mode,
  services,
});

const MIXES: Readonly<Record<string, (lone: readonly string[]) => Mix>> = {
  'one of two nodes': () => ({
    parts: [{ from: 0, to: 25, mode: 'http-503', share: 0.5 }],
    hears: /^BE$/,
    within: 300,
  }),
  'one of two nodes of one service': (services) => ({
    parts: [{ from: 0, to: 25, mode: 'http-503', share: 0.5, services }],
    hears: /^BE$/,
  }),
  '40 % errors with slow answers': () => ({
    parts: [
      { from: 0, to: 20, mode: 'slow', share: 0.6, ms: 7_000 },
      { from: 0, to: 20, mode: 'http-500', share: 0.4 },
    ],
    hears: /^BE$/,
    within: 300,
  }),
  'services that join one after the other': () => ({
    parts: ALL.map((id, index) => whole('hang', index * 4, 40, [id])),
    hears: /^BE$/,
  }),
  'services that recover one after the other': () => ({
    parts: ALL.map((id, index) => whole('http-503', 0, 20 + index * 4, [id])),
    hears: /^BE{1,2}$/,
    within: 120,
  }),
  'a cause that moves from one layer to another': () => ({
    parts: [whole('db-error-page', 0, 10), whole('http-503', 10, 20), whole('refuse', 20, 30)],
    hears: /^BE$/,
    within: 120,
  }),
  'a brown-out of 90 s every seven minutes': () => ({
    parts: every(7, 17, whole('http-503', 0, 1.5)),
    hears: /^BERE$/,
    within: 120,
  }),
  'two minutes down every seven, one service': (services) => ({
    parts: every(7, 17, whole('hang', 0, 2, services)),
    hears: /^BE(RE){0,2}$/,
  }),
  'recoveries of 50 s': () => ({
    parts: every(4 + 50 / 60, 6, whole('hang', 0, 4)),
    hears: /^BE$/,
    within: 120,
  }),
  'recoveries of 50 s, one service': (services) => ({
    parts: every(4 + 50 / 60, 6, whole('http-503', 0, 4, services)),
    hears: /^BE$/,
    within: 180,
  }),
  'a deploy of 90 s': () => ({ parts: [whole('http-503', 0, 1.5)], hears: /^BE$/, within: 120 }),
  'a deploy of 40 s': () => ({ parts: [whole('http-503', 0, 40 / 60)], hears: /^$/ }),
  'two causes at once': () => ({
    parts: [
      whole('refuse', 0, 40, ['eps']),
      whole(
        'hang',
        10,
        25,
        ALL.filter((id) => id !== 'eps'),
      ),
    ],
    hears: /^BBEE$/,
    within: 180,
  }),
  'a fault that moves from one service to another': () => ({
    parts: [whole('http-503', 0, 20, ['eps']), whole('http-503', 20, 40, ['hrd-net'])],
    hears: /^BE$/,
    within: 180,
  }),
  'some requests, then all, then some': () => ({
    parts: [
      { from: 0, to: 20, mode: 'http-503', share: 0.3 },
      whole('http-503', 20, 35),
      { from: 35, to: 60, mode: 'http-503', share: 0.3 },
    ],
    hears: /^BE$/,
    within: 300,
  }),
  'a hang of most and an error of one': () => ({
    parts: [
      whole(
        'hang',
        0,
        30,
        ALL.filter((id) => id !== 'eps'),
      ),
      whole('http-500', 0, 30, ['eps']),
    ],
    hears: /^BE$/,
    within: 120,
  }),
  'an end that nobody saw, because the monitor stood still': () => ({
    parts: [whole('hang', 0, 30), whole('monitor-gap', 20, 55)],
    hears: /^BE$/,
    within: 120,
  }),
  'a begin that nobody saw': () => ({
    parts: [whole('hang', 10, 40), whole('monitor-gap', 0, 25)],
    hears: /^BE$/,
  }),
  'blips of 20 s every five minutes': () => ({
    parts: every(5, 30, whole('http-503', 0, 1 / 3)),
    hears: /^$/,
  }),
  'blips of 40 s every ten minutes, one service': (services) => ({
    parts: every(10, 15, whole('hang', 0, 2 / 3, services)),
    hears: /^$/,
  }),
  '91 s down, 137 s up, for an hour': () => ({
    parts: every(228 / 60, 16, whole('http-503', 0, 91 / 60)),
    hears: /^BE(RE)?$/,
    within: 120,
  }),
  'slow, but within what a check waits': () => ({
    parts: [{ from: 0, to: 120, mode: 'slow', ms: 9_000 }],
    hears: /^$/,
  }),
  'a waiting room': () => ({ parts: [{ from: 0, to: 60, mode: 'waiting-room' }], hears: /^$/ }),
};

interface Placed {
  readonly name: string;
  readonly from: Instant;
  readonly mix: Mix;
}

function placedBy(random: () => number): readonly Placed[] {
  return Object.entries(MIXES).map(([name, mixOf], index) => ({
    name,
    from: BEGIN + index * SLOT_MS + HOUR + Math.floor(random() * 20 * MINUTE),
    mix: mixOf([LONE[Math.floor(random() * LONE.length)] ?? '']),
  }));
}

function scenarioOf(placed: readonly Placed[], seed: number): Scenario {
  const faults = placed.flatMap(({ from, mix }) =>
    mix.parts.map((part): ScenarioFault => {
      const { services = ALL, share = 1, mode, ms } = part;
      const span = { from: from + part.from * MINUTE, to: from + part.to * MINUTE };
      return { services: sharers(services), ...span, mode, share, ...defined({ ms }) };
    }),
  );
  const to = BEGIN + placed.length * SLOT_MS;
  return { name: 'other mixes', seed, from: BEGIN, to, services: ALL, faults };
}

/** Services that are checked on the same screens fail together. */
function sharers(services: readonly string[]): readonly string[] {
  const { checks } = configuration.catalogue;
  const shares = (id: string) =>
    checks.some((check) => check.service === id && services.some((one) => runs(check, one)));
  return ALL.filter((id) => services.includes(id) || shares(id));
}

function runs({ sharedWith }: { readonly sharedWith?: string }, service: string): boolean {
  return sharedWith?.startsWith(`${service}/`) ?? false;
}

function heard({ notices }: Summary, { from }: Placed) {
  const rings = notices.filter(({ at, sms, to }) => {
    const after = Date.parse(at) - from;
    return sms !== undefined && (to?.whole ?? true) && after >= 0 && after < SLOT_MS - HOUR;
  });
  const letter = (type: string, again?: true) => (type === 'closed' ? 'E' : again ? 'R' : 'B');
  return {
    letters: rings.map(({ type, again }) => letter(type, again)).join(''),
    firstSeconds: rings[0] ? (Date.parse(rings[0].at) - from) / SECOND : undefined,
  };
}

describe('mixes of faults that the benches do not play', () => {
  it.each(SEEDS)('call once, in time, and tell each end, with seed %i', (seed) => {
    const placed = placedBy(seededRandom(seed));
    const { summary } = simulate(scenarioOf(placed, seed), { configuration });
    const wrong = placed.flatMap((one) => {
      const { letters, firstSeconds = 0 } = heard(summary, one);
      const isLate = firstSeconds > (one.mix.within ?? Number.POSITIVE_INFINITY);
      const isRight = one.mix.hears.test(letters) && !isLate;
      return isRight ? [] : [`${one.name}: ${letters} after ${firstSeconds} s`];
    });
    expect(wrong).toEqual([]);
  });
});
