import { anonymousSteps, sessionSteps } from '#journeys/steps/portal-steps';
import type { PortalJourney } from '#journeys/steps/step';

export const employmentInsuranceLogin: PortalJourney = {
  service: 'employment-insurance',
  name: 'login',
  steps: (target) => [...anonymousSteps(target), ...sessionSteps(target)],
};
