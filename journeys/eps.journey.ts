import { anonymousSteps, sessionSteps } from '#journeys/steps/portal-steps';
import type { PortalJourney } from '#journeys/steps/step';

export const epsLogin: PortalJourney = {
  service: 'eps',
  name: 'login',
  steps: (target) => [...anonymousSteps(target), ...sessionSteps(target)],
};
