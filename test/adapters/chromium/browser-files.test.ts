import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browserFiles } from '#adapters/chromium/browser-files';
import { MonitorFaultError } from '#core/errors';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bonghwa-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const unpack = () => browserFiles({ source: folder, cache: join(folder, 'cache') });

function pack(browser: Buffer): void {
  const empty = brotliCompressSync(Buffer.alloc(1_024));
  writeFileSync(join(folder, 'chromium.br'), browser);
  for (const name of ['al2023', 'swiftshader']) {
    writeFileSync(join(folder, `${name}.tar.br`), empty);
  }
}

describe('a browser that cannot be unpacked', () => {
  it('because its file is missing is named with the remedy', async () => {
    await expect(unpack()).rejects.toThrow(MonitorFaultError);
    await expect(unpack()).rejects.toThrow(`${folder}/chromium.br is missing or damaged`);
  });

  it('because its file was cut off is named, too', async () => {
    const whole = brotliCompressSync(Buffer.alloc(200_000, 'chromium'));
    pack(whole.subarray(0, whole.length - 5));
    await expect(unpack()).rejects.toThrow('chromium.br is missing or damaged');
  });

  it('because it is far too small is not taken for one', async () => {
    pack(brotliCompressSync(Buffer.from('#!/bin/sh')));
    await expect(unpack()).rejects.toThrow('chromium.br is missing or damaged');
  });

  it('leaves nothing half unpacked', async () => {
    pack(Buffer.from('not brotli at all'));
    await expect(unpack()).rejects.toThrow(MonitorFaultError);
    expect(readdirSync(folder).filter((name) => name.startsWith('cache'))).toEqual([]);
  });
});

describe('a browser that is there unpacked', () => {
  it('runs where it is; only its start script and font settings are written', async () => {
    writeFileSync(join(folder, 'chromium'), '#!/bin/sh');
    const { executable, environment } = await unpack();
    expect(executable).toBe(join(folder, 'cache/start-browser'));
    expect(environment.LD_LIBRARY_PATH).toBe(folder);
    expect(readdirSync(join(folder, 'cache')).sort()).toEqual([
      'fonts.conf',
      'manifest.json',
      'start-browser',
    ]);
  });
});
