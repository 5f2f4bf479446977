import type { CheckedInput } from '#adapters/configuration/input-schema';
import { defined } from '#core/defined';
import type { Catalogue, Check, Service, Target } from '#core/watch/catalogue';
import { controlCheck, controlTarget } from '#core/watch/control-list';
import { withSharedChecks } from '#core/watch/shared-checks';

type Override = NonNullable<CheckedInput['services'][string]>;

/** The default catalogue with the user's overrides and additions. Ids are checked before. */
export function resolveCatalogue(input: CheckedInput, defaults: Catalogue): Catalogue {
  const kept = defaults.services.filter(({ id }) => input.services[id]?.enabled !== false);
  const keptIds = new Set(kept.map(({ id }) => id));
  const added = input.addServices;
  const controls =
    input.controls?.map(({ url, marker }, index) => controlTarget(index, url, marker)) ??
    defaults.controls;
  return withSharedChecks({
    groups: [...defaults.groups, ...input.addGroups].map((group) => ({
      ...group,
      ...defined(input.groups[group.id] ?? {}),
    })),
    services: [
      ...kept.map((service) => overrideService(service, input.services[service.id])),
      ...added.map(
        ({ id, name, shortName, nameEn, group, site, lastsSeconds }): Service => ({
          id,
          name,
          shortName,
          nameEn,
          group,
          site,
          ...defined({ lastsSeconds }),
        }),
      ),
    ],
    checks: [
      ...defaults.checks
        .filter(({ service }) => keptIds.has(service))
        .map((check) => overrideCheck(check, input)),
      ...added.flatMap((service) => addedChecks(service, input)),
      ...controls.map(controlCheck).map((check) => overrideCheck(check, input)),
    ],
    targets: [
      ...defaults.targets
        .filter(({ service }) => keptIds.has(service))
        .map((target) => overrideTarget(target, input.services[target.service]?.target)),
      ...added.map(({ id, target }) => ({ ...target, service: id })),
    ],
    controls,
  });
}

function overrideService(service: Service, override: Override | undefined): Service {
  const { name, shortName, nameEn, site, lastsSeconds, severity } = { ...service, ...override };
  return { ...service, name, shortName, nameEn, site, ...defined({ lastsSeconds, severity }) };
}

function overrideCheck(check: Check, { services, cadence }: CheckedInput): Check {
  const own = services[check.service];
  const field = { journey: 'journeySeconds', probe: 'probeSeconds' } as const;
  const intervalSeconds =
    check.type === 'control'
      ? cadence.controlSeconds
      : (own?.[field[check.type]] ?? cadence[field[check.type]]);
  return {
    ...check,
    intervalSeconds: intervalSeconds ?? check.intervalSeconds,
    depth: (check.type === 'journey' ? own?.depth : undefined) ?? check.depth,
  };
}

/** Selectors and markers are merged by name, so that one changed selector is one line. */
function overrideTarget(target: Target, override: Override['target']): Target {
  return {
    ...target,
    ...defined(override ?? {}),
    pages: { ...target.pages, ...override?.pages },
    selectors: { ...target.selectors, ...override?.selectors },
    markers: { ...target.markers, ...override?.markers },
  };
}

function addedChecks(
  { id, group, probeSeconds, journeySeconds, journeys }: CheckedInput['addServices'][number],
  { cadence }: CheckedInput,
): Check[] {
  const base = { service: id, group };
  const probe: Check = {
    ...base,
    id: `${id}/probe`,
    type: 'probe',
    intervalSeconds: probeSeconds ?? cadence.probeSeconds ?? 60,
    depth: 'data',
  };
  const usual = { seconds: journeySeconds ?? 0, depth: 'session' } as const;
  const named = { ...(journeySeconds === undefined ? {} : { login: usual }), ...journeys };
  return [
    probe,
    ...Object.entries(named).map(
      ([name, { seconds, depth }]): Check => ({
        ...base,
        id: `${id}/${name}`,
        type: 'journey',
        intervalSeconds: seconds,
        depth,
      }),
    ),
  ];
}
