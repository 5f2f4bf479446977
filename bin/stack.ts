import { App } from 'aws-cdk-lib';
import { defined } from '#core/defined';
import { BonghwaError } from '#core/errors';
import { defineSystem } from '#lib/system';
import { explained } from '#lib/too-many-resources';
import { loadConfiguration } from '#local/configuration';
import { EXIT } from './command.ts';

/** The CDK app: `npx cdk synth`, `npx cdk deploy --all -c stage=prod`. */
async function main(): Promise<void> {
  // Otherwise a refused app is synthesized once more at the end, and its stack hides the message.
  const app = new App({ autoSynth: false });
  const context = (key: string) => app.node.tryGetContext(key) as string | undefined;
  const stage = context('stage');
  const path = context('configuration');
  const loaded = await loadConfiguration({
    ...defined({ stage: stage || undefined, path: path || undefined }),
  });
  const warnings = [...loaded.warnings, ...loaded.deploymentWarnings];
  for (const { en } of warnings) console.error(`warning: ${en}`);
  defineSystem(app, loaded);
  app.synth();
}

main().catch((thrown: unknown) => {
  const error = explained(thrown);
  if (!(error instanceof BonghwaError)) throw error;
  console.error(`${error.message}\n${error.remedy}`);
  process.exitCode = EXIT.usage;
});
