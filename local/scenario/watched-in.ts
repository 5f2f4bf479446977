import type { Scenario, ScenarioGroup } from '#core/scenario/scenario';
import type { Catalogue } from '#core/watch/catalogue';
import { withSharedChecks } from '#core/watch/shared-checks';
import { withOwnServices } from '#local/scenario/own-services';

/** What a scenario watches: its services, in its groups, with their shared checks. */
export function watchedIn(
  catalogue: Catalogue,
  { groups, services, ownServices }: Pick<Scenario, 'groups' | 'services' | 'ownServices'>,
): Catalogue {
  const whole = withOwnServices(catalogue, ownServices);
  return withSharedChecks(narrowed(regrouped(whole, groups), services));
}

/** The catalogue with the scenario's own groups. A group without services is removed. */
function regrouped(catalogue: Catalogue, groups: readonly ScenarioGroup[] = []): Catalogue {
  const own = new Map(groups.flatMap(({ id, services }) => services.map((one) => [one, id])));
  const moved = <T extends { readonly group: string }>(thing: T, service: string): T => ({
    ...thing,
    group: own.get(service) ?? thing.group,
  });
  const services = catalogue.services.map((service) => moved(service, service.id));
  const added = groups.map(({ id, name }) => ({ id, name, nameEn: name }));
  const known = [
    ...catalogue.groups.filter(({ id }) => !groups.some((g) => g.id === id)),
    ...added,
  ];
  return {
    ...catalogue,
    groups: known.filter(({ id }) => services.some(({ group }) => group === id)),
    services,
    checks: catalogue.checks.map((check) => moved(check, check.service)),
  };
}

/** Only the services in the scenario. Controls stay. */
function narrowed(catalogue: Catalogue, services: readonly string[]): Catalogue {
  const takesPart = (service: string) => services.includes(service);
  const kept = catalogue.services.filter(({ id }) => takesPart(id));
  return {
    ...catalogue,
    groups: catalogue.groups.filter(({ id }) => kept.some(({ group }) => group === id)),
    services: kept,
    checks: catalogue.checks.filter(
      ({ service, type }) => type === 'control' || takesPart(service),
    ),
    targets: catalogue.targets.filter(({ service }) => takesPart(service)),
  };
}
