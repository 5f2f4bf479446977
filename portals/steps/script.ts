import type { Locator, Page } from 'playwright-core';
import type { PortalJourney } from '#portals/steps/step';
import { step } from '#portals/steps/step';

/** Less than a step's time-out, so that the error names what was waited for. */
const PATIENCE_MS = 15_000;

/** A Playwright test as a journey of one step, which reaches the data of its service. */
export function script(
  service: string,
  name: string,
  run: (fixtures: { readonly page: Page }) => Promise<void>,
): PortalJourney {
  return {
    service,
    name,
    steps: () => [
      step('script', 'data', async ({ page }) => {
        page.setDefaultTimeout(PATIENCE_MS);
        await run({ page });
      }),
    ],
  };
}

export interface LocatorExpectations {
  toBeVisible(): Promise<void>;
  toBeHidden(): Promise<void>;
  toContainText(text: string | RegExp): Promise<void>;
  toHaveText(text: string | RegExp): Promise<void>;
}

export interface PageExpectations {
  toHaveURL(url: string | RegExp): Promise<void>;
  toHaveTitle(title: string | RegExp): Promise<void>;
}

/** The expectations that recorded scripts use. Each waits up to 15 s. */
export function expect(subject: Locator): LocatorExpectations;
export function expect(subject: Page): PageExpectations;
export function expect(subject: Locator | Page): LocatorExpectations | PageExpectations {
  return 'goto' in subject ? ofPage(subject) : ofLocator(subject);
}

function ofLocator(locator: Locator): LocatorExpectations {
  const wait = (one: Locator, state: 'visible' | 'hidden' = 'visible') =>
    one.waitFor({ state, timeout: PATIENCE_MS });
  return {
    toBeVisible: () => wait(locator),
    toBeHidden: () => wait(locator, 'hidden'),
    toContainText: (text) => wait(locator.filter({ hasText: text }).first()),
    toHaveText: (text) => wait(locator.filter({ hasText: whole(text) }).first()),
  };
}

function ofPage(page: Page): PageExpectations {
  return {
    toHaveURL: (url) => page.waitForURL(url, { timeout: PATIENCE_MS }),
    toHaveTitle: (title) =>
      page
        .locator('title')
        .filter({ hasText: whole(title) })
        .waitFor({ state: 'attached', timeout: PATIENCE_MS }),
  };
}

/** Playwright compares whole texts and ignores white space at the ends. */
function whole(text: string | RegExp): RegExp {
  if (typeof text !== 'string') return text;
  return new RegExp(`^\\s*${text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}\\s*$`);
}
