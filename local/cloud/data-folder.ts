import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidInputError, MonitorFaultError } from '#core/errors';
import { shellWord } from '#core/formats/shell-word';

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
  const why = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
  return new MonitorFaultError(
    {
      en: `The data folder ${where} cannot be used: ${why}`,
      ko: `데이터 폴더 ${where} 폴더를 쓸 수 없습니다(원문: ${why}).`,
    },
    {
      en: `Move it away or delete it and start again: rm -r ${shellWord(where)}`,
      ko: `옮기거나 지우고 다시 시작하십시오: rm -r ${shellWord(where)}`,
    },
    { cause },
  );
}

/** LevelDB's own lock. It ends with its process, however that ends. */
export function inUse(dataFolder: string): InvalidInputError {
  return new InvalidInputError(
    {
      en: `Another Bonghwa is running on the data folder ${dataFolder}.`,
      ko: `다른 봉화가 데이터 폴더 ${dataFolder} 폴더를 쓰고 있습니다.`,
    },
    {
      en: 'Stop that one first, or name another folder with --data FOLDER.',
      ko: '먼저 그쪽을 종료하거나 --data FOLDER로 다른 폴더를 지정하십시오.',
    },
  );
}
