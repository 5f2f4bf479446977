import { anonymousSteps, sessionSteps } from '#journeys/steps/portal-steps';
import type { PortalJourney } from '#journeys/steps/step';

export const employmentSupportLogin: PortalJourney = {
  service: 'employment-support',
  name: 'login',
  steps: (target) => [...anonymousSteps(target), ...sessionSteps(target)],
};
