import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createBrotliDecompress, createZstdDecompress } from 'node:zlib';
import { MonitorFaultError } from '#core/errors';

const REMEDY = {
  en: 'run `npm ci` again; on Lambda, deploy again with the browser packages in the asset',
  ko: '`npm ci`를 다시 실행하십시오. Lambda라면 브라우저 패키지를 넣어 다시 배포하십시오',
};

/** Formats of the packed browser, the fastest first (`npm run bench:check` prints figures). */
const PACKINGS = [
  { file: 'chromium.zst', decompress: () => createZstdDecompress({ chunkSize: CHUNK }) },
  { file: 'chromium.br', decompress: () => createBrotliDecompress({ chunkSize: CHUNK }) },
] as const;

/** Large chunks, because the binary has 200 MB and each chunk is one write. */
const CHUNK = 2 ** 21;

type Packing = (typeof PACKINGS)[number];

/** Parts of a browser, all in installed packages. Absolute paths. */
export interface BrowserSource {
  readonly binary: string;
  readonly decompress: Packing['decompress'];
  /** Libraries, each archive a tar packed with brotli. */
  readonly archives: readonly string[];
  /** Korean fonts. */
  readonly fonts: readonly string[];
}

/** Finds the packed browser and the font among the installed packages, or in `folder`. */
export function findBrowserSource(folder: string = packagedBrowser()): BrowserSource {
  const files = namesIn(folder);
  const packing = PACKINGS.find(({ file }) => files.includes(file));
  if (!packing) throw missing(join(folder, 'chromium.br'));
  const fonts = fontsIn(files.includes('fonts') ? join(folder, 'fonts') : packagedFont());
  return {
    binary: join(folder, packing.file),
    decompress: packing.decompress,
    archives: ['swiftshader.tar.br', 'al2023.tar.br'].map((archive) => join(folder, archive)),
    fonts,
  };
}

export function missing(file: string, cause?: unknown): MonitorFaultError {
  return new MonitorFaultError(
    {
      en: `the browser file ${file} is missing or damaged`,
      ko: `브라우저 파일 ${file}이(가) 없거나 손상되었습니다`,
    },
    REMEDY,
    { cause },
  );
}

function fontsIn(folder: string): readonly string[] {
  const fonts = namesIn(folder).filter((name) => /\.(ttf|otf|ttc)$/i.test(name));
  if (fonts.length === 0) throw missing(join(folder, '*.ttf'));
  return fonts.sort().map((name) => join(folder, name));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
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
