import { type Look, plainLook } from '#portals/simulated/look';
import { MemberSite } from '#portals/simulated/member-site';
import type { Site, SitePlan } from '#portals/simulated/site';

/** Parts that an operator's folder supplies for its simulated portals. */
export interface OperatorSites {
  /** By service. */
  readonly looks: Readonly<Record<string, Look>>;
  /** Its own sites, by their login flow. Other sites log in with id and password. */
  readonly byLogin: Readonly<Record<string, (plan: SitePlan) => Site>>;
}

/** Every simulated portal. */
export interface SimulatedSites {
  lookOf(service: string, name: string): Look;
  siteOf(plan: SitePlan): Site;
}

export function simulatedSites(operators: readonly OperatorSites[]): SimulatedSites {
  const looks = new Map(operators.flatMap((operator) => Object.entries(operator.looks)));
  const makers = new Map(operators.flatMap(({ byLogin }) => Object.entries(byLogin)));
  return {
    lookOf: (service, name) => looks.get(service) ?? plainLook(name),
    siteOf: (plan) => makers.get(plan.target.login)?.(plan) ?? new MemberSite(plan),
  };
}
