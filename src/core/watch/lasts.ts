import type { Service } from '#core/watch/catalogue';
import type { Configuration } from '#core/watch/configuration';
import type { Spans } from '#core/watch/spans';

/** How long a service's failures must span: its own setting, its group's, or the rule. */
export function spansOf(
  service: Pick<Service, 'group' | 'lastsSeconds'>,
  { catalogue, rules }: Pick<Configuration, 'catalogue' | 'rules'>,
): Spans {
  const group = catalogue.groups.find(({ id }) => id === service.group);
  return { ...rules.lastsSeconds, ...group?.lastsSeconds, ...service.lastsSeconds };
}
