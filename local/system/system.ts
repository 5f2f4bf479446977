import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { WayOut } from '#adapters/way-out/way-out';
import { ENVIRONMENT } from '#contract/environment';
import { resourceNames } from '#contract/names';
import type { Clock } from '#core/ports/ambient';
import type { Scenario } from '#core/scenario/scenario';
import { DAY } from '#core/time/time';
import type { Configuration, Permission } from '#core/watch/configuration';
import { useAmbient } from '#lambda/wiring/ambient';
import { configuration as handlersOwn, stores } from '#lambda/wiring/shared';
import { localTokens } from '#local/api/api-tokens';
import { type EmbeddedCloud, startCloud } from '#local/cloud/embedded-cloud';
import { QueueReader } from '#local/cloud/queue-reader';
import { ownConfiguration } from '#local/configuration';
import { PageFunction } from '#local/page/page-function';
import { type Portals, startPortals } from '#local/portals/portals';
import { watchedIn } from '#local/scenario/watched-in';
import { measureSlowness, slowedDown } from '#local/system/calibrate';
import { REPLAY_LIMITS } from '#local/system/limits';
import { WatchedMachine } from '#local/system/own-machine';
import { trustedCertificate } from '#local/system/trusted-certificate';
import type { WorkFolder } from '#local/system/work-folder';

/** Directly, and the simulated portals' authority is accepted. */
const WAY_OUT: WayOut = { ownAuthorities: true };

/** The stage for the names in the local system. Notices look as in production. */
const STAGE = 'prod';

/**
 * Everything that the handlers need, on this machine. One per process, because wiring is built
 * once.
 */
export interface LocalSystem {
  readonly configuration: Configuration;
  /** Slowness relative to the machine that set the replay's limits, at least 1. */
  readonly slowness: number;
  /** Measures the machine while runs are made. */
  readonly machine: WatchedMachine;
  readonly cloud: EmbeddedCloud;
  readonly portals: Portals;
  readonly stores: ReturnType<typeof stores>;
  /** Opens the history API. */
  readonly token: string;
  /** Messages that SNS delivered. */
  readonly inbox: QueueReader;
  /** Writes the public page, if it is served. */
  readonly page?: PageFunction;
  stop(): Promise<void>;
}

export interface LocalSystemOptions {
  readonly folder: WorkFolder;
  readonly clock: Clock;
  /** Its services, groups and maintenance windows are watched. */
  readonly scenario: Scenario;
  /** Address of the history API, if it is served. */
  readonly apiUrl?: string;
  /** Address of the public page, if it is served. */
  readonly pageUrl?: string;
  /** Called at each phase of the start. Each takes seconds. */
  readonly onPhase?: (phase: StartPhase) => void;
  /** Called when limits have grown: the machine is this many times slower than the reference. */
  readonly onSlower?: (slowness: number) => void;
}

export type StartPhase = 'portals' | 'browser' | 'cloud';

/**
 * Throws MonitorFaultError if the browser or the data folder is unusable. Nothing keeps running
 * then.
 */
export async function startSystem(options: LocalSystemOptions): Promise<LocalSystem> {
  const base = forScenario(await ownConfiguration(), options.scenario);
  options.onPhase?.('portals');
  const portals = await startPortals({
    catalogue: base.catalogue,
    now: () => options.clock.now(),
    certificate: trustedCertificate(Date.now()),
  });
  try {
    options.onPhase?.('browser');
    const slowness = await measureSlowness(portals, base.texts, WAY_OUT);
    const limits = slowedDown(REPLAY_LIMITS, slowness);
    const machine = new WatchedMachine({
      startedAt: options.clock.now(),
      onSlower: (times) => {
        Object.assign(handlersOwn().limits, slowedDown(REPLAY_LIMITS, slowness * times));
        options.onSlower?.(slowness * times);
      },
    });
    await machine.start();
    options.onPhase?.('cloud');
    const configuration = {
      ...onThisMachine(base, portals, options.clock),
      ...pageOnThisMachine(options.pageUrl),
      limits,
    };
    return { ...(await startAround({ portals, machine }, configuration, options)), slowness };
  } catch (error) {
    await portals.stop();
    throw error;
  }
}

async function startAround(
  { portals, machine }: Pick<LocalSystem, 'portals' | 'machine'>,
  configuration: Configuration,
  { folder, clock, apiUrl = '', pageUrl }: LocalSystemOptions,
): Promise<Omit<LocalSystem, 'slowness'>> {
  const cloud = await startCloud({
    stage: STAGE,
    webhooks: configuration.webhooks.map(({ id }) => id),
    chat: configuration.chat.map(({ id }) => id),
    ...(folder.temporary ? {} : { dataFolder: folder.path }),
  });
  const path = join(folder.path, 'configuration.json');
  await writeFile(path, JSON.stringify(configuration), { mode: 0o600 });
  const own = { [ENVIRONMENT.configuration]: path, [ENVIRONMENT.apiUrl]: apiUrl };
  // Without a page, nothing needs to know about changes.
  const unheard = pageUrl === undefined ? { [ENVIRONMENT.pageTopic]: '' } : {};
  Object.assign(process.env, cloud.environment, own, unheard);
  const log = join(folder.path, 'handlers.log');
  useAmbient({
    clock,
    machine,
    wayOut: WAY_OUT,
    write: (line) => void appendFile(log, `${line}\n`, { mode: 0o600 }).catch(() => {}),
  });
  return {
    configuration,
    cloud,
    portals,
    machine,
    stores: stores(),
    token: fillSecrets(cloud, portals),
    ...(pageUrl === undefined ? {} : { page: new PageFunction() }),
    inbox: new QueueReader(new SQSClient({}), cloud.queues.inbox),
    async stop() {
      machine.stop();
      await portals.stop();
      await cloud.stop();
    },
  };
}

/** Stores the portals' accounts and the API's tokens. Returns the token of this run. */
function fillSecrets(cloud: EmbeddedCloud, portals: Portals): string {
  const names = resourceNames(STAGE);
  for (const { id } of portals.catalogue.services) {
    cloud.secrets.put(names.loginSecret(id), JSON.stringify(portals.credentials(id)));
  }
  const tokens = localTokens(Date.now());
  cloud.secrets.put(names.apiTokensSecret, tokens.secret);
  return tokens.token;
}

function forScenario(base: Configuration, scenario: Scenario): Configuration {
  const watched = watchedIn(base.catalogue, scenario);
  const maintenance = [...base.maintenance, ...(scenario.maintenance ?? [])];
  return { ...base, catalogue: watched, maintenance };
}

/** The configured rules and texts, simulated portals, and permission to log in there. */
function onThisMachine(base: Configuration, portals: Portals, clock: Clock): Configuration {
  const permissions = portals.catalogue.services.map(
    ({ id }): Permission => ({
      service: id,
      grantedBy: 'local/portals (simulated)',
      reference: 'simulated portal on loopback',
      validUntil: clock.now() + 400 * DAY,
    }),
  );
  // Pages that open in a browser without a token.
  const api = { ...base.api, public: ['status', 'badges', 'feed'] as const };
  return { ...base, catalogue: portals.catalogue, permissions, api };
}

/** Published as a simulation, without the configured operator and contact. */
function pageOnThisMachine(pageUrl: string | undefined): Pick<Configuration, 'page'> {
  if (pageUrl === undefined) return {};
  const operator = '이 컴퓨터의 이용자 (모의)';
  return { page: { operator, contact: '모의 페이지이므로 없음', url: pageUrl, simulated: true } };
}
