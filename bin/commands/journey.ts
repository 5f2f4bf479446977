import { writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { namedBrowser } from '#adapters/chromium/browser-files';
import { makeFolder } from '#adapters/files/make-folder';
import { defined } from '#core/defined';
import { InvalidInputError } from '#core/errors';
import type { Credentials } from '#core/run/secret';
import type { Language } from '#core/time/duration';
import type { Configuration } from '#core/watch/configuration';
import { loadConfiguration } from '#local/configuration';
import { tryJourney } from '#local/own-folder/try-journey';
import { ownWayOut } from '#local/watch/own-way-out';
import { journeyPage } from '#render/journey-page';
import { type Asking, accountHere, mayLogIn } from '../checking/account.ts';
import { exitCodeOf, stepTeller, tellVerdict, verdictLines } from '../checking/tell.ts';
import type { CliCommand, ExitCode } from '../command.ts';
import { configurationOptions, loadOptions } from '../configuration-options.ts';
import { JOURNEY_HELP } from '../help/journey-help.ts';
import { CHECKING_TEXTS } from '../texts/checking.ts';

async function run(args: readonly string[], language: Language): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...configurationOptions,
      'base-url': { type: 'string' },
      out: { type: 'string', default: '.bonghwa/journey.html' },
      secrets: { type: 'string' },
      headed: { type: 'boolean', default: false },
    },
  });
  const [verb, check, ...more] = positionals;
  if (verb !== 'try' || check === undefined || more.length > 0) {
    throw new InvalidInputError(
      { en: 'journey takes: try SERVICE/JOURNEY.', ko: 'journey의 사용법: try SERVICE/JOURNEY.' },
      { en: 'See: npx bonghwa plan', ko: '목록 보기: npx bonghwa plan' },
    );
  }
  const { headed } = values;
  if (headed && (await namedBrowser()) === undefined) {
    throw new InvalidInputError(
      {
        en: '--headed needs a browser with a window; the packed one has none.',
        ko: '--headed에는 창이 있는 브라우저가 필요합니다. 내장 브라우저에는 창이 없습니다.',
      },
      {
        en: 'Name one: BONGHWA_BROWSER=/usr/bin/chromium npx bonghwa journey try … --headed',
        ko: '브라우저를 지정하십시오: BONGHWA_BROWSER=/usr/bin/chromium npx bonghwa journey try … --headed',
      },
    );
  }
  const { configuration, watch } = await loadConfiguration(loadOptions(values));
  const wayOut = await ownWayOut(watch, process.env);
  const out = resolve(values.out);
  await makeFolder(dirname(out));
  const baseUrl = values['base-url'];
  const credentials = await accountOf(check, { configuration, baseUrl, file: values.secrets });
  const onStep = stepTeller(language);
  const tried = await tryJourney(configuration, {
    check,
    onStep,
    headed,
    wayOut,
    ...defined({ baseUrl, credentials }),
  });
  const verdict = verdictLines(tried, language);
  await writeFile(out, journeyPage({ check, verdict, record: tried.record, language }));
  tellVerdict(check, { ...tried, files: [] }, language);
  console.log(`${CHECKING_TEXTS[language].pictures}: ${out}`);
  return exitCodeOf(tried.verdict);
}

/** Undefined: the journey ends at the login page. */
async function accountOf(
  check: string,
  given: Pick<Asking, 'file'> & {
    readonly configuration: Configuration;
    readonly baseUrl: string | undefined;
  },
): Promise<Credentials | undefined> {
  const { configuration, baseUrl, file } = given;
  const [service, journey = ''] = check.split('/');
  const target = configuration.catalogue.targets.find((one) => one.service === service);
  if (!target) return undefined;
  const asking = { configuration, target: { ...target, ...defined({ baseUrl }) }, journey, file };
  return mayLogIn(asking) ? accountHere(asking) : undefined;
}

export const journeyCommand: CliCommand = {
  name: 'journey',
  help: JOURNEY_HELP,
  run,
};
