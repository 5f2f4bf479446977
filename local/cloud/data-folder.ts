import { join } from 'node:path';
import { makeFolder } from '#adapters/files/make-folder';
import { unusablePath } from '#adapters/files/unusable-path';
import { type BonghwaError, InvalidInputError, MonitorFaultError } from '#core/errors';
import { shellWord } from '#core/formats/shell-word';

export async function folder(dataFolder: string, name: string): Promise<string> {
  const path = join(dataFolder, name);
  try {
    await makeFolder(path, 0o700);
  } catch (error) {
    throw corrupt(name, dataFolder, error);
  }
  return path;
}

export function corrupt(
  name: string,
  dataFolder: string | undefined,
  cause: unknown,
): BonghwaError {
  const where = dataFolder ? join(dataFolder, name) : name;
  const unusable = unusablePath(cause);
  if (unusable) {
    const { path, why, rights } = unusable;
    return new InvalidInputError(
      {
        en: `The data folder ${where} cannot be used: ${path}: ${why.en}.`,
        ko: `데이터 폴더(${where})를 쓸 수 없습니다. ${path}: ${why.ko}.`,
      },
      rights
        ? {
            en: `Make it yours: chown -R $(id -un) ${shellWord(where)}`,
            ko: `소유자를 바꾸십시오: chown -R $(id -un) ${shellWord(where)}`,
          }
        : {
            en: 'Correct that, or name another folder with --data FOLDER.',
            ko: '해결하거나 --data FOLDER로 다른 폴더를 지정하십시오.',
          },
      { cause },
    );
  }
  const why = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
  const aside = `mv ${shellWord(where)} ${shellWord(`${where}.spoilt`)}`;
  return new MonitorFaultError(
    {
      en: `The data folder ${where} cannot be used: ${why}.`,
      ko: `데이터 폴더(${where})를 쓸 수 없습니다(원문: ${why}).`,
    },
    {
      en: `Bring back your copy of the data folder, or start without this history: ${aside}`,
      ko: `백업해 둔 데이터 폴더로 바꾸거나, 이 이력 없이 시작하십시오: ${aside}`,
    },
    { cause },
  );
}

/** LevelDB's own lock. It ends with its process, however that ends. */
export function inUse(dataFolder: string): InvalidInputError {
  return new InvalidInputError(
    {
      en: `Another Bonghwa is running on the data folder ${dataFolder}.`,
      ko: `다른 봉화가 데이터 폴더(${dataFolder})를 쓰고 있습니다.`,
    },
    {
      en: 'Stop that one first, or name another folder with --data FOLDER.',
      ko: '먼저 그쪽을 종료하거나 --data FOLDER로 다른 폴더를 지정하십시오.',
    },
  );
}
