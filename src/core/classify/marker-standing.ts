import { isFrameLine, isTrouble } from '#core/classify/lines';
import { compactText } from '#core/classify/page-text';
import type { Observation, SeenMarker } from '#core/run/observation';

/**
 * `found`: shown where the page does its work. `seen`: shown only where an error page has it, too,
 * which proves nothing. `missing`: at least one is. `not-asked`: none was given.
 */
export type Expectation = 'found' | 'seen' | 'missing' | 'not-asked';

export function expectationOf(seen: Observation): Expectation {
  const expected = seen.markers.filter((marker) => marker.expected);
  if (expected.length === 0) return 'not-asked';
  if (!expected.every((marker) => marker.found)) return 'missing';
  return expected.some((marker) => isAtWork(marker, seen)) ? 'found' : 'seen';
}

/** A page without a browser tells no menu from content: there a name alone proves nothing. */
const SHORTEST = 6;

/** "홈 > 채용정보": the place of the page, not a function. */
function isPath(line: string): boolean {
  return /^(홈|home)[>›»/]/u.test(line);
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
      if (bare.has(line) || isFrameLine(line) || isTrouble(line) || isPath(line)) return false;
      return outline !== undefined || line.length >= compactText(text).length + SHORTEST;
    });
}
