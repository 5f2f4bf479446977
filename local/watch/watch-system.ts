import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '#adapters/clock/system-clock';
import { ENVIRONMENT } from '#contract/environment';
import { resourceNames } from '#contract/names';
import type { Channel } from '#core/ports/notices';
import type { Configuration } from '#core/watch/configuration';
import { useAmbient } from '#lambda/wiring/ambient';
import { stores } from '#lambda/wiring/shared';
import { tokensOfFile } from '#local/api/api-tokens';
import { type EmbeddedCloud, startCloud } from '#local/cloud/embedded-cloud';
import { PageFunction } from '#local/page/page-function';
import type { LocalSystem } from '#local/system/system';
import type { WatchSecrets } from '#local/watch/secrets-file';

/** Everything that the handlers need to watch the configured targets from this machine. */
export interface WatchSystem extends Pick<LocalSystem, 'cloud' | 'page' | 'stores'> {
  readonly configuration: Configuration;
  readonly stop: () => Promise<void>;
}

export interface WatchSystemOptions {
  readonly configuration: Configuration;
  readonly stage: string;
  readonly folder: string;
  readonly secrets: WatchSecrets;
  readonly channels: readonly Channel[];
  readonly apiUrl: string;
  readonly pageUrl: string;
  /** Takes a line of the handlers' log. */
  readonly write: (line: string) => void;
}

/** Throws MonitorFaultError when the data folder cannot be used, InvalidInputError when it is in use. */
export async function startWatchSystem(options: WatchSystemOptions): Promise<WatchSystem> {
  const { configuration, stage, folder, channels, write } = options;
  const cloud = await startCloud({ stage, dataFolder: folder, replays: false });
  try {
    const path = join(folder, 'configuration.json');
    await writeFile(path, JSON.stringify(configuration));
    Object.assign(process.env, cloud.environment, {
      [ENVIRONMENT.configuration]: path,
      [ENVIRONMENT.apiUrl]: options.apiUrl,
      [ENVIRONMENT.pageUrl]: configuration.page ? options.pageUrl : '',
      // Without a page nobody is told of its changes.
      ...(configuration.page ? {} : { [ENVIRONMENT.pageTopic]: '' }),
    });
    useAmbient({ clock: systemClock, write, channels });
    fillSecrets(cloud, options);
  } catch (error) {
    await cloud.stop();
    throw error;
  }
  return {
    configuration,
    cloud,
    stores: stores(),
    ...(configuration.page ? { page: new PageFunction() } : {}),
    stop: () => cloud.stop(),
  };
}

function fillSecrets({ secrets }: EmbeddedCloud, { stage, secrets: given }: WatchSystemOptions) {
  const names = resourceNames(stage);
  for (const [service, account] of Object.entries(given.logins)) {
    secrets.put(names.loginSecret(service), JSON.stringify(account));
  }
  secrets.put(names.apiTokensSecret, tokensOfFile);
}
