import { copyFileSync, cpSync, lstatSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { shellWord } from '#core/formats/shell-word';
import { CODE_ROOT, packageFolder } from '#lib/context';
import { BROTLI_BROWSER, zstdBrowser } from '#lib/packed-browser';

/** Packages that stay packages in the asset, because they find their own files by path. */
export const BROWSER_PACKAGES = ['@sparticuz/chromium', 'playwright-core'] as const;

/** Files copied from `node_modules`. Without the font, Hangul is blank in pictures. */
const PARTS: readonly (readonly [name: string, file: string])[] = [
  ...BROWSER_PACKAGES.map((name) => [name, ''] as const),
  ['@expo-google-fonts/nanum-gothic', 'package.json'],
  ['@expo-google-fonts/nanum-gothic', 'index.js'],
  ['@expo-google-fonts/nanum-gothic', '400Regular/NanumGothic_400Regular.ttf'],
];

/** Lambda's limit for an unzipped function. */
export const ASSET_LIMIT_BYTES = 250 * 1024 * 1024;

/** The command that completes the runner's asset folder while it is bundled. */
export function packBrowserParts(assetFolder: string): string {
  const script = join(CODE_ROOT, `lib/pack-browser-parts${extname(import.meta.filename)}`);
  return [process.execPath, script, assetFolder].map(shellWord).join(' ');
}

/** From what `npm ci` installed, so that synth works offline and the lock file decides. */
export function copyBrowserParts(assetFolder: string): void {
  for (const [name, file] of PARTS) {
    cpSync(join(packageFolder(name), file), join(assetFolder, 'node_modules', name, file), {
      recursive: true,
      dereference: true,
      filter: (source) => source !== BROTLI_BROWSER,
    });
  }
  const packed = 'node_modules/@sparticuz/chromium/bin/chromium.zst';
  copyFileSync(zstdBrowser(), join(assetFolder, packed));
}

/** Size of a folder in bytes, as Lambda counts it. */
export function folderBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + lstatSync(join(entry.parentPath, entry.name)).size, 0);
}
