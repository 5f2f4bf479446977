import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '#adapters/clock/system-clock';
import type { WayOut } from '#adapters/way-out/way-out';
import { ENVIRONMENT } from '#contract/environment';
import { resourceNames } from '#contract/names';
import { noticeContext } from '#core/detection/context';
import type { NoticeContext } from '#core/notice/compose-notice';
import type { Configuration } from '#core/watch/configuration';
import type { OwnSettings } from '#core/watch/watch-settings';
import { useAmbient } from '#lambda/wiring/ambient';
import { reachable } from '#lambda/wiring/reachable';
import { stores } from '#lambda/wiring/shared';
import { tokensOfFile } from '#local/api/api-tokens';
import { type EmbeddedCloud, startCloud } from '#local/cloud/embedded-cloud';
import { PageFunction } from '#local/page/page-function';
import type { LocalSystem } from '#local/system/system';
import { watchChannels } from '#local/watch/channels';
import type { WatchSecrets } from '#local/watch/secrets-file';

/** Everything that the handlers need to watch the configured targets from this machine. */
export interface WatchSystem extends Pick<LocalSystem, 'cloud' | 'page' | 'stores'> {
  readonly configuration: Configuration;
  readonly context: NoticeContext;
  /** Names of the channels for notices. */
  readonly channels: readonly string[];
  readonly stop: () => Promise<void>;
}

export interface WatchSystemOptions {
  readonly configuration: Configuration;
  readonly own: OwnSettings;
  readonly stage: string;
  readonly folder: string;
  /** The current secrets, so that a corrected one works at once. */
  readonly secrets: () => Promise<WatchSecrets>;
  readonly wayOut: WayOut;
  readonly apiUrl: string;
  readonly pageUrl: string;
  /** Takes a line of the handlers' log. */
  readonly write: (line: string) => void;
}

/** Throws MonitorFaultError if the data folder is unusable, InvalidInputError if it is in use. */
export async function startWatchSystem(options: WatchSystemOptions): Promise<WatchSystem> {
  const { configuration, own, stage, folder, secrets, write } = options;
  const cloud = await startCloud({ stage, dataFolder: folder, replays: false });
  try {
    const path = join(folder, 'configuration.json');
    await writeFile(path, JSON.stringify(configuration), { mode: 0o600 });
    const addresses = {
      [ENVIRONMENT.apiUrl]: options.apiUrl,
      [ENVIRONMENT.pageUrl]: configuration.page ? options.pageUrl : '',
      // Without a page, nothing needs to know about its changes.
      ...(configuration.page ? {} : { [ENVIRONMENT.pageTopic]: '' }),
    };
    const environment = { ...cloud.environment, [ENVIRONMENT.configuration]: path, ...addresses };
    Object.assign(process.env, environment);
    const reached = reachable(configuration, addresses);
    const context = noticeContext({ configuration: reached, stage });
    const channels = watchChannels({ webhooks: configuration.webhooks, own, context, secrets });
    useAmbient({ clock: systemClock, write, channels, wayOut: options.wayOut });
    fillSecrets(cloud, options);
    return {
      configuration: reached,
      context,
      channels: channels.map(({ name }) => name),
      cloud,
      stores: stores(),
      ...(configuration.page ? { page: new PageFunction() } : {}),
      stop: () => cloud.stop(),
    };
  } catch (error) {
    await cloud.stop();
    throw error;
  }
}

function fillSecrets({ secrets: kept }: EmbeddedCloud, options: WatchSystemOptions): void {
  const { configuration, secrets, stage } = options;
  const names = resourceNames(stage);
  for (const { id } of configuration.catalogue.services) {
    kept.put(names.loginSecret(id), async () => {
      const account = (await secrets()).logins[id];
      return account ? JSON.stringify(account) : '';
    });
  }
  kept.put(names.apiTokensSecret, tokensOfFile);
}
