import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { defined } from '#core/defined';
import { InvalidInputError } from '#core/errors';
import { type Call, callsOf } from '#core/plan/what-if';
import type { Result } from '#core/run/result';
import type { Language } from '#core/time/duration';
import { DAY } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';
import { runningServices } from '#core/watch/shared-checks';
import { defaultConfiguration, loadConfiguration } from '#local/configuration';
import { readScenario } from '#local/scenario/scenario-file';
import { simulate } from '#local/simulate/simulate';
import { moment, printTune } from '#local/tune/print-tune';
import {
  exportedText,
  type Gap,
  gapsOf,
  resultsFromApi,
  resultsFromText,
  type Window,
} from '#local/tune/recorded';
import { replayRecorded } from '#local/tune/replay-recorded';
import { underRules } from '#local/tune/rules-given';
import { TUNE_WORDS } from '#local/tune/tune-words';
import { type CliCommand, EXIT, type ExitCode } from '../command.ts';
import { TUNE_HELP } from '../help/tune-help.ts';

const OPTIONS = {
  rules: { type: 'string', multiple: true, default: [] as string[] },
  days: { type: 'string', default: '30' },
  api: { type: 'string' },
  token: { type: 'string' },
  from: { type: 'string' },
} as const;

type Calls = (configuration: Configuration) => readonly Call[];

async function run(args: readonly string[], language: Language): Promise<ExitCode> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const configuration = existsSync('bonghwa.config.ts')
    ? (await loadConfiguration()).configuration
    : defaultConfiguration();
  // All candidates are checked before any is played.
  const candidates = values.rules.map((rules) => ({
    rules,
    changed: underRules(rules, configuration),
  }));
  const calls = await callsUnder({ ...values, language }, configuration);
  const compared = candidates.map(({ rules, changed }) => ({ rules, calls: calls(changed) }));
  console.log(printTune({ current: calls(configuration), candidates: compared }, language));
  return EXIT.good;
}

interface Where {
  readonly days: string;
  readonly language: Language;
  readonly api?: string | undefined;
  readonly token?: string | undefined;
  readonly from?: string | undefined;
}

async function callsUnder(where: Where, configuration: Configuration): Promise<Calls> {
  if (where.from === undefined) {
    const window = windowOf(where.days);
    const services = runningServices(configuration.catalogue);
    const found = await asked(window, where, configuration);
    return recordedCalls(found, gapsOf(found, { ...window, services }), where.language);
  }
  const text = await exportedText(where.from);
  if (text !== undefined) {
    const found = resultsFromText(text, where.from);
    return recordedCalls(found, gapsOf(found), where.language);
  }
  const scenario = await readScenario(where.from, configuration.catalogue);
  return (changed) => {
    const { summary, outages } = simulate(scenario, { configuration: changed });
    const notices = summary.notices.map((one) => ({ ...one, at: Date.parse(one.at) }));
    return callsOf(outages, notices);
  };
}

function windowOf(days: string): Window {
  const count = Number(days);
  if (!(count > 0 && count <= 400)) {
    throw new InvalidInputError(
      { en: `--days ${days} is not usable.`, ko: `--days ${days}: 쓸 수 없는 값입니다.` },
      { en: 'Give a number from 1 to 400.', ko: '1부터 400까지의 수를 주십시오.' },
    );
  }
  const to = Date.now();
  return { from: to - count * DAY, to };
}

async function asked(
  window: Window,
  { api, token }: Where,
  { catalogue }: Configuration,
): Promise<readonly Result[]> {
  const options = defined({ api, token: token ?? process.env.BONGHWA_API_TOKEN });
  return resultsFromApi(window, catalogue, options);
}

function recordedCalls(found: readonly Result[], gaps: readonly Gap[], language: Language): Calls {
  if (found.length === 0) {
    throw new InvalidInputError(
      { en: 'Nothing was recorded in that time.', ko: '그 기간의 기록이 없습니다.' },
      {
        en: 'Give more days with --days, or a scenario with --from.',
        ko: '--days로 기간을 늘리거나 --from으로 시나리오를 주십시오.',
      },
    );
  }
  for (const { service, from, to } of gaps) {
    const gap = TUNE_WORDS[language].gap(service, moment(from), moment(to));
    console.error(`bonghwa: ${gap}`);
  }
  return (changed) => replayRecorded(found, changed);
}

export const tuneCommand: CliCommand = {
  name: 'tune',
  help: TUNE_HELP,
  run,
};
