import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defined } from '#core/defined';
import { type Credentials, credentialsFrom } from '#core/run/secret';
import { loadConfiguration } from '#local/configuration';
import { tryJourney } from '#local/own-folder/try-journey';
import { addJourneys } from '#portals/registry';
import { journeyPage } from '#render/journey-page';
import { type OwnSite, startOwnSite } from '../package/own-site.ts';

const DOC = readFileSync('docs/journeys.md', 'utf8');
const [byCode = '', pasted = '', changed = ''] = [...DOC.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(
  ([, code = '']) => code,
);

let site: OwnSite;

beforeAll(async () => {
  site = await startOwnSite({ marker: '주문 안내', password: 'pw', charset: 'utf-8' });
});

afterAll(async () => {
  await site.stop();
  addJourneys({ journeys: [], logins: {} });
});

/** Runs the document's code as the journey of a folder, against a site on this machine. */
async function run(journeys: string, credentials?: Credentials) {
  const folder = mkdtempSync(join(tmpdir(), 'bonghwa-pasted-'));
  const code = journeys.replace("'bonghwa'", `'${resolve('package/bonghwa.ts')}'`);
  const target = {
    baseUrl: site.origin,
    alsoHosts: [],
    pages: { main: '/' },
    markers: { main: '주문 안내' },
    selectors: { userId: '#id', password: '#password' },
    login: 'none',
    unseen: [],
  };
  const shop = {
    id: 'shop',
    name: '주문',
    shortName: '주문',
    nameEn: 'Orders',
    group: 'ours',
    site: site.origin,
    journeys: { order: { seconds: 300 } },
    target,
  };
  const addGroups = [{ id: 'ours', name: '우리', nameEn: 'Ours' }];
  const input = { builtInPortals: false, addGroups, addServices: [shop] };
  try {
    mkdirSync(join(folder, 'journeys'));
    writeFileSync(
      join(folder, 'journeys/index.ts'),
      code.replaceAll('https://shop.example.kr', site.origin),
    );
    const file = join(folder, 'bonghwa.config.ts');
    writeFileSync(file, `export default ${JSON.stringify(input)};`);
    const { configuration } = await loadConfiguration(file);
    return await tryJourney(configuration, {
      check: 'shop/order',
      wayOut: {},
      ...defined({ credentials }),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('a journey as the documents show it', () => {
  it('runs step by step, with a picture of each in one file', async () => {
    const tried = await run(byCode);
    expect(tried.verdict).toMatchObject({ result: 'passed' });
    const told = { check: 'shop/order', verdict: [tried.verdict.reason], record: tried.record };
    const page = journeyPage({ ...told, language: 'ko' });
    for (const { name } of tried.record.steps) expect(page).toContain(name);
    expect(page.match(/<img alt="[^"]+" src="data:image/g)?.length).toBeGreaterThanOrEqual(2);
  });

  it('logs in with an account, and not without one', async () => {
    const { record } = await run(byCode);
    expect(record.steps.map(({ layer }) => layer)).not.toContain('session');
    const account = credentialsFrom({ userId: 'monitor', password: 'pw' });
    const loggedIn = await run(byCode, account);
    expect([loggedIn.verdict.result, loggedIn.record.steps.at(-1)]).toMatchObject([
      'passed',
      { layer: 'session', status: 'passed' },
    ]);
  });

  it('runs as a pasted Playwright script of which three lines changed', async () => {
    const before = new Set(pasted.split('\n'));
    expect(changed.split('\n').filter((line) => !before.has(line))).toHaveLength(3);
    const { verdict, record } = await run(changed);
    expect([verdict.result, record.steps[0]?.error]).toEqual(['passed', undefined]);
  });

  it('fails where the script waits for a missing element', async () => {
    const impatient = changed.replace('아이디', '사번');
    const { verdict, record } = await run(impatient);
    expect(verdict.result).not.toBe('passed');
    expect(record.steps[0]?.status).toBe('failed');
  });
});
