import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BROTLI_BROWSER, zstdBrowser } from '#lib/packed-browser';
import { median } from './measure.ts';

const ROUNDS = 5;

/** Seconds from nothing to a runnable browser, by how it is packed. */
export function compareUnpacking(unpacked: string): readonly (readonly [string, string, string])[] {
  const folder = mkdtempSync(join(tmpdir(), 'bonghwa-unpacking-'));
  try {
    const zstd = zstdBrowser();
    const brotli = BROTLI_BROWSER;
    return [
      [
        'brotli (as packaged)',
        megabytes(brotli),
        seconds(brotli, 'createBrotliDecompress', folder),
      ],
      ['zstd (as deployed)', megabytes(zstd), seconds(zstd, 'createZstdDecompress', folder)],
      ['uncompressed, run in place', megabytes(unpacked), '0.00'],
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function megabytes(path: string): string {
  return (statSync(path).size / 1e6).toFixed(1);
}

/** Each round in its own process, like a cold start. */
function seconds(packed: string, decompress: string, folder: string): string {
  const script = `import fs from 'node:fs'; import zlib from 'node:zlib';
import { pipeline } from 'node:stream/promises';
const start = performance.now();
await pipeline(fs.createReadStream(${JSON.stringify(packed)}, { highWaterMark: 2 ** 20 }),
  zlib.${decompress}({ chunkSize: 2 ** 21 }), fs.createWriteStream(${JSON.stringify(join(folder, 'out'))}));
console.log(performance.now() - start);`;
  const rounds = Array.from({ length: ROUNDS }, () =>
    Number(
      execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }),
    ),
  );
  return (median(rounds) / 1_000).toFixed(2);
}
