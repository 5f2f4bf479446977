import { isFrameLine, isTrouble } from '#core/classify/lines';
import { isPath } from '#core/classify/outline';
import { compactText } from '#core/classify/page-text';
import type { Observation, SeenMarker } from '#core/run/observation';

/**
 * `found`: visible in the working part of the page. `seen`: visible only in parts that an error
 * page has too, which proves nothing. `missing`: at least one marker is missing. `not-asked`: no
 * marker was given.
 */
export type Expectation = 'found' | 'seen' | 'missing' | 'not-asked';

export function expectationOf(seen: Observation): Expectation {
  const expected = seen.markers.filter((marker) => marker.expected);
  if (expected.length === 0) return 'not-asked';
  if (!expected.every((marker) => marker.found)) return 'missing';
  return expected.some((marker) => isAtWork(marker, seen)) ? 'found' : 'seen';
}

/** Without a browser, menus and content look alike, so a short name proves nothing. */
const SHORTEST = 6;

/**
 * A name alone is a menu item, a tab, a button or a label. Pages in trouble keep them. Only data or
 * a sentence shows that the page works.
 */
function isName(line: string): boolean {
  return !/\d|(다|요|오|까)[.!?]?$|[.!?。]$/u.test(line);
}

function isAtWork({ place, text }: SeenMarker, seen: Observation): boolean {
  if (place !== undefined) return place === 'content' || place === 'script';
  if (text === undefined) return true;
  const { outline } = seen;
  const around = outline
    ? [...outline.frame, ...outline.headings, ...(outline.layers ?? [])].map(compactText)
    : [];
  const bare = new Set([...around, compactText(seen.title)]);
  return seen.text
    .split('\n')
    .filter((line) => line.includes(text))
    .map(compactText)
    .some((line) => {
      if (bare.has(line) || isName(line)) return false;
      if (isFrameLine(line) || isTrouble(line) || isPath(line)) return false;
      return outline !== undefined || line.length >= compactText(text).length + SHORTEST;
    });
}
