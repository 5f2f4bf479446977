import { createServer, type Server } from 'node:http';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '#core/time/time';
import { type HttpEvent, toRequest, toResult } from '#lambda/http-event';
import { type ApiServer, serveApi } from '#local/api/api-server';
import { close, listen } from '#local/cloud/loopback';
import { failedAt, outageAt, T0 } from '../../adapters/dynamodb/samples.ts';
import { openBrowser } from '../../render/browsing-page.ts';
import { type ApiBench, startApiBench } from './api-bench.ts';

const ID = 'moel-20240718-0915';
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

let bench: ApiBench;
let api: ApiServer;
let pictures: Server;
let browser: Browser;
let end: () => Promise<void>;
let run: string;

beforeAll(async () => {
  pictures = createServer((_, response) =>
    response.setHeader('Content-Type', 'image/png').end(PIXEL),
  );
  const port = await listen(pictures);
  bench = await startApiBench(
    T0 + 10 * MINUTE,
    undefined,
    async (key) => `http://127.0.0.1:${port}/${key}`,
  );
  const picture = { type: 'screenshot', contentType: 'image/png', bytes: PIXEL.length } as const;
  const result = failedAt(T0, {
    kind: 'timeout',
    evidence: [
      { ...picture, key: 'failed/0a.png', step: 'search' },
      {
        ...picture,
        type: 'last-good-screenshot',
        key: 'passed/0b.png',
        step: 'search',
        takenAt: T0 - MINUTE,
      },
    ],
  });
  run = result.run;
  await bench.stores.results.put(result);
  const outage = outageAt('20240718-0915');
  const incidents = outage.incidents.map((incident) => ({ ...incident, runs: [run] }));
  await bench.stores.outages.put({ ...outage, incidents });
  const handler = async (event: HttpEvent) => toResult(await bench.app.fetch(toRequest(event)));
  api = await serveApi(handler, 0);
  ({ browser, end } = await openBrowser());
});

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

afterAll(async () => {
  await end();
  await api.stop();
  await close(pictures);
  await bench.stop();
});

const address = `/on-call/outages/${ID}`;

function person(token = bench.tokens.write): Promise<BrowserContext> {
  return browser.newContext({ httpCredentials: { username: '', password: token } });
}

async function notes(): Promise<readonly string[]> {
  return (await bench.stores.notes.list({ outage: ID, limit: 10 })).items.map(({ text }) => text);
}

async function acknowledged(): Promise<number> {
  const all = await bench.stores.commands.after('moel', '');
  return all.filter(({ action }) => action.type === 'acknowledge').length;
}

describe("on-call's view in the browser", () => {
  it('asks a stranger for the token, in words and with a challenge', async () => {
    const page = await browser.newPage();
    const answer = await page.goto(`${api.url}${address}`);
    expect(answer?.status()).toBe(401);
    expect(await answer?.headerValue('www-authenticate')).toMatch(/^Basic /);
    expect(await page.textContent('body')).toContain('암호에 토큰을 넣으세요');
    expect(await page.textContent('body')).not.toContain('고용24');
  });

  it('leads from the outage to its runs, with every picture shown and labelled', async () => {
    const page = await (await person()).newPage();
    await page.goto(`${api.url}${address}`);
    expect(page.url()).not.toContain(bench.tokens.write);
    await page.click(`a[href*="${run}"]`);
    const figures = page.locator('figure');
    expect(await figures.count()).toBe(2);
    const widths = () =>
      page.evaluate<readonly number[]>(
        '[...document.images].map(({ naturalWidth }) => naturalWidth)',
      );
    await expect.poll(widths).toEqual([1, 1]);
    for (const caption of await figures.allTextContents()) {
      expect(caption).toMatch(/고용24 · search · 2024-07-18 09:1\d:\d\d KST · /);
    }
    expect(await figures.first().textContent()).toContain('이전 화면');
    await page.click('text=/돌아가|장애/');
  });

  it('takes an acknowledgement and a note', async () => {
    const page = await (await person()).newPage();
    await page.goto(`${api.url}${address}`);
    await page.click(`form[action$="/ack"] button`);
    await expect.poll(acknowledged).toBe(1);
    expect(page.url()).toBe(`${api.url}${address}`);
    await page.fill('#text', '담당자 확인 중 <b>');
    await page.click(`form[action$="/notes"] button`);
    await expect.poll(notes).toEqual(['담당자 확인 중 <b>']);
  });

  // The attacker even knows the form's secret. Another port is another origin; another name is
  // another site.
  it.each([
    ['origin of the same site', '127.0.0.1', true],
    ['site', 'localhost', false],
  ])(
    'takes nothing that a page of another %s sends, though the browser sends the password along',
    async (_, host, hasCookie) => {
      const page = await (await person()).newPage();
      await page.goto(`${api.url}${address}`);
      const secret = await page.inputValue('input[name="form"] >> nth=0');
      const before = [await acknowledged(), await notes()];
      for (const [path, field] of [
        ['ack', ''],
        ['notes', '<input name="text" value="forged">'],
      ]) {
        const form = `<form method="post" action="${api.url}${address}/${path}">
        <input name="form" value="${secret}">${field}<button>x</button></form>`;
        const server = createServer((_, response) =>
          response.setHeader('Content-Type', 'text/html').end(form),
        );
        const port = await listen(server);
        const sent = await submitted(page, `http://${host}:${port}/`);
        await close(server);
        expect([path, sent]).toEqual([path, { status: 403, hasPassword: true, hasCookie }]);
      }
      expect([await acknowledged(), await notes()]).toEqual(before);
    },
  );
});

/** The API's answer to a page's form, and the headers that the browser sent. */
async function submitted(page: Page, url: string) {
  await page.goto(url);
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.click('button'),
  ]);
  const headers = await answer.request().allHeaders();
  return {
    status: answer.status(),
    hasPassword: headers.authorization !== undefined,
    hasCookie: headers.cookie !== undefined,
  };
}
