import dynalite from 'dynalite';
import { corrupt, folder } from '#local/cloud/data-folder';
import { close, listen } from '#local/cloud/loopback';

export interface Started {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** The DynamoDB API: dynalite, on LevelDB in the folder or in memory. */
export async function startDatabase(dataFolder: string | undefined): Promise<Started> {
  const server = dynalite({
    createTableMs: 0,
    ...(dataFolder ? { path: await folder(dataFolder, 'dynamodb') } : {}),
  });
  const port = await listen(server).catch((error: unknown) => {
    throw corrupt('dynamodb', dataFolder, error);
  });
  return { url: `http://127.0.0.1:${port}`, stop: () => close(server) };
}
