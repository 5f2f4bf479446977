import type { Configuration } from '#core/watch/configuration';
import { aConfiguration } from './builders.ts';

/** The default configuration with `count` services in its one group, two checks each. */
export function manyServices(count: number): Configuration {
  const base = aConfiguration();
  const [group] = base.catalogue.groups;
  const [service] = base.catalogue.services;
  const [target] = base.catalogue.targets;
  if (!group || !service || !target) throw new Error('the default catalogue is empty');
  const ids = Array.from({ length: count }, (_, index) => `service-${index}`);
  const own = base.catalogue.checks.filter((check) => check.service === service.id);
  return {
    ...base,
    catalogue: {
      ...base.catalogue,
      groups: [group],
      services: ids.map((id) => ({ ...service, id, name: id, shortName: id.slice(-8) })),
      targets: ids.map((id) => ({ ...target, service: id, baseUrl: `https://${id}.example.kr` })),
      checks: [
        ...ids.flatMap((id) =>
          own.map((check) => ({ ...check, id: check.id.replace(service.id, id), service: id })),
        ),
        ...base.catalogue.checks.filter(({ type }) => type === 'control'),
      ],
    },
  };
}
