import { UnknownNameError } from '#core/errors';
import type { JourneyOrder } from '#core/ports/checks';
import { type Credentials, credentialsFrom } from '#core/run/secret';
import type { Target } from '#core/watch/catalogue';
import { DEFAULT_LIMITS } from '#core/watch/defaults';
import type { Portals } from '#local/portals/portals';
import { inspection, inspectionTarget } from '#portals/inspection';

const QUICK = { ...DEFAULT_LIMITS, stepMs: 4_000, queueBudgetMs: 8_000, journeyMs: 40_000 };

export function anOrder(over: Partial<JourneyOrder> & { readonly target: Target }): JourneyOrder {
  return {
    journey: 'login',
    depth: 'session',
    limits: QUICK,
    userAgentContact: 'https://example.org/contact',
    blockedHosts: [],
    ...over,
  };
}

/** An order to open one page. */
export function anInspection(url: string, stepMs = 4_000): JourneyOrder {
  return anOrder({
    target: inspectionTarget({ url: new URL(url) }),
    journey: inspection.name,
    depth: 'static',
    limits: { ...QUICK, stepMs },
  });
}

export function targetAt(portals: Portals, service: string): Target {
  const target = portals.catalogue.targets.find((one) => one.service === service);
  if (target) return target;
  throw new UnknownNameError(`no portal for ${service}`, '');
}

export function credentialsAt(portals: Portals, service: string): Credentials {
  return credentialsFrom(portals.credentials(service));
}
