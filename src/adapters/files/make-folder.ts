import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from '#core/errors';

/**
 * Creates a folder and the missing ones above it. Node's own `recursive` never ends below /proc,
 * where nothing can be created, and hides why another file system refuses. Throws Node's error.
 */
export async function makeFolder(path: string, mode?: number): Promise<void> {
  const refused = await create(path, mode);
  if (refused === undefined || (await isFolder(path))) return;
  const above = dirname(path);
  if (errorCode(refused) !== 'ENOENT' || above === path || (await isFolder(above))) throw refused;
  await makeFolder(above, mode);
  const again = await create(path, mode);
  if (again !== undefined && !(await isFolder(path))) throw again;
}

/** Resolves with the error. */
function create(path: string, mode: number | undefined): Promise<unknown> {
  return mkdir(path, mode).then(
    () => undefined,
    (error: unknown) => error,
  );
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}
