import { mkdirSync, writeFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { defined } from '#core/defined';
import type { Deployment } from '#core/plan/deployment';
import type { Configuration } from '#core/watch/configuration';
import { AlertStack } from '#lib/alert-stack';
import { CODE_ROOT, type DeployContext } from '#lib/context';
import { MonitoringStack } from '#lib/monitoring-stack';
import { StorageStack } from '#lib/storage-stack';
import { tagAll } from '#lib/tags';
import { VantageStack } from '#lib/vantage-stack';

export interface SystemProps {
  readonly configuration: Configuration;
  readonly deployment: Deployment;
  /** Module of an own folder that exports its journeys. */
  readonly journeysPath?: string;
}

/** All stacks of one stage, in the order of the flow. */
export function defineSystem(app: App, props: SystemProps): void {
  const { configuration, deployment } = props;
  const { stage, account, homeRegion, alertRegion, terminationProtection } = deployment;
  const context: DeployContext = {
    configuration,
    deployment,
    configurationFile: writeConfiguration(app, props),
    ...defined({ journeysFile: props.journeysPath && writeJourneys(app, props.journeysPath) }),
  };
  const stackProps = (region: string, description: string) => ({
    context,
    description: `Bonghwa ${stage}: ${description}`,
    env: { region, ...defined({ account }) },
    terminationProtection,
  });
  const name = (part: string) => `bonghwa-${stage}-${part}`;

  const storage = new StorageStack(
    app,
    name('storage'),
    stackProps(homeRegion, 'history, evidence'),
  );
  const alert = new AlertStack(app, name('alert'), stackProps(alertRegion, 'topics for notices'));
  const monitoring = new MonitoringStack(
    app,
    name('monitoring'),
    stackProps(homeRegion, 'schedule, checks, evaluation, history API'),
  );
  monitoring.addStackDependency(storage);
  monitoring.addStackDependency(alert);
  for (const region of configuration.vantages.slice(1)) {
    const vantage = new VantageStack(
      app,
      name(`vantage-${region}`),
      stackProps(region, 'a further place to check from'),
    );
    vantage.addStackDependency(storage);
    vantage.addStackDependency(alert);
    // Otherwise the evaluator would send to queues that do not exist yet.
    monitoring.addStackDependency(vantage);
  }
  tagAll(app, deployment);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
}

/** Written beside the templates. Every function's asset gets a copy. */
function writeConfiguration(app: App, { configuration, deployment }: SystemProps): string {
  mkdirSync(app.outdir, { recursive: true });
  const path = join(app.outdir, `bonghwa-${deployment.stage}.configuration.json`);
  writeFileSync(path, JSON.stringify(configuration));
  return path;
}

/** Bundled before the rest of the browser function, so that its registry contains them. */
function writeJourneys(app: App, module: string): string {
  const registry = join(CODE_ROOT, `portals/registry${extname(import.meta.filename)}`);
  const path = resolve(app.outdir, 'own-journeys.js');
  const lines = [
    `import own from ${JSON.stringify(module)};`,
    `import { addJourneys } from ${JSON.stringify(registry)};`,
    'addJourneys(own);',
  ];
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}
