import { anonymousSteps, sessionSteps } from '#journeys/steps/portal-steps';
import type { PortalJourney } from '#journeys/steps/step';

export const work24Login: PortalJourney = {
  service: 'work24',
  name: 'login',
  steps: (target) => [...anonymousSteps(target), ...sessionSteps(target)],
};
