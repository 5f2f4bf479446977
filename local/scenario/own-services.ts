import type { ScenarioService } from '#core/scenario/scenario';
import type { Catalogue, Check, Service, Target } from '#core/watch/catalogue';

/** Length of a short name for SMS, in UTF-16 units. Half a character is left out. */
const SHORT = 8;

/** The catalogue with the scenario's own services, each a portal with a probe every minute. */
export function withOwnServices(
  catalogue: Catalogue,
  own: readonly ScenarioService[] = [],
): Catalogue {
  return {
    ...catalogue,
    services: [...catalogue.services, ...own.map(serviceOf)],
    targets: [...catalogue.targets, ...own.map(targetOf)],
    checks: [...own.map(probeOf), ...catalogue.checks],
  };
}

function originOf({ id }: ScenarioService): string {
  return `https://${id}.example.org`;
}

function serviceOf(own: ScenarioService): Service {
  const { id, name, group } = own;
  const shortName = name.slice(0, SHORT).replace(/[\uD800-\uDBFF]$/, '');
  return { id, name, shortName, nameEn: name, group, site: `${originOf(own)}/` };
}

/** Pages and markers are those of the simulated portals. A probe uses no selectors. */
function targetOf(own: ScenarioService): Target {
  return {
    service: own.id,
    baseUrl: originOf(own),
    alsoHosts: [],
    pages: { main: '/', data: '/search' },
    selectors: {},
    markers: { main: '로그인', data: '/totalRecordCount\\s*:\\s*\\d+/' },
    login: 'id-password',
    unseen: [],
  };
}

function probeOf({ id, group }: ScenarioService): Check {
  return {
    id: `${id}/probe`,
    service: id,
    group,
    type: 'probe',
    intervalSeconds: 60,
    depth: 'data',
  };
}
