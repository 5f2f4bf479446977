import { anonymousSteps, sessionSteps } from '#portals/steps/portal-steps';
import type { PortalJourney } from '#portals/steps/step';

export const epsLogin: PortalJourney = {
  service: 'eps',
  name: 'login',
  steps: (target) => [...anonymousSteps(target), ...sessionSteps(target)],
};
