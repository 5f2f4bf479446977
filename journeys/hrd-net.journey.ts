import { anonymousSteps, sessionSteps } from '#journeys/steps/portal-steps';
import type { PortalJourney } from '#journeys/steps/step';

export const hrdNetLogin: PortalJourney = {
  service: 'hrd-net',
  name: 'login',
  steps: (target) => [...anonymousSteps(target), ...sessionSteps(target)],
};
