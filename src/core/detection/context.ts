import type { Check } from '#core/watch/catalogue';
import type { Configuration } from '#core/watch/configuration';

/** The configuration as one group's evaluation looks at it; made once, used for every evaluation. */
export interface GroupContext {
  readonly group: string;
  readonly stage: string;
  readonly configuration: Configuration;
  readonly services: readonly string[];
  readonly checks: ReadonlyMap<string, Check>;
  readonly checksOf: ReadonlyMap<string, readonly Check[]>;
  readonly controls: ReadonlyMap<string, Check>;
  /** Host (with port) that the runs of a service go to. */
  readonly hosts: ReadonlyMap<string, string>;
}

export function groupContext(
  configuration: Configuration,
  group: string,
  stage: string,
): GroupContext {
  const { catalogue } = configuration;
  const checks = catalogue.checks.filter((check) => check.group === group);
  const controls = catalogue.checks.filter((check) => check.type === 'control');
  const services = catalogue.services.filter((service) => service.group === group);
  const targets = [...catalogue.targets, ...catalogue.controls];
  return {
    group,
    stage,
    configuration,
    services: services.map(({ id }) => id),
    checks: new Map(checks.map((check) => [check.id, check])),
    checksOf: Map.groupBy(checks, ({ service }) => service),
    controls: new Map(controls.map((check) => [check.id, check])),
    hosts: new Map(targets.map(({ service, baseUrl }) => [service, hostOf(baseUrl)])),
  };
}

function hostOf(url: string): string {
  const rest = url.slice(url.indexOf('://') + 3);
  const end = rest.indexOf('/');
  return end < 0 ? rest : rest.slice(0, end);
}
