import { anonymousSteps, sessionSteps } from '#portals/steps/portal-steps';
import type { PortalJourney } from '#portals/steps/step';

export const work24Login: PortalJourney = {
  service: 'work24',
  name: 'login',
  steps: (target) => [...anonymousSteps(target), ...sessionSteps(target)],
};
