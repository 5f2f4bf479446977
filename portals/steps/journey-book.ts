import { type Target, USUAL_JOURNEY } from '#core/watch/catalogue';
import { idAndPassword, type LoginFlow } from '#portals/steps/login-flow';
import { anonymousSteps } from '#portals/steps/portal-steps';
import type { PortalJourney } from '#portals/steps/step';

/** Steps that an operator's folder adds to the standard journey. */
export interface OperatorJourneys {
  /** Its own logins, by the name in a target's `login`. */
  readonly logins: Readonly<Record<string, LoginFlow>>;
  /** Other journeys of single services. */
  readonly journeys: readonly PortalJourney[];
}

/** All journeys and all logins. */
export interface JourneyBook {
  readonly logins: ReadonlyMap<string, LoginFlow>;
  /** Undefined if the journey does not exist or the target's login is unknown. */
  find(target: Target, name: string): PortalJourney | undefined;
}

/** A target without a login ends at the rendered login page. */
const NO_LOGIN: LoginFlow = { asks: [], steps: () => [] };

export function journeyBook(operators: readonly OperatorJourneys[]): JourneyBook {
  const logins = new Map<string, LoginFlow>([
    ['none', NO_LOGIN],
    ['id-password', idAndPassword],
    ...operators.flatMap((operator) => Object.entries(operator.logins)),
  ]);
  const own = operators.flatMap(({ journeys }) => journeys);
  const ownOf = (service: string, name: string) =>
    own.find((journey) => journey.service === service && journey.name === name);
  return {
    logins,
    find: (target, name) =>
      ownOf(target.service, name) ??
      (name === USUAL_JOURNEY && logins.has(target.login)
        ? usual(target.service, logins)
        : undefined),
  };
}

/** Its pages from the outside in, then its login. */
function usual(service: string, logins: JourneyBook['logins']): PortalJourney {
  return {
    service,
    name: USUAL_JOURNEY,
    steps: (target) => [
      ...anonymousSteps(target),
      ...(logins.get(target.login) ?? NO_LOGIN).steps(target),
    ],
  };
}
