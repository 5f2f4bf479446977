import type { ConfigurationInput } from '#adapters/configuration/input-schema';

/** Passed to a configuration that differs by stage. */
export interface ConfigurationContext {
  readonly stage: string;
}

export type ConfigurationSource =
  | ConfigurationInput
  | ((context: ConfigurationContext) => ConfigurationInput);

/** Types `bonghwa.config.ts` in the editor. The load checks it, where messages can be better. */
export function defineConfig(source: ConfigurationSource): ConfigurationSource {
  return source;
}
