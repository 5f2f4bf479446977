import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, constants, zstdCompressSync } from 'node:zlib';
import { packageFolder } from '#lib/context';

/**
 * Higher levels take minutes and save one per cent. The level does not change the unpacking time.
 */
const ZSTD_LEVEL = 9;

/** The file in its package. */
export const BROTLI_BROWSER = join(packageFolder('@sparticuz/chromium'), 'bin/chromium.br');

/**
 * The browser, packed again with zstd. It unpacks in less than half the time of brotli at nearly
 * the same size (`npm run bench:check` prints both). Made once per installation, beside the
 * packages.
 */
export function zstdBrowser(): string {
  const name = `chromium-${statSync(BROTLI_BROWSER).size}-${ZSTD_LEVEL}.zst`;
  const packed = join(packageFolder('@sparticuz/chromium'), '../../.cache/bonghwa', name);
  if (existsSync(packed)) return packed;
  console.error('Packing the browser with zstd, once for this installation …');
  const level = { params: { [constants.ZSTD_c_compressionLevel]: ZSTD_LEVEL } };
  mkdirSync(dirname(packed), { recursive: true });
  const partial = `${packed}.${process.pid}`;
  writeFileSync(
    partial,
    zstdCompressSync(brotliDecompressSync(readFileSync(BROTLI_BROWSER)), level),
  );
  renameSync(partial, packed);
  return packed;
}
