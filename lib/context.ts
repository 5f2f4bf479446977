import { fileURLToPath } from 'node:url';
import type { Deployment } from '#core/plan/deployment';
import type { Configuration } from '#core/watch/configuration';

/** What every construct is told: the resolved configuration, by value. */
export interface DeployContext {
  readonly configuration: Configuration;
  readonly deployment: Deployment;
  /** JSON of `configuration`; copied beside the code of every function. */
  readonly configurationFile: string;
}

/** The project's folder, independent of the working directory. */
export const PROJECT_ROOT = fileURLToPath(new URL('..', import.meta.url));
