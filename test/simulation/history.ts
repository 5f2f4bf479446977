import type { CheckRequest } from '#contract/messages';
import type { Result } from '#core/run/result';
import { type Instant, MINUTE, SECOND } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';
import { aConfiguration } from '../support/builders.ts';
import { HANGS, resultOf } from '../support/results.ts';
import { CRASHES, REFUSES, SLOW } from '../support/watch.ts';

/** Two services and a control: they have siblings, and thousands of seeds stay cheap. */
export const GROUP = 'moel';
export const SERVICES = ['work24', 'eps'];

export function simulatedConfiguration(): Configuration {
  const base = aConfiguration();
  const { catalogue } = base;
  const kept = (service: string) => service === 'control' || SERVICES.includes(service);
  return {
    ...base,
    subscriptions: [{ services: [] }, { services: SERVICES, remindAfterSeconds: 600 }],
    catalogue: {
      ...catalogue,
      services: catalogue.services.filter(({ id }) => kept(id)),
      targets: catalogue.targets.filter(({ service }) => kept(service)),
      checks: catalogue.checks.filter(({ service }) => kept(service)),
    },
  };
}

/** The same after one service was switched off. */
export function without(base: Configuration, service: string): Configuration {
  const { catalogue } = base;
  return {
    ...base,
    catalogue: {
      ...catalogue,
      services: catalogue.services.filter(({ id }) => id !== service),
      targets: catalogue.targets.filter((one) => one.service !== service),
      checks: catalogue.checks.filter((check) => check.service !== service),
    },
  };
}

type Mode = 'up' | 'hang' | 'refuse' | 'half' | 'slow' | 'crash' | 'blocked';

interface Stretch {
  readonly until: Instant;
  readonly mode: Mode;
}

/** The true state of each service over time, which the monitor does not know. */
export type History = ReadonlyMap<string, readonly Stretch[]>;

const MODES: readonly Mode[] = ['up', 'up', 'hang', 'refuse', 'half', 'slow', 'crash', 'blocked'];

/** Faults of some minutes each until `until`. After that everything works. */
export function historyOf(random: () => number, from: Instant, until: Instant): History {
  const shared = random() < 0.5;
  const first = stretches(random, from, until);
  const own = SERVICES.map((service, index): [string, readonly Stretch[]] => [
    service,
    index === 0 || shared ? first : stretches(random, from, until),
  ]);
  const bad = from + random() * (until - from);
  const control: readonly Stretch[] =
    random() < 0.25
      ? [
          { until: bad, mode: 'up' },
          { until: bad + 2 * MINUTE, mode: 'refuse' },
        ]
      : [];
  return new Map([...own, ['control', control]]);
}

function stretches(random: () => number, from: Instant, until: Instant): readonly Stretch[] {
  const list: Stretch[] = [{ until: from + 2 * MINUTE, mode: 'up' }];
  for (let end = from + 2 * MINUTE; end < until; ) {
    end = Math.min(until, end + Math.floor((0.5 + random() * 6) * MINUTE));
    list.push({ until: end, mode: MODES[Math.floor(random() * MODES.length)] ?? 'up' });
  }
  return list;
}

const SEEN: Readonly<Record<Exclude<Mode, 'half'>, Partial<Result>>> = {
  up: {},
  hang: HANGS,
  refuse: REFUSES,
  slow: SLOW,
  crash: CRASHES,
  blocked: { result: 'inconclusive', kind: 'blocked', layer: 'static' },
};

/** The result of a run that starts at `startedAt`. */
export function seenBy(
  request: CheckRequest,
  startedAt: Instant,
  { history, random }: { readonly history: History; readonly random: () => number },
): Result {
  const stretch = history.get(request.service)?.find(({ until }) => startedAt < until);
  const mode = stretch?.mode ?? 'up';
  const meant = mode === 'half' ? (random() < 0.5 ? 'hang' : 'up') : mode;
  const durationMs = meant === 'hang' ? 10 * SECOND : 300 + Math.floor(random() * 900);
  return resultOf(request, { startedAt, durationMs }, SEEN[meant]);
}
