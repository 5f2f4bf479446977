import { readFileSync } from 'node:fs';
import { configurationSchema } from '#adapters/configuration/resolved-schema';
import { MonitorFaultError } from '#core/errors';
import type { Configuration } from '#core/watch/configuration';

/** The configuration that synth or `local/` wrote beside the code. Throws MonitorFaultError. */
export function readResolvedConfiguration(path: string): Configuration {
  try {
    return configurationSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new MonitorFaultError(
      `The resolved configuration ${path} cannot be read.`,
      'Deploy again: `npx cdk deploy` writes it from bonghwa.config.ts.',
      { cause: error },
    );
  }
}
