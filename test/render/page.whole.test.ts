import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createFolderSite } from '#adapters/site/folder-site';
import { MINUTE } from '#core/time/time';
import { writeDiffering } from '#pipeline/page/write-page';
import { archiveFiles, presentFiles } from '#render/site';
import { type Look, openBrowser, openPage, type ServedPage, serveFacts } from './browsing-page.ts';
import { faultsOf, layoutFaults, strangersAsked } from './page-checks.ts';
import { factsIn, type PageState } from './page-states.ts';

/** Number of visible signs and times that only a fresh page shows. */
const SIGNS_SHOWN = `[...document.querySelectorAll('.headline .icon, .since')]
  .filter((one) => one.getClientRects().length > 0).length`;

let browser: Browser;
let end: () => Promise<void>;
let served: ServedPage | undefined;

beforeAll(async () => {
  ({ browser, end } = await openBrowser());
});

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await served?.stop();
  served = undefined;
});

afterAll(() => end());

async function opened(state: PageState, look: Look, path = '/') {
  served = await serveFacts(factsIn(state));
  const page = await openPage(browser, look);
  const asked = strangersAsked(page, served.url);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(`${served.url}${path}`);
  return { page, asked, errors, served };
}

/** Asks the page to refresh. It ignores that while a refresh goes on, so ask in a poll. */
function askAgain(page: Page): Promise<void> {
  return page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
}

async function headlineNow(page: Page): Promise<string | null> {
  await askAgain(page);
  return page.textContent('#headline');
}

describe('the page in the browser', () => {
  it.each([
    ['six down', { width: 360 }, '/'],
    ['six down', { width: 360, dark: true }, '/outages/moel-20240718-0915.html'],
    ['all fine', { width: 1280 }, '/en/index.html'],
  ] as const)('has no fault: %s at %j, %s', async (state, look, path) => {
    const { page, asked, errors } = await opened(state, look, path);
    await page
      .locator('details')
      .first()
      .locator('summary')
      .click({ timeout: 2_000 })
      .catch(() => {});
    expect(await faultsOf(page)).toEqual([]);
    expect({ asked, errors }).toEqual({ asked: [], errors: [] });
  });

  it('turns to unknown when it is not refreshed for three minutes, and back when it is', async () => {
    const { page, served: site } = await opened('all fine', { width: 360 });
    const headline = page.locator('#headline');
    expect(await headline.textContent()).toContain('모두 정상입니다');
    const sign = page.locator('.headline .icon');
    expect(await sign.isVisible()).toBe(true);
    const { writtenAt } = factsIn('all fine');
    site.setTime(writtenAt + 4 * MINUTE);
    await expect.poll(() => headlineNow(page)).toContain('지금은 알 수 없습니다');
    expect(await sign.isVisible()).toBe(false);
    expect(await page.locator('[data-state]').first().textContent()).toBe('알 수 없음');
    expect(await page.locator('#heard').textContent()).toContain('지금은 알 수 없습니다');
    site.show({
      ...factsIn('six down'),
      writtenAt: writtenAt + 5 * MINUTE,
      validUntil: writtenAt + 8 * MINUTE,
    });
    await expect.poll(() => headlineNow(page)).toContain('응답하지 않습니다');
    expect(await page.locator('#heard').textContent()).toContain('응답하지 않습니다');
    expect(await page.locator('[data-state="down"]').count()).toBe(6);
    expect(await page.evaluate(SIGNS_SHOWN)).toBe(7);
  });

  it.each([
    ['ahead', 20],
    ['behind', -20],
  ])(
    'goes by the server’s clock where the reader’s is %s, also over a slow network',
    async (_, minutes) => {
      const facts = factsIn('all fine');
      served = await serveFacts(facts);
      const page = await openPage(browser, { width: 360 });
      await page.clock.setFixedTime(facts.writtenAt + minutes * MINUTE);
      const answered = new Promise<void>((resolve) => {
        void page.route('**/status.json', async (route) => {
          await page.waitForTimeout(2_500);
          await route.continue();
          resolve();
        });
      });
      await page.goto(`${served.url}/`);
      await answered;
      await page.waitForTimeout(1_500);
      expect(await page.textContent('#headline')).toContain('모두 정상입니다');
    },
  );

  it('is unknown if a clock that was ahead wrote it, because its age is not known', async () => {
    const { page, served: site } = await opened('all fine', { width: 360 });
    site.setTime(factsIn('all fine').writtenAt - 5 * MINUTE);
    await expect.poll(() => headlineNow(page)).toContain('지금은 알 수 없습니다');
    site.setTime(factsIn('all fine').writtenAt);
    await expect.poll(() => headlineNow(page)).toContain('모두 정상입니다');
  });

  it('shows each day by keyboard, and keeps open parts and the focus over a refresh', async () => {
    const { page, served: site } = await opened('recovered', { width: 768 });
    const days = page.locator('#days-work24');
    await days.focus();
    expect(await days.getAttribute('aria-valuetext')).toMatch(/^2024-07-18: 장애 5분/);
    await page.keyboard.press('ArrowLeft');
    expect(await days.getAttribute('aria-valuetext')).toBe('2024-07-17: 정상');
    await page.locator('#more-work24 summary').click();
    await days.focus();
    const facts = factsIn('recovered');
    site.show({
      ...facts,
      writtenAt: facts.writtenAt + MINUTE,
      validUntil: facts.validUntil + MINUTE,
    });
    await expect
      .poll(async () => {
        await askAgain(page);
        return page.locator('html').getAttribute('data-written');
      })
      .toBe(String(facts.writtenAt + MINUTE));
    expect(await page.locator('#more-work24').getAttribute('open')).not.toBeNull();
    expect(await page.evaluate('document.activeElement.id')).toBe('days-work24');
    // Nothing was announced, because the sentence is the same.
    expect(await page.locator('#heard').textContent()).toBe('');
  });

  it('is whole as plain files: its looks, its links, and the unknown after three minutes', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bonghwa-page-files-'));
    const facts = factsIn('six down');
    const site = await createFolderSite(folder).open();
    await writeDiffering([...archiveFiles(facts), ...presentFiles(facts)], site);
    const page = await openPage(browser, { width: 360 });
    await page.clock.setFixedTime(facts.writtenAt + MINUTE);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(pathToFileURL(join(folder, 'index.html')).href);
    expect(await page.textContent('#headline')).toContain('응답하지 않습니다');
    expect(await page.evaluate('getComputedStyle(document.body).wordBreak')).toBe('keep-all');
    for (const link of ['a[href*="outages/moel-20240718"]', 'a[hreflang="en"]', 'header a.name']) {
      await page.click(link);
      expect(page.url()).toMatch(/^file:.*\.html$/);
      expect(await page.locator('h1').count()).toBe(1);
    }
    expect(await layoutFaults(page)).toEqual([]);
    await page.clock.setFixedTime(facts.writtenAt + 10 * MINUTE);
    await page.reload();
    await expect.poll(() => page.textContent('#headline')).toMatch(/unknown|No new/i);
    expect(errors).toEqual([]);
    await rm(folder, { recursive: true });
  });

  it('can be read without JavaScript, and says until when it holds', async () => {
    const { page } = await opened('six down', { width: 360, javaScript: false });
    const text = (await page.locator('main').textContent()) ?? '';
    expect(text).toContain('09:23\u00a0KST까지 유효, 이후에는 알 수 없음');
    expect(text).toContain('새로 고쳐지지 않습니다');
    await page.locator('#more-work24 summary').click();
    expect(await page.locator('#more-work24').textContent()).toContain('2024-06-11');
  });
});
