import type { Observation } from '#core/run/observation';
import type { CorpusPage } from '../../test/core/classify/corpus/page.ts';

/** Labels of pages that a portal may also send inside its own menus. */
const IN_MENUS: readonly string[] = ['error-page', 'maintenance'];
const LONGEST_NAME = 10;
const MOST_NAMES = 14;
const MOST_BELOW = 6;

/**
 * The same trouble inside the menus and the footer of healthy pages, so that the model learns to
 * ignore the frame of a message. Frames are used in turn, so the same pages give the same examples.
 */
export function inMenus(pages: readonly CorpusPage[]): readonly CorpusPage[] {
  const healthy = pages.filter(({ label }) => label === 'passed').map(({ seen }) => frameOf(seen));
  const frames = healthy.filter(({ above }) => above.length > 2);
  return pages
    .filter(({ label }) => IN_MENUS.includes(label))
    .flatMap((page, at) => {
      const frame = frames[(at * 7) % frames.length];
      return frame ? [{ ...page, seen: around(page.seen, frame) }] : [];
    });
}

interface Frame {
  readonly above: readonly string[];
  readonly below: readonly string[];
}

function frameOf({ text }: Observation): Frame {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const end = lines.findIndex((line) => line.length > LONGEST_NAME);
  const short = lines.slice(0, end === -1 ? lines.length : end);
  return { above: short.slice(0, MOST_NAMES), below: lines.slice(-MOST_BELOW) };
}

function around(seen: Observation, { above, below }: Frame): Observation {
  const text = [...above, seen.text, ...below].join('\n');
  if (!seen.outline) return { ...seen, text };
  return { ...seen, text, outline: { ...seen.outline, links: [...seen.outline.links, ...above] } };
}
