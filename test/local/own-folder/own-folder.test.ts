import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfiguration } from '#local/configuration';
import { createFolder } from '#local/own-folder/create-folder';
import { addJourneys, journeys } from '#portals/registry';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bonghwa-own-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  addJourneys({ journeys: [], logins: {} });
});

/** Replaces the package's public entry, which only an installed package has. */
const ENTRY = resolve('package/bonghwa.ts');

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text.replace("'bonghwa'", `'${ENTRY}'`));
}

const load = () => loadConfiguration(join(folder, 'bonghwa.config.ts'));

const SERVICE = `{
  id: 'shop', name: '상점', shortName: '상점', nameEn: 'Shop', group: 'ours',
  site: 'https://shop.example/', journeys: { order: { seconds: 300 } },
  target: { baseUrl: 'https://shop.example', alsoHosts: [], pages: { main: '/' },
    markers: { main: '상점' }, selectors: {}, login: 'none', unseen: [] },
}`;

const CONFIGURATION = `import { defineConfig } from 'bonghwa';
export default defineConfig({
  builtInPortals: false,
  addGroups: [{ id: 'ours', name: '우리', nameEn: 'Ours' }],
  addServices: [${SERVICE}],
});`;

function ownJourneys(...entries: string[]): string {
  return `import { defineJourneys, journey, step } from 'bonghwa';
export default defineJourneys({ journeys: [${entries.join(', ')}] });`;
}

const ORDER = "journey('shop', 'order', () => [step('열기', 'host', (t) => t.open('/'))])";

describe('a folder of its own', () => {
  it('is made with files that load, and package.json keeps what it had', async () => {
    writeFileSync(join(folder, 'package.json'), '{"name":"own","type":"commonjs","keywords":[]}');
    await createFolder(folder);
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    expect(manifest).toEqual({
      name: 'own',
      type: 'module',
      keywords: [],
      scripts: { test: 'node --test' },
    });
    for (const path of ['bonghwa.config.ts', 'journeys/index.ts']) {
      write(path, readFileSync(join(folder, path), 'utf8'));
    }
    const { configuration, journeysPath } = await load();
    expect(configuration.catalogue.services.map(({ id }) => id)).toEqual(['example']);
    expect(journeysPath).toBe(join(folder, 'journeys/index.ts'));
  });

  it('is not made over a file that is there, nor half', async () => {
    write('scenarios/down.json', '{}');
    await expect(createFolder(folder)).rejects.toThrow(
      /scenarios\/down\.json .*nothing was written/,
    );
    expect(() => readFileSync(join(folder, 'bonghwa.config.ts'))).toThrow(/ENOENT/);
  });

  it('adds its journeys to the checks of its services', async () => {
    write('bonghwa.config.ts', CONFIGURATION);
    write('journeys/index.ts', ownJourneys(ORDER));
    const { checks: all, targets } = (await load()).configuration.catalogue;
    const checks = all.filter(({ service }) => service === 'shop');
    expect(checks).toMatchObject([
      { id: 'shop/probe' },
      { id: 'shop/order', type: 'journey', intervalSeconds: 300, depth: 'data' },
    ]);
    const [target] = targets;
    expect(target && journeys.find(target, 'order')?.name).toBe('order');
  });

  it('warns of a journey that no check runs', async () => {
    write('bonghwa.config.ts', CONFIGURATION);
    write('journeys/index.ts', ownJourneys(ORDER, ORDER.replace('shop', 'shopp')));
    const { warnings } = await load();
    expect(warnings.map(({ en }) => en)).toEqual([
      expect.stringContaining('the journey shopp/order of journeys/index.ts never runs'),
    ]);
  });

  it.each([
    [
      'a journey that nobody wrote',
      ownJourneys(),
      /shop\/order has no journey: add it to journeys/,
    ],
    ['a journey that is there twice', ownJourneys(ORDER, ORDER), /shop\/order twice/],
    ['a module without journeys', 'export default 7;', /does not export journeys/],
    ['a module without a default', 'export const seven = 7;', /exports no default/],
    ['a module that does not load', 'export default (', /cannot be loaded/],
    ['a journey without steps', ownJourneys("journey('shop', 'order', () => [])"), /has no steps/],
    [
      'a step on no layer',
      ownJourneys(ORDER.replace("'host'", "'hosts'")),
      /the step "열기" of the journey shop\/order names the layer hosts; known are host, static/,
    ],
    [
      'steps that cannot be made',
      ownJourneys("journey('shop', 'order', () => { throw new Error('no shop'); })"),
      /the steps of the journey shop\/order cannot be made: no shop/,
    ],
  ])('is refused with %s', async (_, module, complaint) => {
    write('bonghwa.config.ts', CONFIGURATION);
    write('journeys/index.ts', module);
    await expect(load()).rejects.toThrow(complaint);
  });
});
