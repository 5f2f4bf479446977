import { parseArgs } from 'node:util';
import { namedBrowser } from '#adapters/chromium/browser-files';
import { defined } from '#core/defined';
import type { Scenario } from '#core/scenario/scenario';
import type { Language } from '#core/time/duration';
import type { Catalogue } from '#core/watch/catalogue';
import { clock } from '#lambda/wiring/ambient';
import { type ApiServer, serveApi } from '#local/api/api-server';
import { tokenFileProblem } from '#local/api/api-tokens';
import { portOf } from '#local/api/port';
import { loadHandler } from '#local/cloud/handlers';
import { ownConfiguration } from '#local/configuration';
import { fileInBucket } from '#local/page/bucket-files';
import { type PageServer, servePage } from '#local/page/page-server';
import { goOn } from '#local/replay/live';
import { Narrator } from '#local/replay/narrator';
import { watchedSources } from '#local/replay/replay';
import { type Played, playScenario } from '#local/replay/session';
import { readScenario } from '#local/scenario/scenario-file';
import { watchedIn } from '#local/scenario/watched-in';
import { sayEnded, sayRunning } from '#local/system/running';
import type { CliCommand, ExitCode } from '../command.ts';
import { UP_HELP } from '../help/up-help.ts';
import { interruptible } from '../interruptible.ts';
import { judgePlayed } from '../played-verdict.ts';
import { printPlayed } from '../print-played.ts';
import { paceText, phaseText } from '../replay-start.ts';
import { UP_TEXTS } from '../texts/up.ts';
import { whatNext } from '../what-next.ts';

const DEFAULT_PORT = 8718;
const DEFAULT_PAGE_PORT = 8719;

async function run(args: readonly string[], language: Language): Promise<ExitCode> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      scenario: { type: 'string', default: '2024-07-18' },
      exit: { type: 'boolean', default: false },
      port: { type: 'string' },
      data: { type: 'string' },
    },
  });
  const port = values.port === undefined ? undefined : portOf(values.port, 65_535);
  const browser = await namedBrowser();
  const configuration = await ownConfiguration();
  const scenario = await readScenario(values.scenario, configuration.catalogue);
  const catalogue = watchedIn(configuration.catalogue, scenario);
  return interruptible(language, async (signal) => {
    // A port in use is reported before the replay, not after it.
    const served = values.exit ? undefined : await openServers(port);
    const problem = served && (await tokenFileProblem());
    if (problem) console.error(`bonghwa: ${problem[language]}`);
    try {
      return await replayThenServe({
        scenario,
        catalogue,
        signal,
        served,
        browser,
        dataFolder: values.data,
        language,
      });
    } finally {
      await served?.stop();
    }
  });
}

interface UpOptions {
  readonly scenario: Scenario;
  readonly catalogue: Catalogue;
  readonly signal: AbortSignal;
  readonly served: Served | undefined;
  readonly dataFolder: string | undefined;
  /** Path of the browser that replaces the packed one. */
  readonly browser: string | undefined;
  readonly language: Language;
}

async function replayThenServe(options: UpOptions): Promise<ExitCode> {
  const { scenario, catalogue, signal, served, dataFolder, browser, language } = options;
  const texts = UP_TEXTS[language];
  const narrator = new Narrator({ catalogue, stream: process.stdout, language });
  const played = await playScenario({
    scenario,
    signal,
    onPhase: (phase) => console.log(phaseText(phase, browser, language)),
    watcher: ({ slowness }) => {
      if (served) console.log(`${texts.page(`${served.page.url}/`)}\n`);
      console.log(`봉화 Bonghwa · ${scenario.name}\n`);
      console.log(`${paceText(scenario, slowness, language)}\n`);
      return narrator;
    },
    ...defined({ dataFolder, apiUrl: served?.api.url, pageUrl: served?.page.url }),
  });
  try {
    narrator.end();
    await printPlayed(played, language);
    const exit = judgePlayed(played, language, signal);
    if (served && !signal.aborted) await serve(served, { played, narrator, language }, signal);
    return exit;
  } finally {
    await played.stop();
  }
}

interface Served {
  readonly api: ApiServer;
  readonly page: PageServer;
  stop(): Promise<void>;
}

/** The page is visible during the replay. The API answers when the system is up. */
async function openServers(port: number | undefined): Promise<Served> {
  const api = await openApi(port);
  const now = () => clock.now();
  const open = (wanted: number) => servePage({ read: fileInBucket, now, port: wanted });
  const page = await (port === undefined ? open(DEFAULT_PAGE_PORT).catch(() => open(0)) : open(0));
  const stop = async () => {
    await page.stop();
    await api.stop();
  };
  return { api, page, stop };
}

/** The handler is imported at the first request, because the environment is set by then. */
async function openApi(port: number | undefined): Promise<ApiServer> {
  const open = (wanted: number) =>
    serveApi(async (event) => (await loadHandler('history-api'))(event), wanted);
  if (port !== undefined) return open(port);
  return open(DEFAULT_PORT).catch(() => open(0));
}

interface Shown {
  readonly played: Played;
  readonly narrator: Narrator;
  readonly language: Language;
}

async function serve(
  { api, page }: Served,
  { played, narrator, language }: Shown,
  signal: AbortSignal,
): Promise<void> {
  const told = await sayRunning({ url: api.url });
  if (told !== undefined) console.error(`bonghwa: ${told[language]}`);
  console.log(`${UP_TEXTS[language].page(`${page.url}/`)}\n`);
  const { clock, folder, inbox, summary, system } = played;
  const here = {
    url: api.url,
    found: told === undefined,
    token: system.token,
    service: system.configuration.catalogue.services[0]?.id,
    outage: summary.outages[0]?.id,
    folder: folder.path,
  };
  console.log(whatNext(here, language));
  clock.setPace(1);
  const sources = await watchedSources({ system, clock, inbox, watcher: narrator });
  await goOn({ system, clock, sources }, signal);
  await sayEnded(api);
}

export const upCommand: CliCommand = {
  name: 'up',
  help: UP_HELP,
  run,
};
