import { causeOf } from '#core/outage/cause';
import { likeCause, startOf } from '#core/outage/correlation';
import type { Outage } from '#core/outage/outage';

/**
 * The outage as some of its services have it: with their begin, and with their own symptom if it is
 * not that of the outage. A notice about them must not say that a service hangs because another
 * one does.
 */
export function partOf(outage: Outage, services: readonly string[]): Outage {
  const incidents = outage.incidents.filter(({ service }) => services.includes(service));
  if (incidents.length === 0) return outage;
  const { cause } = outage;
  const isLike = incidents.some((one) => likeCause(outage, cause, one));
  return {
    ...outage,
    incidents,
    startedBetween: startOf(incidents.map(({ startedBetween }) => startedBetween)),
    cause: isLike ? cause : causeOf(incidents, cause.failedShare),
  };
}
