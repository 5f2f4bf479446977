import { mkdir, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InvalidInputError } from '#core/errors';
import { workFolder } from '#local/system/work-folder';

/** Makes the folder if it is not there, for its owner alone. Throws InvalidInputError. */
export async function ownedFolder(named: string): Promise<string> {
  const path = resolve(named);
  await mkdir(path, { recursive: true, mode: 0o700 }).catch(() => {
    // Said below, with the reason.
  });
  const found = await stat(path).catch(() => undefined);
  const own = process.getuid?.();
  if (found && own !== undefined && found.uid !== own) {
    throw new InvalidInputError(
      `The data folder ${path} belongs to another user (uid ${found.uid}).`,
      `Run as that user, name another with --data FOLDER, or take it over: chown -R $(id -un) ${path}`,
    );
  }
  return (await workFolder(path)).path;
}
