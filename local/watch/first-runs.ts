import type { CheckRequest } from '#contract/messages';
import { checkRequest, slots } from '#core/detection/schedule';
import type { GroupStore } from '#core/ports/states';
import { type Instant, SECOND } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';

export interface Known {
  readonly configuration: Configuration;
  readonly stores: { readonly groups: Pick<GroupStore, 'load'> };
}

/**
 * A run of each check that has none yet. A person who starts `watch` for the first time sees the
 * state of every service within seconds, not after up to five minutes.
 */
export async function firstRuns(
  { configuration, stores }: Known,
  now: Instant,
): Promise<readonly CheckRequest[]> {
  const at = Math.floor(now / SECOND) * SECOND;
  const loading = configuration.catalogue.groups.map(
    async ({ id }) => [id, await stores.groups.load(id)] as const,
  );
  const states = new Map(await Promise.all(loading));
  return slots(configuration.catalogue).flatMap(({ check }) => {
    const state = states.get(check.group);
    if (check.type === 'control' || state?.checks[check.id]) return [];
    const asked = { check, at, trigger: 'scheduled', urgent: true } as const;
    return [checkRequest(asked, state, configuration)];
  });
}
