import { mkdirSync, mkdtempSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { InvalidInputError, UnknownNameError } from '#core/errors';
import { type Portals, startPortals } from '#local/portals/portals';
import { catalogue } from '#portals/catalogues';
import { checkCommand } from '../../bin/commands/check.ts';
import { inspectCommand } from '../../bin/commands/inspect.ts';
import { targetAt } from '../support/journey-orders.ts';
import { type OddServer, startOddServer } from '../support/odd-server.ts';

let portals: Portals;
let server: OddServer;
const home = process.cwd();
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bonghwa-test-')));
const printed: string[] = [];
const told: string[] = [];

beforeAll(async () => {
  portals = await startPortals({ catalogue });
  server = await startOddServer();
  // Evidence is written below the working directory.
  process.chdir(folder);
});
afterAll(async () => {
  process.chdir(home);
  await portals.stop();
  await server.stop();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  printed.length = 0;
  told.length = 0;
  vi.spyOn(console, 'log').mockImplementation((line) => void printed.push(String(line)));
  vi.spyOn(console, 'error').mockImplementation((line) => void told.push(String(line)));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('bonghwa check', () => {
  const at = (service: string) => targetAt(portals, service).baseUrl;

  it('logs in at a portal on this machine with the account of the environment', async () => {
    const { userId, password } = portals.credentials('work24');
    vi.stubEnv('BONGHWA_CHECK_USER_ID', userId);
    vi.stubEnv('BONGHWA_CHECK_PASSWORD', password);
    expect(await checkCommand.run(['work24', '--base-url', at('work24')], 'en')).toBe(0);
    expect(printed[0]).toMatch(/^work24\/login: passed at layer session after/);
    expect(told.filter((line) => line.includes('✔'))).toHaveLength(6);
    expect([...printed, ...told].join('\n')).not.toContain(password);
  });

  it('ends at the login page otherwise, in one JSON document', async () => {
    expect(await checkCommand.run(['eps', '--base-url', at('eps'), '--json'], 'en')).toBe(0);
    expect(printed).toHaveLength(1);
    const answer = JSON.parse(printed[0] ?? '');
    expect(answer).toMatchObject({ check: 'eps/login', result: 'passed', layer: 'login-page' });
    expect(answer.note).toContain('tried up to the login page');
  });

  it('exits with 1 and shows the screenshot of a failure', async () => {
    await portals.faults.set('hrd-net', { mode: 'http-500' });
    expect(await checkCommand.run(['hrd-net', '--base-url', at('hrd-net')], 'en')).toBe(1);
    const path = /^Screenshot: (.*)$/m.exec(printed.join('\n'))?.[1] ?? '';
    expect(path.startsWith(join(folder, '.bonghwa/evidence/hrd-net-login-'))).toBe(true);
    expect(statSync(path).size).toBeGreaterThan(1_000);
  });

  it('keeps a picture of each step, and with --trace everything there is', async () => {
    const run = ['worknet', '--base-url', at('worknet'), '--json'];
    expect(await checkCommand.run(run, 'en')).toBe(0);
    expect(await checkCommand.run([...run, '--trace'], 'en')).toBe(0);
    const [plain, traced] = printed.map((line) => JSON.parse(line).evidence);
    const steps = plain.map(({ step }: { step: string }) => step);
    expect(steps).toEqual(['main', 'data', 'login-page']);
    expect(new Set(plain.map(({ path }: { path: string }) => path)).size).toBe(3);
    const types = traced.map(({ type }: { type: string }) => type);
    expect(types).toEqual(expect.arrayContaining(['screenshot', 'requests', 'trace']));
    for (const { path } of [...plain, ...traced]) expect(statSync(path).size).toBeGreaterThan(100);
  });

  it('knows its services and journeys', async () => {
    await expect(checkCommand.run(['work25'], 'en')).rejects.toThrow(UnknownNameError);
    await expect(checkCommand.run(['eps', '--journey', 'x'], 'en')).rejects.toThrow(
      UnknownNameError,
    );
    await expect(checkCommand.run([], 'en')).rejects.toThrow(InvalidInputError);
    const wrong = checkCommand.run(['eps', '--base-url', 'localhost:80'], 'en');
    await expect(wrong).rejects.toThrow(InvalidInputError);
  });
});

describe('bonghwa inspect', () => {
  const inspect = async (path: string, ...more: string[]) => {
    const url = path.startsWith('http') ? path : `${server.origin}${path}`;
    const exit = await inspectCommand.run([url, '--json', '--timeout-ms', '3000', ...more], 'en');
    return { exit, answer: JSON.parse(printed[0] ?? '') };
  };

  it('says what a page is, with a picture of it', async () => {
    const { exit, answer } = await inspect('/healthy');
    expect(exit).toBe(0);
    expect(answer).toMatchObject({ result: 'passed', kind: null, signature: null, matched: null });
    expect(statSync(answer.screenshot).size).toBeGreaterThan(1_000);
    expect(answer.timings.totalMs).toBeGreaterThan(0);
  });

  it.each([
    ['--expect-text', '환영합니다', 0],
    ['--expect-text', '/<h1>고용\\d+/', 0],
    ['--expect-text', '로그아웃', 1],
    ['--expect-selector', 'h1', 0],
    ['--expect-selector', '#logout', 1],
  ])('looks for %s %s', async (option, value, exit) => {
    expect((await inspect('/healthy', option, value)).exit).toBe(exit);
  });

  it.each(['/euc-kr', '/euc-kr-unnamed'])('reads %s', async (path) => {
    expect((await inspect(path, '--expect-text', '안녕하세요 고용24')).exit).toBe(0);
  });

  it('asks as a probe does with --probe, and says it in the same words', async () => {
    const { exit, answer } = await inspect('/healthy', '--probe', '--expect-text', '환영합니다');
    expect(exit).toBe(0);
    printed.length = 0;
    const { answer: seen } = await inspect('/healthy', '--expect-text', '환영합니다');
    expect(Object.keys(answer)).toEqual(Object.keys(seen));
    expect(answer).toMatchObject({ result: 'passed', status: 200, screenshot: null });
    expect(answer.timings.phasesMs).toHaveProperty('firstByte');
    printed.length = 0;
    expect((await inspect('/redirect-loop', '--probe')).answer).toMatchObject({
      result: 'failed',
      kind: 'http-error',
    });
  });

  describe('where nobody is', () => {
    const withControl = (name: string, baseUrl: string) => {
      const at = join(folder, name);
      mkdirSync(at);
      const controls = [{ url: `${baseUrl}/healthy`, marker: '환영합니다' }];
      const source = `export default ${JSON.stringify({ controls })};`;
      writeFileSync(join(at, 'bonghwa.config.ts'), source);
      process.chdir(at);
    };
    afterEach(() => process.chdir(folder));

    it('says that it failed while something unrelated answers', async () => {
      withControl('answering', server.origin);
      const { exit, answer } = await inspect('http://no-such-host.invalid/');
      expect(exit).toBe(1);
      expect(answer).toMatchObject({ result: 'failed', kind: 'dns', layer: 'host' });
    });

    it('says that it is our network when nothing else can be reached either', async () => {
      withControl('silent', 'http://127.0.0.1:1');
      const { exit, answer } = await inspect('http://no-such-host.invalid/');
      expect(exit).toBe(3);
      expect(answer).toMatchObject({ result: 'inconclusive', kind: 'monitor-fault' });
      expect(answer.fault.message).toContain('Our network, not the portal: 127.0.0.1:1');
      const check = await checkCommand.run(
        ['eps', '--base-url', 'http://eps.invalid', '--json'],
        'en',
      );
      expect(check).toBe(3);
      expect(JSON.parse(printed[1] ?? '').fault.code).toBe('OWN_NETWORK');
    });

    it('asks the usual control where the configuration cannot be read', async () => {
      const at = join(folder, 'unreadable');
      mkdirSync(at);
      writeFileSync(join(at, 'bonghwa.config.ts'), 'export default { fromTheFuture: true };');
      process.chdir(at);
      const { answer } = await inspect('http://no-such-host.invalid/');
      expect(['dns', 'monitor-fault']).toContain(answer.kind);
    });
  });

  it.each([
    ['nonsense'],
    ['ftp://example.org/'],
    [],
    ['http://a/', '--timeout-ms', 'soon'],
    ['http://a/', '--expect-text', '/(/'],
    ['http://a/', '--expect-text', 'a', '--expect-selector', 'b'],
    ['http://a/', '--probe', '--expect-selector', 'b'],
  ])('refuses %s %s %s', async (...args) => {
    await expect(inspectCommand.run(args, 'en')).rejects.toThrow(InvalidInputError);
  });
});
