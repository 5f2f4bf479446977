import { MINUTE, SECOND } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';

/** Two runs may be lost before the alarm. */
const RUNS = 2;

/** Lower limit: a deployment may cost a service with a run per minute some of them. */
const LEAST_SECONDS = (10 * MINUTE) / SECOND;

/**
 * After this time without a result, a service's checks must be broken, seconds: twice the pace of
 * its fastest check during an outage. Undefined if it has no checks.
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
