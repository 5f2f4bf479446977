import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#adapters/chromium/launch';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bonghwa-headed-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The arguments of a program that replaces the browser and ends at once. */
async function started(headed: boolean): Promise<string> {
  const executable = join(folder, `browser-${headed}`);
  const told = join(folder, `told-${headed}`);
  writeFileSync(executable, `#!/bin/sh\necho "$@" > ${told}\nexit 1\n`);
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
});
