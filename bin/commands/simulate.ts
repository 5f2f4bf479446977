import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { InvalidInputError } from '#core/errors';
import { unmet } from '#core/scenario/expectation';
import type { Language } from '#core/time/duration';
import type { Configuration } from '#core/watch/configuration';
import { defaultConfiguration, loadConfiguration } from '#local/configuration';
import { readScenario } from '#local/scenario/scenario-file';
import { watchedIn } from '#local/scenario/watched-in';
import { printSummary } from '#local/simulate/print-simulation';
import { simulate } from '#local/simulate/simulate';
import { type CliCommand, EXIT, type ExitCode } from '../command.ts';
import { SIMULATE_HELP } from '../help/simulate-help.ts';

async function run(args: readonly string[], language: Language): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    throw new InvalidInputError(
      { en: 'simulate takes one scenario.', ko: 'simulate에는 시나리오 하나가 필요합니다.' },
      { en: 'Try: npx bonghwa simulate 2024-07-18', ko: '예: npx bonghwa simulate 2024-07-18' },
    );
  }
  const configuration = await ownConfiguration();
  const { texts } = configuration;
  const scenario = await readScenario(file, configuration.catalogue);
  const catalogue = watchedIn(configuration.catalogue, scenario);
  const { summary } = simulate(scenario, { configuration, ...progress() });
  if (values.json) console.log(JSON.stringify(summary, null, 2));
  else console.log(printSummary({ summary, catalogue, displayName: texts.displayName, language }));
  const short = scenario.expect ? unmet(scenario.expect, summary) : [];
  for (const line of short) console.error(`bonghwa: ${line[language]}`);
  return short.length === 0 ? EXIT.good : EXIT.bad;
}

async function ownConfiguration(): Promise<Configuration> {
  if (!existsSync('bonghwa.config.ts')) return defaultConfiguration();
  return (await loadConfiguration()).configuration;
}

/** Only on a terminal. The line is removed at the end. */
function progress(): { onProgress?: (share: number) => void } {
  const { stderr } = process;
  if (!stderr.isTTY) return {};
  const onProgress = (share: number) => {
    stderr.write(share >= 1 ? '\r\x1b[K' : `\r${Math.floor(share * 100)} %`);
  };
  return { onProgress };
}

export const simulateCommand: CliCommand = {
  name: 'simulate',
  help: SIMULATE_HELP,
  run,
};
