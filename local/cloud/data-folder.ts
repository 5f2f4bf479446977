import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { MonitorFaultError } from '#core/errors';

export async function folder(dataFolder: string, name: string): Promise<string> {
  const path = join(dataFolder, name);
  try {
    await mkdir(path, { recursive: true });
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
