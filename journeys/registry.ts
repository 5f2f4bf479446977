import { employmentInsuranceLogin } from '#journeys/employment-insurance.journey';
import { employmentSupportLogin } from '#journeys/employment-support.journey';
import { epsLogin } from '#journeys/eps.journey';
import { hrdNetLogin } from '#journeys/hrd-net.journey';
import type { PortalJourney } from '#journeys/steps/step';
import { work24Login } from '#journeys/work24.journey';
import { worknetLogin } from '#journeys/worknet.journey';

/** Every journey there is; wiring hands these to the runner. */
export const journeys: readonly PortalJourney[] = [
  work24Login,
  worknetLogin,
  employmentInsuranceLogin,
  employmentSupportLogin,
  hrdNetLogin,
  epsLogin,
];

export function findJourney(service: string, name: string): PortalJourney | undefined {
  return journeys.find((journey) => journey.service === service && journey.name === name);
}
