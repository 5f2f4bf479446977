import { readdir } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { ClassicLevel } from 'classic-level';
import dynalite from 'dynalite';
import { defined } from '#core/defined';
import { corrupt, folder, inUse } from '#local/cloud/data-folder';
import { close, listen } from '#local/cloud/loopback';

export interface Started {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export interface DatabaseOptions {
  /** In memory when absent. */
  readonly dataFolder?: string | undefined;
  /** True if each acknowledged write must reach the disk, which costs about a millisecond. */
  readonly synced?: boolean;
}

/** The DynamoDB API: dynalite, on LevelDB in the folder or in memory. */
export async function startDatabase(options: DatabaseOptions): Promise<Started> {
  const path = options.dataFolder ? await usableStore(options.dataFolder) : undefined;
  if (options.synced) syncWrites();
  const server = dynalite({ createTableMs: 0, ...defined({ path }) });
  // dynalite throws the errors of an aborted request outside of any call.
  server.on('request', (request: IncomingMessage) => {
    request.removeAllListeners('error');
    request.on('error', () => undefined);
  });
  const port = await listen(server);
  return { url: `http://127.0.0.1:${port}`, stop: () => close(server) };
}

/**
 * Path of the store in a data folder. dynalite throws outside of any call when its store does not
 * open, so it is opened once before. Throws InvalidInputError where it is in use.
 */
export async function usableStore(dataFolder: string): Promise<string> {
  const path = await folder(dataFolder, 'dynamodb');
  await refuseBeheaded(dataFolder, path);
  const store = new ClassicLevel(path);
  try {
    await store.open();
    await store.close();
    return path;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const isLocked = cause instanceof Error && 'code' in cause && cause.code === 'LEVEL_LOCKED';
    throw isLocked ? inUse(dataFolder) : corrupt('dynamodb', dataFolder, cause);
  }
}

/** LevelDB takes a store whose `CURRENT` is missing for a new one, and deletes what is in it. */
async function refuseBeheaded(dataFolder: string, path: string): Promise<void> {
  const files = await readdir(path).catch((error: unknown) => {
    throw corrupt('dynamodb', dataFolder, error);
  });
  const isBeheaded = files.some((name) => /\.ldb$|^MANIFEST-/.test(name));
  if (!isBeheaded || files.includes('CURRENT')) return;
  throw corrupt('dynamodb', dataFolder, 'the file CURRENT is missing');
}

/**
 * dynalite ends an iterator with `return`, which the iterators of `abstract-level` lack, so none was
 * ever closed. An open iterator keeps what it read in memory, and LevelDB keeps for it all that was
 * deleted since.
 */
function closeEndedIterators(): void {
  const level: Record<'keys' | 'values', (...args: unknown[]) => Iterating> = Object.getPrototypeOf(
    ClassicLevel.prototype,
  );
  for (const name of ['keys', 'values'] as const) {
    const open = level[name];
    level[name] = function opened(this: unknown, ...args: unknown[]): Iterating {
      const iterator = Reflect.apply(open, this, args);
      iterator.return = () => iterator.close();
      return iterator;
    };
  }
}

interface Iterating {
  close(): Promise<void>;
  return?: () => Promise<void>;
}

closeEndedIterators();

/** dynalite passes no options to its store, and LevelDB leaves writes to the system by default. */
function syncWrites(): void {
  const { prototype } = ClassicLevel;
  const { put, del, batch } = prototype;
  const insisting = (method: unknown, before: number) =>
    function insist(this: ClassicLevel, ...args: unknown[]): unknown {
      const options = { ...Object(args[before]), sync: true };
      return Reflect.apply(method as () => unknown, this, [...args.slice(0, before), options]);
    };
  Object.assign(prototype, {
    put: insisting(put, 2),
    del: insisting(del, 1),
    batch: insisting(batch, 1),
  });
}
