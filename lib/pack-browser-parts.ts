import { ASSET_LIMIT_BYTES, copyBrowserParts, folderBytes } from '#lib/browser-parts';

/**
 * The bundling of the browser function runs it: `node lib/pack-browser-parts.ts <asset folder>`.
 */
const folder = process.argv[2];
if (!folder) throw new Error('usage: node lib/pack-browser-parts.ts <asset folder>');
copyBrowserParts(folder);
const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
const bytes = folderBytes(folder);
console.error(`Browser asset: ${megabytes(bytes)} unzipped of ${megabytes(ASSET_LIMIT_BYTES)}`);
if (bytes > ASSET_LIMIT_BYTES) {
  console.error('Lambda would refuse it: remove what the runner does not need from PARTS.');
  process.exitCode = 1;
}
