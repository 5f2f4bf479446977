import { parseArgs } from 'node:util';
import type { Language } from '#core/time/duration';
import { loadConfiguration } from '#local/configuration';
import { type CliCommand, EXIT, type ExitCode } from '../command.ts';
import { configurationOptions, loadOptions } from '../configuration-options.ts';
import { PLAN_HELP } from '../help/plan-help.ts';
import { makePlan } from '../plan/make-plan.ts';
import { printPlan } from '../plan/print-plan.ts';

async function run(args: readonly string[], language: Language): Promise<ExitCode> {
  const { values } = parseArgs({
    args: [...args],
    options: { ...configurationOptions, json: { type: 'boolean', default: false } },
  });
  const loaded = await loadConfiguration(loadOptions(values));
  const plan = makePlan(loaded, Date.now());
  const warnings = [...loaded.warnings, ...loaded.deploymentWarnings];
  const { catalogue } = loaded.configuration;
  if (values.json) console.log(JSON.stringify(plan, null, 2));
  else console.log(printPlan({ plan, warnings, catalogue, language }));
  return EXIT.good;
}

export const planCommand: CliCommand = {
  name: 'plan',
  help: PLAN_HELP,
  run,
};
