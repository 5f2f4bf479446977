import { anonymousSteps, sessionSteps } from '#portals/steps/portal-steps';
import type { PortalJourney } from '#portals/steps/step';

export const employmentInsuranceLogin: PortalJourney = {
  service: 'employment-insurance',
  name: 'login',
  steps: (target) => [...anonymousSteps(target), ...sessionSteps(target)],
};
