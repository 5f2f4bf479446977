import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '#core/time/time';
import { toRequest, toResult } from '#lambda/http-event';
import { type ApiServer, serveApi } from '#local/api/api-server';
import { pageCommand } from '../../../bin/commands/page.ts';
import { boardIn, NOW, SERVICES, sixDown } from '../../core/page/page-samples.ts';
import { type ApiBench, startApiBench } from '../../lambda/api/api-bench.ts';
import { closedOf, outageOf } from '../../support/outages.ts';

const OPEN = 'moel-20240718-0915';
const PAST = 'moel-20240611-0310';

let bench: ApiBench;
let server: ApiServer;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bonghwa-page-'));
  bench = await startApiBench(NOW);
  server = await serveApi(async (event) => toResult(await bench.app.fetch(toRequest(event))), 0);
  await bench.stores.board.put(sixDown());
  await bench.stores.outages.put(outageOf(SERVICES));
  const began = NOW - 37 * 24 * 60 * MINUTE;
  const past = closedOf(
    outageOf(['eps'], { id: PAST, startedBetween: { after: began - MINUTE, by: began } }),
  );
  const ended = { after: began + 40 * MINUTE, by: began + 41 * MINUTE };
  await bench.stores.outages.put({ ...past, endedBetween: ended });
  await bench.stores.updates.add({
    id: 'u1',
    outage: OPEN,
    at: NOW - MINUTE,
    by: 'minji',
    status: 'identified',
    audience: 'public',
    text: { ko: '원인을 <찾았습니다>.', en: 'The cause is <found>.' },
  });
});

afterAll(async () => {
  await server.stop();
  await bench.stop();
  await rm(folder, { recursive: true, force: true });
});

const write = (...more: string[]) =>
  pageCommand.run(
    [
      '--out',
      folder,
      '--api',
      server.url,
      '--operator',
      '시민 감시단',
      '--contact',
      'page@example.kr',
      ...more,
    ],
    'en',
  );

const fileAt = (path: string) => readFile(join(folder, path), 'utf8');

describe('the page from the history API', () => {
  it('is the page of that moment: the open outage, the past one, what people told', async () => {
    expect(await write('--token', bench.tokens.read)).toBe(0);
    const front = await fileAt('index.html');
    expect(front).toMatch(/id="headline">\s*고용24 외 5곳이 09:15부터 응답하지 않습니다/);
    expect(front).toContain(`outages/${PAST}.html`);
    expect(await fileAt(`outages/${OPEN}.html`)).toContain('원인을 &lt;찾았습니다&gt;.');
    expect(JSON.parse(await fileAt('status.json'))).toMatchObject({
      mode: 'record',
      openOutages: [OPEN],
    });
  });

  it('has no broken link when the folder is opened as files, in either language', async () => {
    await write('--token', bench.tokens.read);
    const names = await readdir(folder, { recursive: true });
    const pages = names.filter((name) => name.endsWith('.html') && !name.endsWith('404.html'));
    expect(pages.length).toBeGreaterThan(8);
    const broken: string[] = [];
    let links = 0;
    for (const name of pages) {
      const base = pathToFileURL(join(folder, name));
      for (const [, link = ''] of (await fileAt(name)).matchAll(/(?:href|src)="([^"#]+)[^"]*"/g)) {
        if (/^(https?|mailto|data):/.test(link)) continue;
        links += 1;
        const target = relative(folder, fileURLToPath(new URL(link, base)));
        if (!names.includes(target)) broken.push(`${name} → ${link}`);
      }
    }
    expect(broken).toEqual([]);
    expect(links).toBeGreaterThan(50);
  });

  it('writes what changed, when it is written again', async () => {
    await bench.stores.board.put(boardIn('up'));
    await bench.stores.outages.put(closedOf(outageOf(SERVICES)));
    await write('--token', bench.tokens.read);
    expect(await fileAt('index.html')).not.toContain('응답하지 않습니다');
  });

  it('asks for the token that the API wants, and writes nothing without one', async () => {
    await expect(write()).rejects.toThrow('requires a token with read scope');
  });
});
