import { existsSync } from 'node:fs';
import type { WayOut } from '#adapters/way-out/way-out';
import type { Configuration } from '#core/watch/configuration';
import { defaultConfiguration, loadConfiguration } from '#local/configuration';
import { ownWayOut } from '#local/watch/own-way-out';

export interface Configured {
  readonly configuration: Configuration;
  readonly stage: string;
  /** The configured authorities and proxy, and the authorities of the environment. */
  readonly wayOut: WayOut;
}

/** The configuration of the working directory, or the default one if there is none. */
export async function configured(): Promise<Configured> {
  if (!existsSync('bonghwa.config.ts')) {
    const wayOut = await ownWayOut({}, process.env);
    return { configuration: defaultConfiguration(), stage: 'dev', wayOut };
  }
  const { configuration, deployment, watch } = await loadConfiguration();
  const wayOut = await ownWayOut(watch, process.env);
  return { configuration, stage: deployment.stage, wayOut };
}
