import type { Catalogue } from '#core/watch/catalogue';
import { runningChecks } from '#core/watch/shared-checks';

/** Invocations at once, by what is invoked. */
export interface Concurrency {
  readonly journeys: number;
  readonly probes: number;
  readonly evaluations: number;
}

/** The smallest limit that an event source takes. */
const LEAST = 2;

/**
 * Everything at once: when a shared database hangs, every probe of a group waits out its time-out
 * and every confirming journey is asked for within seconds. Fewer would make one wait for another,
 * and the detection bound count on none that does.
 */
export function concurrencyOf(catalogue: Catalogue): Concurrency {
  const checks = runningChecks(catalogue);
  const journeys = checks.filter(({ type }) => type === 'journey').length;
  return {
    journeys: Math.max(LEAST, journeys),
    probes: Math.max(LEAST, checks.length - journeys),
    evaluations: Math.max(LEAST, catalogue.groups.length),
  };
}

/** Readers of the history API at once, as the plan counts on them. */
const READERS = 5;

/** Invocations at once that the account's limit has to allow; each journey takes runner and browser. */
export function concurrencyNeeded(catalogue: Catalogue): number {
  const { journeys, probes, evaluations } = concurrencyOf(catalogue);
  const dispatcher = 1;
  return dispatcher + 2 * journeys + probes + evaluations + READERS;
}
