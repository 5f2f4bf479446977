import { employmentInsuranceLogin } from '#portals/moel/employment-insurance.journey';
import { employmentSupportLogin } from '#portals/moel/employment-support.journey';
import { epsLogin } from '#portals/moel/eps.journey';
import { hrdNetLogin } from '#portals/moel/hrd-net.journey';
import { work24Login } from '#portals/moel/work24.journey';
import { worknetLogin } from '#portals/moel/worknet.journey';
import type { PortalJourney } from '#portals/steps/step';

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
