import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InvalidInputError } from '#core/errors';
import { shellWord } from '#core/formats/shell-word';
import { workFolder } from '#local/system/work-folder';

/** Creates the folder for its owner only, if it does not exist. Throws InvalidInputError. */
export async function ownedFolder(named: string): Promise<string> {
  const path = resolve(named);
  const found = await stat(path).catch(() => undefined);
  const own = process.getuid?.();
  if (found && own !== undefined && found.uid !== own) {
    throw new InvalidInputError(
      {
        en: `The data folder ${path} belongs to another user (uid ${found.uid}).`,
        ko: `데이터 폴더(${path})의 소유자가 다른 사용자(uid ${found.uid})입니다.`,
      },
      {
        en: `Run as that user, name another with --data FOLDER, or take it over: chown -R $(id -un) ${shellWord(path)}`,
        ko: `그 사용자로 실행하거나, --data FOLDER로 다른 폴더를 지정하거나, 소유자를 바꾸십시오: chown -R $(id -un) ${shellWord(path)}`,
      },
    );
  }
  return (await workFolder(path)).path;
}
