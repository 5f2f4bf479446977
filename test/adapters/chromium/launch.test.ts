import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#adapters/chromium/launch';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bonghwa-launch-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Arguments and environment of a program that replaces the browser and ends at once. */
async function started(headed: boolean): Promise<string> {
  const executable = join(folder, `browser-${headed}`);
  const told = join(folder, `told-${headed}`);
  writeFileSync(executable, `#!/bin/sh\n(echo "$@"; env) > ${told}\nexit 1\n`);
  chmodSync(executable, 0o700);
  const launching = launchBrowser({
    files: { executable, environment: {} },
    processModel: 'multi',
    timeoutMs: 5_000,
    blockedHosts: [],
    named: [],
    headed,
  });
  await expect(launching).rejects.toThrow();
  return readFileSync(told, 'utf8');
}

describe('the browser', () => {
  it('has a window only where a person asks for one', async () => {
    expect(await started(false)).toContain('--headless');
    expect(await started(true)).not.toContain('--headless');
  });

  it('finds the names in its environment that it sets itself, because a new name can kill it', async () => {
    const told = (await started(false)).split('\n');
    expect(told).toContain('DBUS_SESSION_BUS_ADDRESS=disabled:');
    expect(told).toContain('FC_FONTATIONS=1');
    expect(told).toContain('VK_ICD_FILENAMES=');
  });
});
