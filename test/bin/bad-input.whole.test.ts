import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';

const CLI = join(import.meta.dirname, '../../bin/bonghwa.ts');

async function bonghwa(...args: string[]) {
  const child = spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ]);
  return { stdout, stderr, code };
}

describe('bad input', () => {
  it.each([
    [['replay', 'no-such-thing'], 'no-such-thing'],
    [['replay'], 'one scenario'],
    [['replay', '2024-07-18', '--jsn'], '--jsn'],
    [['up', '--port', 'eighty'], '--port eighty'],
    [['up', '--data', '/dev/null/data'], '/dev/null/data'],
    [['fly'], 'fly'],
  ])('%j is told in one line with exit code 2', async (args, named) => {
    const { stdout, stderr, code } = await bonghwa(...args);
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
    expect(stderr).toContain(named);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('a port in use is told before anything starts', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const { stderr, code } = await bonghwa('up', '--port', String(port));
    server.close();
    expect(code).toBe(2);
    expect(stderr).toContain(`Port ${port} is in use.`);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    [
      'a mistake in writing',
      'export default {\n  page: [,\n',
      'bonghwa.config.ts:2 cannot be loaded',
    ],
    ['an unknown name', 'export default shop();', 'bonghwa.config.ts cannot be loaded: shop'],
    [
      'a pasted Playwright script',
      "import { test } from '@playwright/test';",
      'Change three lines of the script: docs/journeys.md',
    ],
  ])('in a file is told in one line: %s', async (_, module, told) => {
    const folder = mkdtempSync(join(tmpdir(), 'bonghwa-bad-'));
    const file = join(folder, 'bonghwa.config.ts');
    writeFileSync(file, module);
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    const { stderr, code } = await bonghwa('plan', '--configuration', file);
    rmSync(folder, { recursive: true });
    expect(stderr).toContain(told);
    expect([code, stderr.trim().split('\n').length]).toEqual([2, 1]);
  });
});
