import type { Target } from '#core/watch/catalogue';
import type { OperatorJourneys } from '#portals/steps/journey-book';
import type { PortalJourney, PortalStep } from '#portals/steps/step';

/** Journeys and ways to log in of an own folder, from `journeys/index.ts`. */
export function defineJourneys(own: Partial<OperatorJourneys>): OperatorJourneys {
  return { journeys: own.journeys ?? [], logins: own.logins ?? {} };
}

/**
 * One journey: what a person does at a service, outermost layer first. Its check is named
 * `<service>/<name>` and is scheduled by `journeys` of the service in `bonghwa.config.ts`.
 */
export function journey(
  service: string,
  name: string,
  steps: (target: Target) => readonly PortalStep[],
): PortalJourney {
  return { service, name, steps };
}
