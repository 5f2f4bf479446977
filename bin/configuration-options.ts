import type { LoadOptions } from '#adapters/configuration/load';

/** Options of every command that reads the configuration; for node:util parseArgs. */
export const configurationOptions = {
  stage: { type: 'string' },
  configuration: { type: 'string' },
} as const;

export function loadOptions(values: {
  readonly stage?: string | undefined;
  readonly configuration?: string | undefined;
}): Omit<LoadOptions, 'portals'> {
  return {
    ...(values.stage === undefined ? {} : { stage: values.stage }),
    ...(values.configuration === undefined ? {} : { path: values.configuration }),
  };
}
