import type { Target } from '#core/watch/catalogue';
import type { OperatorJourneys } from '#portals/steps/journey-book';
import type { PortalJourney, PortalStep } from '#portals/steps/step';

/** Journeys and logins of an own folder, from `journeys/index.ts`. */
export function defineJourneys(own: Partial<OperatorJourneys>): OperatorJourneys {
  return { journeys: own.journeys ?? [], logins: own.logins ?? {} };
}

/**
 * One journey: a person's steps at a service, outermost layer first. Its check is named
 * `<service>/<name>`. The service's `journeys` in `bonghwa.config.ts` schedule it.
 */
export function journey(
  service: string,
  name: string,
  steps: (target: Target) => readonly PortalStep[],
): PortalJourney {
  return { service, name, steps };
}
