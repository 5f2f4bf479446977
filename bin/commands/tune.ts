import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { defined } from '#core/defined';
import { InvalidInputError } from '#core/errors';
import { serviceName } from '#core/notice/email';
import { wordsOf } from '#core/notice/texts/languages';
import { type Call, callsOf } from '#core/plan/what-if';
import type { Result } from '#core/run/result';
import type { Language } from '#core/time/duration';
import { DAY } from '#core/time/time';
import type { Catalogue } from '#core/watch/catalogue';
import type { Configuration } from '#core/watch/configuration';
import { runningServices } from '#core/watch/shared-checks';
import { defaultConfiguration, loadConfiguration } from '#local/configuration';
import { readScenario } from '#local/scenario/scenario-file';
import { watchedIn } from '#local/scenario/watched-in';
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

interface History {
  readonly calls: (configuration: Configuration) => readonly Call[];
  readonly catalogue: Pick<Catalogue, 'services'>;
}

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
  const { calls, catalogue } = await callsUnder({ ...values, language }, configuration);
  const compared = candidates.map(({ rules, changed }) => ({ rules, calls: calls(changed) }));
  const current = calls(configuration);
  console.log(printTune({ current, candidates: compared, catalogue }, language));
  return EXIT.good;
}

interface Where {
  readonly days: string;
  readonly language: Language;
  readonly api?: string | undefined;
  readonly token?: string | undefined;
  readonly from?: string | undefined;
}

async function callsUnder(where: Where, configuration: Configuration): Promise<History> {
  const window = windowOf(where.days);
  const { catalogue } = configuration;
  if (where.from === undefined) {
    const services = runningServices(catalogue);
    const found = await asked(window, where, configuration);
    return recorded(found, gapsOf(found, { ...window, services }), { catalogue, ...where });
  }
  const text = await exportedText(where.from);
  if (text !== undefined) {
    const found = resultsFromText(text, where.from);
    return recorded(found, gapsOf(found), { catalogue, ...where });
  }
  const scenario = await readScenario(where.from, catalogue);
  const calls = (changed: Configuration) => {
    const { summary, outages } = simulate(scenario, { configuration: changed });
    const notices = summary.notices.map((one) => ({ ...one, at: Date.parse(one.at) }));
    return callsOf(outages, notices);
  };
  return { calls, catalogue: watchedIn(catalogue, scenario) };
}

function windowOf(days: string): Window {
  const count = Number(days);
  if (!(count >= 1 && count <= 400)) {
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

function recorded(
  found: readonly Result[],
  gaps: readonly Gap[],
  { catalogue, language }: Pick<Where, 'language'> & Pick<History, 'catalogue'>,
): History {
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
    const name = serviceName(catalogue, service, wordsOf(language));
    const gap = TUNE_WORDS[language].gap(name, moment(from), moment(to));
    console.error(`bonghwa: ${gap}`);
  }
  return { calls: (changed) => replayRecorded(found, changed), catalogue };
}

export const tuneCommand: CliCommand = {
  name: 'tune',
  help: TUNE_HELP,
  run,
};
