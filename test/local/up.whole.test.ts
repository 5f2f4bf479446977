import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Configuration } from '#core/watch/configuration';

const CLI = join(import.meta.dirname, '../../bin/bonghwa.ts');

const SCENARIO = {
  name: 'three quiet minutes',
  from: '2024-07-18T09:00:00+09:00',
  to: '2024-07-18T09:03:00+09:00',
  services: ['hrd-net', 'eps'],
  faults: [],
};

let folder: string;
let child: ChildProcess;
let output = '';
let url: string;
let token: string;
let page: string;

/** Not the synchronous kind, which would hide that the server closes an idle connection. */
const sh = (script: string) => promisify(execFile)('sh', ['-c', script], { cwd: folder });

/** Waits for the last line that `up` prints before it serves. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bonghwa-test-'));
  const scenario = join(folder, 'scenario.json');
  await writeFile(scenario, JSON.stringify(SCENARIO));
  // A working directory of its own, so that the test does not touch a person's .bonghwa/.
  child = spawn(process.execPath, [CLI, 'up', '--scenario', scenario, '--port', '0'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`up ended with ${code}: ${output}`)));
    child.stderr?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Handler log:')) resolve();
    });
  });
  url = /(http:\/\/127\.0\.0\.1:\d+)\/v1\/status/.exec(output)?.[1] ?? '';
  page = /simulation\): (http:\S+)/.exec(output)?.[1] ?? '';
  token = /BONGHWA_API_TOKEN=(\S+)/.exec(output)?.[1] ?? '';
}, 180_000);

afterAll(async () => {
  child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** Only the process of the portals knows their authority. */
async function screenAt(url: URL): Promise<string> {
  const answer = await new Promise<IncomingMessage>((done, fail) =>
    get(url, { rejectUnauthorized: false }, done).on('error', fail),
  );
  return text(answer);
}

const authorised = () => ({ authorization: `Bearer ${token}` });

describe('the system on this machine, after its replay', () => {
  it('shows the status to everybody and the rest to the token it printed', async () => {
    expect((await fetch(`${url}/v1/status`)).status).toBe(200);
    expect((await fetch(`${url}/v1/services`)).status).toBe(401);
    const answer = await fetch(`${url}/v1/services`, { headers: authorised() });
    expect(await answer.json()).toMatchObject({ items: [{ id: 'hrd-net' }, { id: 'eps' }] });
  });

  it('has the runs of both kinds in its history', async () => {
    const answer = await fetch(`${url}/v1/services/hrd-net/results`, { headers: authorised() });
    const { items } = (await answer.json()) as { items: { check: string; kind: string | null }[] };
    expect(new Set(items.map(({ check }) => check))).toEqual(
      new Set(['hrd-net/probe', 'hrd-net/login']),
    );
    // On a busy machine a run may end as our own fault.
    expect(items.filter(({ kind }) => kind !== null && kind !== 'monitor-fault')).toEqual([]);
  });

  it('serves the page, marked as a simulation, at the address that it prints first', async () => {
    expect(output.indexOf(page)).toBeLessThan(output.indexOf('봉화 Bonghwa'));
    const answer = await fetch(page);
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    const html = await answer.text();
    expect(html).toContain('모의: 이 컴퓨터의 모의 사이트를 확인한 결과이며');
    const busy = output.includes('this machine was busy');
    expect(html).toMatch(busy ? /모두 정상입니다|지금은 알 수 없습니다/ : /모두 정상입니다/);
    const status = await fetch(`${page}status.json`);
    const { writtenAt } = (await status.json()) as { writtenAt: string };
    const age = Date.parse(status.headers.get('date') ?? '') - Date.parse(writtenAt);
    expect(age).toBeLessThan(180_000);
    expect((await fetch(`${page}no-such-page`)).status).toBe(404);
  });

  it('shows the time of the replay on the screens of its portals', async () => {
    const log = /Handler log: (\S+)/.exec(output)?.[1] ?? '';
    const written = await readFile(join(dirname(log), 'configuration.json'), 'utf8');
    const { catalogue } = JSON.parse(written) as Pick<Configuration, 'catalogue'>;
    const [portal] = catalogue.targets;
    const screen = await screenAt(new URL(portal?.pages.main ?? '', portal?.baseUrl));
    expect(screen).toMatch(/화면 시각 2024/);
  });

  it('prints commands that work as printed', async () => {
    const printed = output.split('\n').filter((line) => /^ +(export |curl )/.test(line));
    expect(printed).toHaveLength(5);
    const [set, ...commands] = printed;
    for (const command of commands) {
      const script = `${set}\n${command.replace('curl ', "curl -sS -w '%{stderr}%{http_code}' ")}`;
      const { stdout, stderr } = await sh(script);
      expect([command, stderr]).toEqual([command, '200']);
      expect(() => JSON.parse(stdout)).not.toThrow();
    }
  });

  it('prints commands of its own that work with that token', async () => {
    const set = /^ +export .*$/m.exec(output)?.[0] ?? '';
    const asked = [...output.matchAll(/^ +npx bonghwa (why .*)$/gm)].map(([, args = '']) => args);
    expect(asked).toEqual(['why hrd-net']);
    for (const args of asked) {
      const script = `${set}\n"${process.execPath}" "${CLI}" ${args} --lang ko`;
      expect((await sh(script)).stdout).toContain('HRD-Net 알림 경위');
    }
  });

  it('prints addresses that open without a token', async () => {
    const open = [...output.matchAll(/^ {2}(http:\S+)$/gm)].map(([, address = '']) => address);
    expect(open).toHaveLength(3);
    for (const address of open)
      expect([address, (await fetch(address)).status]).toEqual([address, 200]);
  });

  it('gives its table of outages to a spreadsheet', async () => {
    const answer = await fetch(`${url}/v1/outages.csv`, { headers: authorised() });
    expect(answer.headers.get('content-type')).toContain('text/csv');
  });

  it('ends on SIGTERM as its replay ended and leaves nothing listening', async () => {
    const code = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    expect(await code).toBe(output.includes('too busy; the result is not valid') ? 4 : 0);
    await expect(fetch(`${url}/v1/status`)).rejects.toThrow();
  });
});
