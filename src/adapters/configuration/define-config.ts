import type { ConfigurationInput } from '#adapters/configuration/input-schema';

/** Handed to a configuration that differs by stage. */
export interface ConfigurationContext {
  readonly stage: string;
}

export type ConfigurationSource =
  | ConfigurationInput
  | ((context: ConfigurationContext) => ConfigurationInput);

/** Types `bonghwa.config.ts` in the editor; checking happens at load, where messages can be good. */
export function defineConfig(source: ConfigurationSource): ConfigurationSource {
  return source;
}
