import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packBrowserParts } from '#lib/browser-parts';

describe('a path in a command of the bundling', () => {
  it.each(["/it's 봉화", '/a b/$HOME', '/plain'])('stays one word for the shell: %s', (folder) => {
    const words = `printf '%s\\n' ${packBrowserParts(folder)}`;
    const printed = execFileSync('bash', ['-c', words], { encoding: 'utf8' }).trimEnd().split('\n');
    expect(printed).toEqual([
      process.execPath,
      expect.stringMatching(/lib\/pack-browser-parts\.ts$/),
      folder,
    ]);
  });

  it('is never quoted by hand', () => {
    const source = readFileSync('lib/node-function.ts', 'utf8');
    expect(source).not.toMatch(/`[^`]*'\$\{/);
  });
});
