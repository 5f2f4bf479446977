import { anonymousSteps, sessionSteps } from '#portals/steps/portal-steps';
import type { PortalJourney } from '#portals/steps/step';

export const hrdNetLogin: PortalJourney = {
  service: 'hrd-net',
  name: 'login',
  steps: (target) => [...anonymousSteps(target), ...sessionSteps(target)],
};
