import { existsSync } from 'node:fs';
import {
  type LoadedConfiguration as Loaded,
  type LoadOptions,
  loadConfiguration as load,
} from '#adapters/configuration/load';
import {
  type Resolved,
  type ResolveOptions,
  resolveConfiguration as resolve,
} from '#adapters/configuration/resolve';
import { defined } from '#core/defined';
import type { Configuration } from '#core/watch/configuration';
import { addOwnJourneys, idleJourneys } from '#local/own-folder/own-journeys';
import { offerPublicEntry } from '#local/own-folder/public-entry';
import { knownPortals } from '#portals/known-portals';

export interface LoadedConfiguration extends Loaded {
  /** Module in the same folder that exports its journeys. */
  readonly journeysPath?: string;
}

/**
 * Reads, completes and checks the configuration, and adds the journeys of its folder. Throws
 * InvalidInputError that names every problem.
 */
export async function loadConfiguration(
  given: string | Omit<LoadOptions, 'portals'> = {},
): Promise<LoadedConfiguration> {
  const options = typeof given === 'string' ? { path: given } : given;
  offerPublicEntry();
  const own = await addOwnJourneys(options.path);
  const loaded = await load({ ...options, portals: knownPortals });
  const idle = own ? idleJourneys(own, loaded.configuration.catalogue) : [];
  const warnings = [...loaded.warnings, ...idle];
  return { ...loaded, warnings, ...defined({ journeysPath: own?.path }) };
}

/** The same for a configuration that is already read. */
export function resolveConfiguration(
  input: unknown,
  options: Omit<ResolveOptions, 'portals'>,
): Resolved {
  return resolve(input, { ...options, portals: knownPortals });
}

/** The configuration of an empty `bonghwa.config.ts`: every known service, up to the login page. */
export function defaultConfiguration(): Configuration {
  return resolveConfiguration({}, { file: 'bonghwa.config.ts', stage: 'dev', now: 0 })
    .configuration;
}

/** The configuration of this folder. Without a file, that of an empty one. */
export async function ownConfiguration(): Promise<Configuration> {
  if (!existsSync('bonghwa.config.ts')) return defaultConfiguration();
  return (await loadConfiguration()).configuration;
}
