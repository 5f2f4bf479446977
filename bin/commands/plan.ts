import { parseArgs } from 'node:util';
import type { Language } from '#core/time/duration';
import { loadConfiguration } from '#local/configuration';
import { type CliCommand, EXIT, type ExitCode } from '../command.ts';
import { configurationOptions, loadOptions } from '../configuration-options.ts';
import { makePlan } from '../plan/make-plan.ts';
import { printPlan } from '../plan/print-plan.ts';

const help = `npx bonghwa plan [--stage S] [--configuration FILE] [--json]

What follows from the configuration, before anything is deployed: services and checks, how deep they
look and what they cannot see, requests per host and day, detection bounds, monthly cost by line.

  --stage S             dev, prod … (default: BONGHWA_STAGE, else dev)
  --configuration FILE  default: bonghwa.config.ts
  --json                one JSON document on stdout and nothing else there

Exit: 0 · 2 the configuration cannot be used`;

async function run(args: readonly string[], language: Language): Promise<ExitCode> {
  const { values } = parseArgs({
    args: [...args],
    options: { ...configurationOptions, json: { type: 'boolean', default: false } },
  });
  const loaded = await loadConfiguration(loadOptions(values));
  const plan = makePlan(loaded, Date.now());
  const { warnings } = loaded;
  const { catalogue } = loaded.configuration;
  if (values.json) console.log(JSON.stringify(plan, null, 2));
  else console.log(printPlan({ plan, warnings, catalogue, language }));
  return EXIT.good;
}

export const planCommand: CliCommand = {
  name: 'plan',
  summary: 'what the configuration watches, how deep, at what load and cost',
  help,
  run,
};
