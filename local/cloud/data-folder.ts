import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidInputError, MonitorFaultError } from '#core/errors';

export async function folder(dataFolder: string, name: string): Promise<string> {
  const path = join(dataFolder, name);
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw corrupt(name, dataFolder, error);
  }
  return path;
}

export function corrupt(
  name: string,
  dataFolder: string | undefined,
  cause: unknown,
): MonitorFaultError {
  const where = dataFolder ? join(dataFolder, name) : name;
  return new MonitorFaultError(
    `The data folder ${where} cannot be used: ${cause instanceof Error ? cause.message.split('\n')[0] : cause}`,
    `Move it away or delete it and start again: rm -r ${where}`,
    { cause },
  );
}

/** LevelDB's own lock, which ends with its process however that ends. */
export function inUse(dataFolder: string): InvalidInputError {
  return new InvalidInputError(
    `Another Bonghwa is running on the data folder ${dataFolder}.`,
    'Stop that one first, or name another folder with --data FOLDER.',
  );
}
