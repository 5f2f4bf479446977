import { namedBrowser } from '#adapters/chromium/browser-files';
import { ENVIRONMENT } from '#contract/environment';
import { defined } from '#core/defined';
import { InvalidInputError } from '#core/errors';
import type { Language } from '#core/time/duration';
import type { Configuration } from '#core/watch/configuration';
import { type ApiServer, serveApi } from '#local/api/api-server';
import { tokenFileProblem } from '#local/api/api-tokens';
import { portOf } from '#local/api/port';
import { loadHandler } from '#local/cloud/handlers';
import { loadConfiguration } from '#local/configuration';
import { fileInBucket } from '#local/page/bucket-files';
import { type PageServer, servePage } from '#local/page/page-server';
import type { RunningWatch } from '#local/system/running';
import { answerInbox } from '#local/watch/answer-inbox';
import { greeting } from '#local/watch/greeting';
import { ownWayOut } from '#local/watch/own-way-out';
import { ownedFolder } from '#local/watch/owned-folder';
import { secretGaps } from '#local/watch/secret-gaps';
import { readSecrets } from '#local/watch/secrets-file';
import { watch } from '#local/watch/watch';
import { startWatchSystem, type WatchSystem } from '#local/watch/watch-system';

/** The command line's options. */
export interface WatchOrder {
  readonly data: string;
  readonly secrets?: string | undefined;
  readonly listen: string;
  readonly port: string;
  readonly log: string;
  readonly stage: string;
  readonly language: Language;
  readonly configuration?: string | undefined;
}

export interface PreparedWatch {
  /** The watched services, and all addresses. */
  readonly greeting: string;
  /** For commands that look for the system on this machine. */
  readonly running: RunningWatch;
  watch(signal: AbortSignal): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts everything except the checks. Throws InvalidInputError, MonitorFaultError; then nothing
 * keeps running.
 */
export async function prepareWatch(order: WatchOrder): Promise<PreparedWatch> {
  const { stage, configuration: path } = order;
  const loaded = await loadConfiguration({ stage, ...defined({ path }) });
  const secrets = () => readSecrets(order.secrets, process.env);
  const gaps = secretGaps(
    { configuration: loaded.configuration, own: loaded.watch },
    await secrets(),
  );
  const folder = await ownedFolder(order.data);
  const write = writerOf(order.log);
  const browser = await namedBrowser();
  const problem = await tokenFileProblem();
  const warnings = [...loaded.warnings, ...gaps, ...(problem === undefined ? [] : [problem])];
  const inbox: InboxSource = {};
  const servers = await openServers(loaded.configuration, order, inbox);
  try {
    const system = await startWatchSystem({
      configuration: loaded.configuration,
      own: loaded.watch,
      stage,
      folder,
      secrets,
      wayOut: await ownWayOut(loaded.watch, process.env),
      apiUrl: servers.api.url,
      pageUrl: servers.page?.url ?? '',
      write,
    });
    inbox.of = system;
    return {
      greeting: greeting({
        configuration: loaded.configuration,
        warnings,
        apiUrl: servers.api.url,
        pageUrl: servers.page?.url,
        channels: system.channels,
        browser,
        language: order.language,
      }),
      running: runningOf(system, servers),
      watch: (signal) => watch(system, order.language, signal),
      stop: async () => {
        await servers.stop();
        await system.stop();
      },
    };
  } catch (error) {
    await servers.stop();
    throw error;
  }
}

interface Servers {
  readonly api: ApiServer;
  readonly page?: PageServer;
  stop(): Promise<void>;
}

/** The servers start before the system. */
interface InboxSource {
  of?: WatchSystem;
}

async function openServers(
  { page: wanted }: Configuration,
  order: WatchOrder,
  inbox: InboxSource,
): Promise<Servers> {
  // The page takes the next one.
  const port = portOf(order.port, 65_534);
  const host = order.listen;
  const api = await serveApi(
    async (event) =>
      (inbox.of && (await answerInbox(event, inbox.of.configuration, inbox.of.context))) ??
      (await loadHandler('history-api'))(event),
    port,
    host,
  );
  if (!wanted) return { api, stop: () => api.stop() };
  try {
    const now = () => Date.now();
    const next = port === 0 ? 0 : port + 1;
    const page = await servePage({ read: fileInBucket, now, port: next, host });
    const stop = async () => {
      await page.stop();
      await api.stop();
    };
    return { api, page, stop };
  } catch (error) {
    await api.stop();
    throw error;
  }
}

/** The platform stores and rotates stderr. */
function writerOf(wanted: string): (line: string) => void {
  if (wanted !== 'all' && wanted !== 'problems') {
    throw new InvalidInputError(
      { en: `--log ${wanted} is not known.`, ko: `--log ${wanted} 값은 쓸 수 없습니다.` },
      { en: 'Give all, or leave it out.', ko: 'all을 주거나 빼십시오.' },
    );
  }
  const isWanted = (line: string) => wanted === 'all' || /^\{"level":"(warn|error)"/.test(line);
  return (line) => {
    if (isWanted(line)) process.stderr.write(`${line}\n`);
  };
}

/** Lets `drill` reach the evaluator through the same services. */
function runningOf({ channels, cloud }: WatchSystem, { api }: Servers): RunningWatch {
  const endpoints = Object.entries(cloud.environment).filter(([name]) => name.startsWith('AWS_'));
  const stage = cloud.environment[ENVIRONMENT.stage] ?? '';
  return {
    url: api.url,
    stage,
    channels: [...channels],
    environment: Object.fromEntries(endpoints),
  };
}
