import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Installed, installPacked } from './installed.ts';

let own: Installed;

beforeAll(() => {
  own = installPacked();
}, 300_000);

afterAll(() => own.remove(), 300_000);

describe('the packed package in an empty folder', () => {
  it('makes a folder of its own, once', () => {
    const first = own.run('npx', 'bonghwa', 'init');
    expect(first).toMatchObject({ status: 0, err: '' });
    const again = own.run('npx', 'bonghwa', 'init');
    expect(again.status).toBe(2);
    expect(again.err).toMatch(/bonghwa\.config\.ts.* would be overwritten; nothing was written/);
  });

  it('explains each command without running it', () => {
    const { status, out } = own.run('npx', 'bonghwa', 'init', '--help');
    expect(status).toBe(0);
    expect(out).toMatch(/^npx bonghwa init \[FOLDER\]/);
  });

  it('plans what the folder watches and none of the portals that it knows', () => {
    const { status, out } = own.run('npx', 'bonghwa', 'plan', '--json');
    expect(status).toBe(0);
    const { services } = JSON.parse(out) as { services: { service: string }[] };
    expect(services.map(({ service }) => service)).toEqual(['example']);
  });

  it('plays the scenario', () => {
    const { status, out } = own.run('npx', 'bonghwa', 'simulate', 'scenarios/down.json', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ outages: [{ services: ['example'] }] });
  });

  it('runs the tests that it wrote, with the real browser', () => {
    const { status, out } = own.run('npm', 'test');
    expect([status, out]).toEqual([0, expect.stringMatching(/pass 2/)]);
  });

  it('types the configuration and the journeys', () => {
    const tools = ['typescript@7.0.2', '@types/node@24.19.2'];
    expect(own.run('npm', 'install', '-D', '--no-audit', ...tools).status).toBe(0);
    const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext'];
    const files = ['bonghwa.config.ts', 'journeys/index.ts', 'test/watched.test.ts'];
    const typed = own.run('npx', 'tsc', ...options, '--types', 'node', ...files);
    expect(typed).toMatchObject({ status: 0, out: '' });
  });

  it('names what a deployment needs besides, and is synthesized with it, journeys included', () => {
    const app = 'node_modules/bonghwa/dist/bin/check-tools.mjs';
    const lacking = own.run('npx', '-c', `node ${app}`);
    expect(lacking.status).toBe(2);
    const [, wanted = ''] = /npm install -D (.+)/.exec(lacking.err) ?? [];
    expect(wanted.split(' ')).toHaveLength(5);
    expect(own.run('npm', 'install', '-D', '--no-audit', ...wanted.split(' ')).status).toBe(0);
    const synthesized = own.run('npx', 'cdk', 'synth', '-q');
    expect([synthesized.status, synthesized.err]).toEqual([0, expect.anything()]);
    const bundles = globSync('cdk.out/asset.*/index.mjs', { cwd: own.folder });
    const code = bundles.map((path) => readFileSync(join(own.folder, path), 'utf8'));
    expect(code.filter((text) => text.includes('getByRole("link")'))).toHaveLength(1);
  });
});
