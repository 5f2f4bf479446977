import { type ChannelListener, channel } from 'node:diagnostics_channel';
import { startFauxqs } from 'fauxqs';
import { defined } from '#core/defined';
import { corrupt, folder } from '#local/cloud/data-folder';
import type { Started } from '#local/cloud/database';

export interface MessagingOptions {
  readonly region: string;
  readonly dataFolder?: string | undefined;
  /**
   * True if queues survive a restart. If not, objects are plain files, and messages lost in a crash
   * are requested again in the next minute.
   */
  readonly lastingQueues?: boolean | undefined;
}

/** The SQS, SNS and S3 APIs: fauxqs, in the folder or in memory. */
export async function startMessaging({
  region,
  dataFolder,
  lastingQueues = true,
}: MessagingOptions): Promise<Started> {
  const name = lastingQueues ? 'messaging' : 'objects';
  const path = dataFolder && (await folder(dataFolder, name));
  const kept = lastingQueues ? defined({ dataDir: path }) : defined({ s3StorageDir: path });
  const server = await boundToLoopback(() =>
    startFauxqs({ port: 0, logger: false, defaultRegion: region, ...kept }),
  ).catch((error: unknown) => {
    throw corrupt(name, dataFolder, error);
  });
  return { url: `http://127.0.0.1:${server.port}`, stop: () => server.stop() };
}

/** fauxqs always listens on every address of the machine and has no setting for it. */
async function boundToLoopback<T>(start: () => Promise<T>): Promise<T> {
  const begun = channel('tracing:net.server.listen:asyncStart');
  const bind: ChannelListener = (message) => {
    const { options } = message as { options: { host?: string } };
    options.host = '127.0.0.1';
  };
  begun.subscribe(bind);
  try {
    return await start();
  } finally {
    begun.unsubscribe(bind);
  }
}
