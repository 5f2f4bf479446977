import { ClassicLevel } from 'classic-level';
import dynalite from 'dynalite';
import { defined } from '#core/defined';
import { corrupt, folder } from '#local/cloud/data-folder';
import { close, listen } from '#local/cloud/loopback';

export interface Started {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** The DynamoDB API: dynalite, on LevelDB in the folder or in memory. */
export async function startDatabase(dataFolder: string | undefined): Promise<Started> {
  const path = dataFolder ? await usableStore(dataFolder) : undefined;
  const server = dynalite({ createTableMs: 0, ...defined({ path }) });
  const port = await listen(server);
  return { url: `http://127.0.0.1:${port}`, stop: () => close(server) };
}

/** dynalite throws outside of any call when its store does not open, so it is opened once before. */
async function usableStore(dataFolder: string): Promise<string> {
  const path = await folder(dataFolder, 'dynamodb');
  const store = new ClassicLevel(path);
  try {
    await store.open();
    await store.close();
    return path;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw corrupt('dynamodb', dataFolder, cause);
  }
}
