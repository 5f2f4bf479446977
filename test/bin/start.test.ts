import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const FACE = resolve('bin/bonghwa.mjs');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bonghwa-start-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(face: string, pretend = '') {
  const args = pretend ? ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`] : [];
  return spawnSync(process.execPath, [...args, face, 'plan'], { encoding: 'utf8' });
}

const OLD_NODE = "Object.defineProperty(process.versions, 'node', { value: '20.20.2' })";

describe('the command', () => {
  it('says its version', () => {
    const { stdout } = spawnSync(process.execPath, [FACE, '--version'], { encoding: 'utf8' });
    expect(stdout).toBe(`${JSON.parse(readFileSync('package.json', 'utf8')).version}\n`);
  });

  it('says in one line what to do on a Node that is too old', () => {
    const { status, stdout, stderr } = run(FACE, OLD_NODE);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(/Node 20\.20\.2 is too old.*node_modules\/\.bin\/node .*plan$/m);
  });

  it('says in one line how to get another Node where none is installed', () => {
    mkdirSync(join(folder, "it's 봉화"), { recursive: true });
    const face = join(folder, "it's 봉화", 'bonghwa.mjs');
    cpSync(FACE, face);
    expect(run(face, OLD_NODE).stderr).toMatch(
      /^bonghwa: Node 20\.20\.2 is too old.*`npm ci`.*\n$/,
    );
  });

  it('names the other Node beside an installed package', () => {
    const bin = join(folder, 'own/node_modules/bonghwa/bin');
    const node = join(folder, 'own/node_modules/.bin/node');
    for (const path of [bin, dirname(node)]) mkdirSync(path, { recursive: true });
    cpSync(FACE, join(bin, 'bonghwa.mjs'));
    writeFileSync(node, '');
    expect(run(join(bin, 'bonghwa.mjs'), OLD_NODE).stderr).toContain(`: ${node} `);
  });

  it('says in one line that the packages are missing', () => {
    mkdirSync(join(folder, 'bin'), { recursive: true });
    cpSync('bin/bonghwa.mjs', join(folder, 'bin/bonghwa.mjs'));
    cpSync('bin/bonghwa.ts', join(folder, 'bin/bonghwa.ts'));
    const { status, stderr } = run(join(folder, 'bin/bonghwa.mjs'));
    expect(status).toBe(2);
    expect(stderr).toBe(
      'bonghwa: the packages are not installed. Run `npm ci` in this folder first.\n',
    );
  });

  it.each([
    ['a path that does not exist', '/no/such/chrome', ''],
    ['a program that is no browser', '/bin/true', 'BONGHWA_BROWSER names: /bin/true …'],
  ])('says %s in BONGHWA_BROWSER in one line', (_, path, announced) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [FACE, 'up', '--exit'], {
      encoding: 'utf8',
      cwd: folder,
      env: { ...process.env, BONGHWA_BROWSER: path },
    });
    expect(status).toBe(3);
    expect(stdout).toContain(announced);
    expect(stderr).toMatch(/^bonghwa: [^\n]*\n$/);
    expect(stderr).toContain(path);
  });

  it('lets a configuration anywhere import `bonghwa` from a checkout', () => {
    const own = join(folder, '우리 것');
    mkdirSync(join(own, 'journeys'), { recursive: true });
    for (const file of ['bonghwa.config.ts', 'journeys/index.ts']) {
      cpSync(join('package/template', file), join(own, file));
    }
    const file = join(own, 'bonghwa.config.ts');
    const args = [FACE, 'plan', '--json', '--configuration', file];
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(stderr).not.toContain('bonghwa:');
    expect(JSON.parse(stdout).services).toMatchObject([{ service: 'example' }]);
  });

  it.each([
    [['watch', '--data', ''], '--data'],
    [['watch', '--port='], '--port'],
    [['inspect', ''], "''"],
  ])('refuses an empty value before it does anything: %j', (args, named) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [FACE, ...args], {
      encoding: 'utf8',
      cwd: folder,
    });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      `bonghwa: ${named} has no value. Perhaps a variable of the shell is empty.\n`,
    );
  });

  it('shows a first line of `up` before anything is loaded', async () => {
    const child = spawn(process.execPath, [FACE, 'up', '--help'], { stdio: 'pipe' });
    const [first] = await once(child.stdout, 'data');
    expect(String(first)).toMatch(/^봉화 Bonghwa/);
    await once(child, 'close');
  });
});
