import {
  type LoadedConfiguration,
  type LoadOptions,
  loadConfiguration as load,
} from '#adapters/configuration/load';
import {
  type Resolved,
  type ResolveOptions,
  resolveConfiguration as resolve,
} from '#adapters/configuration/resolve';
import type { Configuration } from '#core/watch/configuration';
import { knownPortals } from '#portals/known-portals';

/** Reads, completes and checks the configuration. Throws InvalidInputError naming every problem. */
export function loadConfiguration(
  given: string | Omit<LoadOptions, 'portals'> = {},
): Promise<LoadedConfiguration> {
  const options = typeof given === 'string' ? { path: given } : given;
  return load({ ...options, portals: knownPortals });
}

/** The same for a configuration that was read already. */
export function resolveConfiguration(
  input: unknown,
  options: Omit<ResolveOptions, 'portals'>,
): Resolved {
  return resolve(input, { ...options, portals: knownPortals });
}

/** What an empty `bonghwa.config.ts` means: every known service, at login-page depth. */
export function defaultConfiguration(): Configuration {
  return resolveConfiguration({}, { file: 'bonghwa.config.ts', stage: 'dev', now: 0 })
    .configuration;
}
