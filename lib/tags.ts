import { type App, Tags } from 'aws-cdk-lib';
import type { Deployment } from '#core/plan/deployment';

/** Activate it as a cost allocation tag to see the bill by stage. */
export const STAGE_TAG = 'bonghwa-stage';

export function tagAll(app: App, { stage, tags }: Deployment): void {
  for (const [key, value] of Object.entries({ ...tags, [STAGE_TAG]: stage })) {
    Tags.of(app).add(key, value);
  }
}
