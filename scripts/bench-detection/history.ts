import type { FaultMode, Scenario, ScenarioFault } from '#core/scenario/scenario';
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '#core/time/time';

/** Distance between faults. It is so large that each message belongs to one fault. */
const SLOT_MS = 3 * HOUR;
/** 1 January 2025, 00:00 KST. */
const BEGIN: Instant = Date.parse('2025-01-01T00:00:00+09:00');
const WEEK = 7 * DAY;
/** Services whose checks visit other people's sites. */
const CONTROL_SERVICES = ['control', 'control-2', 'control-3'];
const SHORTEST_MS = 8 * SECOND;
const LONGEST_MS = HOUR;
const MODES: readonly FaultMode[] = ['hang', 'http-503'];
const SHARES: readonly number[] = [1, 0.5, 0.2];

export interface HistoryOptions {
  readonly services: readonly string[];
  readonly random: () => number;
}

/**
 * `count` faults: shared or lone, hang or error, all, half or a fifth of requests, 8 s to 60 min.
 */
export function faultHistory(count: number, { services, random }: HistoryOptions): Scenario {
  const faults = Array.from({ length: count }, (_, slot): ScenarioFault => {
    const from = BEGIN + slot * SLOT_MS + HOUR + Math.floor(random() * 10 * MINUTE);
    const length = SHORTEST_MS * (LONGEST_MS / SHORTEST_MS) ** random();
    return {
      services: random() < 0.5 ? services : [oneOf(services, random)],
      from,
      to: from + Math.round(length),
      mode: oneOf(MODES, random),
      share: oneOf(SHARES, random),
    };
  });
  return scenario('faults', { services, faults, to: BEGIN + count * SLOT_MS });
}

/** Days without anything that should ring a phone. */
export function noisyHistory(days: number, { services, random }: HistoryOptions): Scenario {
  const to = BEGIN + days * DAY;
  const everywhere = { services, from: BEGIN, to };
  const faults: ScenarioFault[] = [
    { ...everywhere, mode: 'http-503', share: 1e-4 },
    { ...everywhere, mode: 'refuse', share: 1e-4 },
  ];
  for (let day = BEGIN; day < to; day += DAY) {
    faults.push(...dayOf(day, { services, random }));
  }
  for (let week = BEGIN; week < to; week += WEEK) {
    const from = week + random() * 6 * DAY;
    // Trouble on our own network: nothing can be reached, not even controls.
    faults.push({
      services: [...services, ...CONTROL_SERVICES],
      from,
      to: from + (2 + 8 * random()) * MINUTE,
      mode: 'refuse',
      share: 1,
    });
  }
  return scenario('noise', { services, faults, to });
}

function dayOf(day: Instant, { services, random }: HistoryOptions): readonly ScenarioFault[] {
  const service = () => [oneOf(services, random)];
  const brownOut = day + (9 + 9 * random()) * HOUR;
  const deploy = day + 2 * HOUR + random() * 30 * MINUTE;
  return [
    // A slow night.
    {
      services: service(),
      from: day + 2 * HOUR,
      to: day + 4.5 * HOUR,
      mode: 'slow',
      share: 0.4,
      ms: 9_000,
    },
    // A brown-out: pages take seconds but arrive.
    { services: service(), from: brownOut, to: brownOut + 20 * MINUTE, mode: 'slow', share: 0.7 },
    // A deploy: 10 to 50 s of 503.
    {
      services: service(),
      from: deploy,
      to: deploy + (10 + 40 * random()) * SECOND,
      mode: 'http-503',
      share: 1,
    },
  ];
}

function scenario(name: string, rest: Pick<Scenario, 'services' | 'faults' | 'to'>): Scenario {
  return { name, from: BEGIN, seed: 1, ...rest };
}

function oneOf<T>(among: readonly T[], random: () => number): T {
  return among[Math.floor(random() * among.length)] as T;
}
