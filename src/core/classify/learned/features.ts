import { type Page, shows } from '#core/classify/page';
import { compactText } from '#core/classify/page-text';

/** Number of buckets for groups of letters. A power of two. Twice as many read hardly better. */
export const BUCKETS = 2 ** 13;
const SHORTEST = 2;
const LONGEST = 4;
const MOST_TEXT = 2_500;

/** A page as numbers: the buckets of its words, each once, and known facts. */
export interface Features {
  readonly buckets: readonly number[];
  /** See `factsOf`. Each is about 0 to 1. */
  readonly facts: readonly number[];
}

export function featuresOf(page: Page): Features {
  return { buckets: bucketsOf(textOf(page)), facts: factsOf(page) };
}

/** Title, dialogs and said text, each with its own marker in front. */
function textOf({ seen, said }: Page): string {
  const dialogs = seen.dialogs.map(({ message }) => message).join(' ');
  const parts = [`T${fold(seen.title)}`, `D${fold(dialogs)}`, `B${fold(said.plain)}`];
  return parts.join('').slice(0, MOST_TEXT);
}

/** Numbers differ from page to page, so each becomes the same sign. */
export function fold(text: string): string {
  return compactText(text.slice(0, 2 * MOST_TEXT)).replace(/\d/gu, '0');
}

/** The distinct buckets of all groups of two to four letters. FNV-1a with a final mix. */
export function bucketsOf(text: string): readonly number[] {
  const found = new Set<number>();
  for (let start = 0; start < text.length; start += 1) {
    let hash = 0x811c9dc5;
    for (let length = 1; length <= LONGEST && start + length <= text.length; length += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(start + length - 1), 0x01000193);
      if (length >= SHORTEST) found.add((hash ^ (hash >>> 15)) & (BUCKETS - 1));
    }
  }
  return [...found];
}

/** The buckets of one line, to find the words that decided. */
export function bucketsOfLine(line: string): readonly number[] {
  return bucketsOf(fold(line));
}

export function factsOf(page: Page): readonly number[] {
  const { seen, said, body, offers } = page;
  const status = seen.status ?? 0;
  const all = body.plain.length;
  const own = said.plain.length;
  return [
    1,
    Math.log1p(all) / 8,
    Math.log1p(own) / 8,
    own / (all + 1),
    Math.min(offers, 10) / 10,
    Math.min(seen.outline?.fields ?? 0, 5) / 5,
    flag(status >= 500),
    flag(status >= 400 && status < 500),
    flag(status === 403),
    flag(status === 404 || status === 410),
    flag(status === 429),
    flag(seen.dialogs.length > 0),
    flag(seen.pending.length > 0),
    flag(all < 20),
    flag(all < 60),
    flag(own < 20),
    flag(own < 100),
    flag(own < 300),
    flag(own > 800),
    flag(shows(seen, 'password')),
  ];
}

function flag(holds: boolean): number {
  return holds ? 1 : 0;
}
