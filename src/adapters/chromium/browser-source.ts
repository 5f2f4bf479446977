import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createBrotliDecompress, createZstdDecompress } from 'node:zlib';
import { MonitorFaultError } from '#core/errors';

const REMEDY = 'run `npm ci` again; on Lambda, deploy again with the browser packages in the asset';

/** How the browser's binary is packed, the fastest to unpack first (`npm run bench:check` prints figures). */
const PACKINGS = [
  { file: 'chromium.zst', decompress: () => createZstdDecompress({ chunkSize: CHUNK }) },
  { file: 'chromium.br', decompress: () => createBrotliDecompress({ chunkSize: CHUNK }) },
] as const;

/** Large chunks: the binary is 200 MB, and each chunk is one write. */
const CHUNK = 2 ** 21;

export type Packing = (typeof PACKINGS)[number];

export interface BrowserSource {
  /** Folder with the packed browser and its libraries. */
  readonly folder: string;
  /** Absent: the folder holds the browser unpacked, ready to run where it is. */
  readonly packing?: Packing;
  /** Folder with the Korean font. */
  readonly fonts: string;
}

/** Finds the packed browser and the font among the installed packages, or in `folder`. */
export function findBrowserSource(folder: string = packagedBrowser()): BrowserSource {
  const fonts = existsSync(join(folder, 'fonts')) ? join(folder, 'fonts') : packagedFont();
  if (existsSync(join(folder, 'chromium'))) return { folder, fonts };
  const packing = PACKINGS.find(({ file }) => existsSync(join(folder, file)));
  if (packing) return { folder, packing, fonts };
  throw missing(join(folder, 'chromium.br'));
}

export function missing(file: string, cause?: unknown): MonitorFaultError {
  return new MonitorFaultError(`the browser file ${file} is missing or damaged`, REMEDY, { cause });
}

function packagedBrowser(): string {
  return join(packageFile('@sparticuz/chromium'), '../../bin');
}

function packagedFont(): string {
  return join(dirname(packageFile('@expo-google-fonts/nanum-gothic')), '400Regular');
}

function packageFile(name: string): string {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    throw missing(name, cause);
  }
}
