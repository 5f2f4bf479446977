import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** The accessibility faults of a page, in words. Empty if there are none. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  return [...(await layoutFaults(page)), ...(await accessFaults(page))];
}

/**
 * WCAG 2.2 A and AA, which KWCAG 2.2 follows, and its own rules: a language, a title, a heading
 * order.
 */
async function accessFaults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
  );
}

/** Scrolling sideways, text beyond its box or the window, boxes over each other. */
export function layoutFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(LAYOUT);
}

/** As text, because it runs in the browser, whose types Node does not have. */
const LAYOUT = `(() => {
  const faults = [];
  const root = document.documentElement;
  const over = root.scrollWidth - root.clientWidth;
  if (over > 0) faults.push('scrolls sideways by ' + over);
  const UNSEEN = '.heard, .skip, svg, noscript, details:not([open]) > :not(summary)';
  const clipped = (element) => element && getComputedStyle(element).clipPath !== 'none';
  const hidden = (element) => clipped(element.closest('thead')) || element.closest(UNSEEN);
  const own = (element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
  const nameOf = (element) =>
    element.tagName + ' "' + element.textContent.trim().slice(0, 30) + '"';
  for (const element of document.body.querySelectorAll('*')) {
    if (!own(element) || hidden(element) || clipped(element)) continue;
    const box = element.getBoundingClientRect();
    if (box.width === 0) continue;
    if (box.left < -1 || box.right > root.clientWidth + 1) {
      faults.push(nameOf(element) + ' reaches beyond the edge');
    }
    const cut = element.scrollWidth > element.clientWidth + 1;
    if (cut && getComputedStyle(element).overflow !== 'visible') {
      faults.push(nameOf(element) + ' is cut');
    }
  }
  const range = document.createRange();
  for (const cell of document.querySelectorAll('.stacked th, .stacked td')) {
    const text = cell.textContent.trim();
    if (hidden(cell) || text.length > 12 || /\\s/.test(text)) continue;
    range.selectNodeContents(cell);
    const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
    if (lines.size > 1) faults.push(nameOf(cell) + ' is broken within a word');
  }
  const BLOCKS = 'h1, h2, h3, h4, p, li > a, .state, summary, td, th, output, dt, dd';
  const blocks = [...document.querySelectorAll(BLOCKS)]
    .filter((element) => !hidden(element) && element.getBoundingClientRect().height > 0);
  for (const [index, one] of blocks.entries()) {
    for (const other of blocks.slice(index + 1, index + 6)) {
      if (one.contains(other) || other.contains(one)) continue;
      const a = one.getBoundingClientRect();
      const b = other.getBoundingClientRect();
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > 1 && high > 1) faults.push(nameOf(one) + ' lies over ' + nameOf(other));
    }
  }
  return faults;
})()`;

/** Other hosts that the page requested. */
export function strangersAsked(page: Page, url: string): readonly string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:'))
      asked.push(request.url());
  });
  return asked;
}
