import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const FACE = resolve('bin/bonghwa.mjs');
const LOAD = 8;
const TOO_BUSY = 4;

let others: readonly ChildProcess[] = [];
beforeAll(() => {
  others = Array.from({ length: LOAD }, () =>
    spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
  );
});
afterAll(() => {
  for (const other of others) other.kill('SIGKILL');
});

describe(`the replay beside ${LOAD} programs that take all they can get`, () => {
  it('shows the right outage, or says that the result is not valid; never a wrong one', async () => {
    const begun = performance.now();
    const child = spawn(process.execPath, [FACE, 'up', '--exit'], { stdio: 'pipe' });
    const firstByte = once(child.stdout, 'readable').then(() => performance.now() - begun);
    const [out, err, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ]);
    console.log(`first byte after ${Math.round(await firstByte)} ms; exit ${code}\n${err}`);
    if (code === TOO_BUSY) {
      expect(err).toContain('the result is not valid');
      return;
    }
    expect([code, err]).toEqual([0, expect.not.stringContaining('not expected')]);
    expect(out).toContain('✉ SMS  [장애] 고용24 외 5곳');
    expect(out).not.toContain('화면 변경');
  }, 1_200_000);
});
