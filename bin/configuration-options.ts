import type { LoadOptions } from '#adapters/configuration/load';
import { defined } from '#core/defined';

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
    ...defined({ stage: values.stage, path: values.configuration }),
  };
}
