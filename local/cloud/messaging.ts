import { type ChannelListener, channel } from 'node:diagnostics_channel';
import { startFauxqs } from 'fauxqs';
import { corrupt, folder } from '#local/cloud/data-folder';
import type { Started } from '#local/cloud/database';

export interface MessagingOptions {
  readonly region: string;
  readonly dataFolder?: string | undefined;
}

/** The SQS, SNS and S3 APIs: fauxqs, in the folder or in memory. */
export async function startMessaging({ region, dataFolder }: MessagingOptions): Promise<Started> {
  const dataDir = dataFolder ? { dataDir: await folder(dataFolder, 'messaging') } : {};
  const server = await boundToLoopback(() =>
    startFauxqs({ port: 0, logger: false, defaultRegion: region, ...dataDir }),
  ).catch((error: unknown) => {
    throw corrupt('messaging', dataFolder, error);
  });
  return { url: `http://127.0.0.1:${server.port}`, stop: () => server.stop() };
}

/** fauxqs always listens on every address of the machine and has no setting against it. */
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
