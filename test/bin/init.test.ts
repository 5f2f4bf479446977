import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cli } from '../../bin/cli.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), '봉화 init '));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

async function printed(): Promise<string> {
  const out = vi.spyOn(console, 'log').mockImplementation(() => {});
  expect(await cli(['init', folder, '--lang', 'en'])).toBe(0);
  return out.mock.calls.flat().join('\n');
}

describe('bonghwa init in a checkout', () => {
  it('says how the new folder gets the package, before the commands that need it', async () => {
    expect(await printed()).toMatch(
      new RegExp(
        `npm pack ${resolve('.')}\\n +npm install \\./bonghwa-[\\d.]+\\.tgz\\n +npx bonghwa plan`,
      ),
    );
  });

  it('says nothing of it where the package is there', async () => {
    mkdirSync(join(folder, 'node_modules/bonghwa'), { recursive: true });
    expect(await printed()).not.toContain('npm pack');
  });
});
