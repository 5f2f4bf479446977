import { existsSync } from 'node:fs';
import type { Configuration } from '#core/watch/configuration';

/** The configuration of the working directory, or the default one if there is none. */
export async function configured(): Promise<{ configuration: Configuration; stage: string }> {
  const { loadConfiguration, defaultConfiguration } = await import('#local/configuration');
  if (!existsSync('bonghwa.config.ts')) {
    return { configuration: defaultConfiguration(), stage: 'dev' };
  }
  const { configuration, deployment } = await loadConfiguration();
  return { configuration, stage: deployment.stage };
}
