import { MINUTE, SECOND } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';

/** Two runs may be lost before anybody is told. */
const RUNS = 2;

/** A service checked each minute is not blind because a deployment took some. */
const LEAST_SECONDS = (10 * MINUTE) / SECOND;

/**
 * How long a service may go without a result before its checks must be broken, seconds: twice the
 * pace of its quickest check, during an outage. Undefined when nothing of it is checked.
 */
export function quietSeconds(
  service: string,
  { catalogue, rules }: Configuration,
): number | undefined {
  const { probeSeconds, journeySeconds } = rules.outageCadence;
  const slowest = { probe: probeSeconds, journey: journeySeconds, control: 0 } as const;
  const paces = catalogue.checks
    .filter((check) => check.service === service)
    .map(({ type, intervalSeconds }) => Math.max(intervalSeconds, slowest[type]));
  if (paces.length === 0) return undefined;
  return Math.max(LEAST_SECONDS, RUNS * Math.min(...paces));
}
