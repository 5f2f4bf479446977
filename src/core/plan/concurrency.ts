import type { Catalogue } from '#core/watch/catalogue';
import { runningChecks } from '#core/watch/shared-checks';

/** Simultaneous invocations, by function. */
export interface Concurrency {
  readonly journeys: number;
  readonly probes: number;
  readonly evaluations: number;
}

/** The smallest limit that an event source accepts. */
const LEAST = 2;

/**
 * All at once: when a shared database hangs, every probe of a group waits for its time-out and
 * every confirming journey is requested within seconds. A lower limit would delay runs, and the
 * detection bound assumes no delay.
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

/** Simultaneous readers of the history API that the plan assumes. */
const READERS = 5;

/**
 * Simultaneous invocations that the account's limit must allow. Each journey takes runner and
 * browser.
 */
export function concurrencyNeeded(catalogue: Catalogue): number {
  const { journeys, probes, evaluations } = concurrencyOf(catalogue);
  const dispatcher = 1;
  return dispatcher + 2 * journeys + probes + evaluations + READERS;
}
