import { anonymousSteps, sessionSteps } from '#portals/steps/portal-steps';
import type { PortalJourney } from '#portals/steps/step';

export const employmentSupportLogin: PortalJourney = {
  service: 'employment-support',
  name: 'login',
  steps: (target) => [...anonymousSteps(target), ...sessionSteps(target)],
};
