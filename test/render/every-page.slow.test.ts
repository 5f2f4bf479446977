import { mkdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '#core/time/time';
import { openBrowser, openPage, serveFacts } from './browsing-page.ts';
import { faultsOf, layoutFaults } from './page-checks.ts';
import { factsIn, PAGE_STATES, type PageState } from './page-states.ts';

/** Folder for the pictures of a run. CI keeps it as an artefact. */
const PICTURES = resolve(import.meta.dirname, '../../.bonghwa/page-pictures');

const STATES = Object.keys(PAGE_STATES) as readonly PageState[];
/** Zoomed: the CSS pixels of a desktop at 200 %, and of a phone. */
const LOOKS = [
  { width: 360, colorScheme: 'light', whole: true },
  { width: 360, colorScheme: 'dark', whole: false },
  { width: 768, colorScheme: 'light', whole: false },
  { width: 1280, colorScheme: 'light', whole: false },
  { width: 1280, colorScheme: 'dark', whole: true },
  { width: 640, colorScheme: 'light', whole: false },
  { width: 320, colorScheme: 'light', reducedMotion: 'reduce', whole: false },
] as const;

let browser: Browser;
let end: () => Promise<void>;

beforeAll(async () => {
  await mkdir(PICTURES, { recursive: true });
  ({ browser, end } = await openBrowser());
});

afterAll(async () => {
  await end();
  console.log(`pictures: ${PICTURES}`);
});

/** Counts what a screen reader would hear from now on. */
const HEARD = `window.heard = 0;
new MutationObserver(() => { window.heard += 1; })
  .observe(document.querySelector('#heard'), { childList: true, characterData: true, subtree: true });`;

/** Layout is checked in every look, accessibility in only two, because it takes seconds. */
async function faultsIn(page: Page, look: (typeof LOOKS)[number]): Promise<readonly string[]> {
  const { width, whole, ...media } = look;
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ reducedMotion: 'no-preference', ...media });
  // Between two colours there is too little contrast.
  await page.evaluate('Promise.all(document.getAnimations().map(({ finished }) => finished))');
  return whole ? faultsOf(page) : layoutFaults(page);
}

describe.each(STATES)('every page: %s', (state) => {
  it.each(['', 'en/'])('has no fault in any size or colour, below /%s', async (folder) => {
    const facts = factsIn(state);
    const served = await serveFacts(facts);
    const paths = [
      'index.html',
      ...facts.outages.slice(0, 1).map(({ id }) => `outages/${id}.html`),
      ...facts.outages.slice(0, 1).map(() => 'history/2024-07.html'),
    ];
    const found: string[] = [];
    const page = await openPage(browser, { width: 360 });
    for (const path of paths) {
      const answer = await page.goto(`${served.url}/${folder}${path}`);
      if (answer?.status() !== 200) continue;
      await page.evaluate(
        "for (const each of document.querySelectorAll('details')) each.open = true",
      );
      for (const look of LOOKS) {
        const faults = await faultsIn(page, look);
        found.push(...faults.map((fault) => `${path} ${JSON.stringify(look)}: ${fault}`));
        if (!look.whole) continue;
        const name = `${state} ${folder}${path} ${look.width} ${look.colorScheme}`;
        const file = `${name.replace(/[^\w가-힣]+/g, '-')}.png`;
        await page.screenshot({ path: join(PICTURES, file), fullPage: true });
      }
    }
    await page.context().close();
    await served.stop();
    expect(found).toEqual([]);
  });

  it('says that nothing is known, once and aloud, when it is not written any more', async () => {
    const facts = factsIn(state);
    const served = await serveFacts(facts);
    const page = await openPage(browser, { width: 360 });
    await page.goto(`${served.url}/`);
    served.setTime(facts.writtenAt + 10 * MINUTE);
    // The page may still be waiting for its first answer. Then it ignores the event.
    await expect
      .poll(
        async () => {
          await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
          return page.locator('html').getAttribute('data-stale');
        },
        { timeout: 30_000 },
      )
      .toBe('');
    expect(await page.textContent('#headline')).toContain('지금은 알 수 없습니다');
    expect(await page.locator('[aria-live="polite"]').count()).toBe(1);
    await page.evaluate(HEARD);
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await page.waitForTimeout(300);
    expect(await page.evaluate('window.heard')).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
    const file = `stale-${state.replace(/[^\w]+/g, '-')}.png`;
    await page.screenshot({ path: join(PICTURES, file), fullPage: true });
    await page.context().close();
    await served.stop();
  });

  it('lets the keyboard reach everything that the pointer can', async () => {
    const served = await serveFacts(factsIn(state));
    const page = await openPage(browser, { width: 768 });
    await page.goto(`${served.url}/`);
    const wanted = await page.locator('a[href], summary, .days').count();
    const reached = new Set<string>();
    for (let presses = 0; presses < wanted + 5; presses += 1) {
      await page.keyboard.press('Tab');
      reached.add(
        await page.evaluate<string>(
          '(() => { const all = [...document.querySelectorAll("a[href], summary, .days")];' +
            ' return String(all.indexOf(document.activeElement)); })()',
        ),
      );
    }
    reached.delete('-1');
    await page.context().close();
    await served.stop();
    expect(reached.size).toBe(wanted);
  });
});

describe('the pictures in the README', () => {
  it.each([
    ['six down', 'page-down.png'],
    ['recovered', 'page-recovered.png'],
    ['unknown', 'page-unknown.png'],
  ] as const)('are of the page as it is: %s', async (state, file) => {
    const served = await serveFacts(factsIn(state));
    const page = await openPage(browser, { width: 360, height: 900 });
    await page.goto(`${served.url}/`);
    // Copy these to docs/pictures when the page changes.
    await page.screenshot({ path: join(PICTURES, file) });
    await page.context().close();
    await served.stop();
    expect((await stat(join(PICTURES, file))).size).toBeGreaterThan(10_000);
  });
});
