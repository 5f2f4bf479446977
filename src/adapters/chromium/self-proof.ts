import type { Page } from 'playwright-core';
import { within } from '#adapters/chromium/deadline';
import type { Fault } from '#core/run/observation';

/** Longer than any machine needs that can still run a journey. */
const PROOF_MS = 3_000;
const REMEDY =
  'delete bonghwa-browser-* in the temporary folder, and look at free memory and at /dev/shm';

/** Facts that the page below records about itself. */
interface Measured {
  /** Width of a syllable divided by its size. The bundled font has 0.9. */
  readonly advance: number;
  /** Pictures of three syllables that look different in every font that has them. */
  readonly glyphs: readonly string[];
  /** An empty picture for comparison. */
  readonly blank: string;
  /** Positions of three boxes of equal width in the layout, px. */
  readonly lefts: readonly number[];
}

/** Our own page: Korean text, a layout, and a script that measures both. It makes no request. */
const PAGE = `<!DOCTYPE html><html lang="ko"><meta charset="utf-8"><title>봉화</title>
<style>body{margin:0}#row{display:flex;width:600px}#row b{flex:1;font:40px sans-serif}</style>
<body><div id="row"><b>봉</b><b>화</b><b>불</b></div><script>
const syllables = ['봉', '화', '불'];
const canvas = document.createElement('canvas');
canvas.width = canvas.height = 48;
const pen = canvas.getContext('2d', { willReadFrequently: true });
pen.font = '40px sans-serif';
const draw = (text) => {
  pen.clearRect(0, 0, 48, 48);
  pen.fillText(text, 2, 40);
  return [...pen.getImageData(0, 0, 48, 48).data].filter((_, at) => at % 4 === 3).join('');
};
document.body.dataset.measured = JSON.stringify({
  advance: pen.measureText(syllables.join('')).width / 120,
  blank: draw(''),
  glyphs: syllables.map(draw),
  lefts: [...document.querySelectorAll('b')].map((box) => box.getBoundingClientRect().left),
});
</script>`;

declare const document: { readonly body: { readonly dataset: { readonly measured?: string } } };

/**
 * Renders our own page and measures it. Returns the fault, or undefined if all is well. Never
 * throws.
 */
export async function selfProof(opening: Promise<Page>): Promise<Fault | undefined> {
  try {
    const measured = await within(PROOF_MS, opening.then(render), 'self-proof');
    const wrong = whatIsWrong(measured);
    return wrong === undefined ? undefined : faultOf(wrong);
  } catch (error) {
    return faultOf(`it does not render (${error instanceof Error ? error.message : error})`);
  }
}

async function render(page: Page): Promise<Measured | undefined> {
  await page.setContent(PAGE, { waitUntil: 'commit', timeout: PROOF_MS });
  const measured = await page.evaluate(() => document.body.dataset.measured);
  return measured === undefined ? undefined : JSON.parse(measured);
}

function whatIsWrong(measured: Measured | undefined): string | undefined {
  if (!measured) return 'its script does not run';
  const { advance, blank, glyphs, lefts } = measured;
  if (glyphs.includes(blank)) return 'its Korean text is blank';
  if (new Set(glyphs).size < glyphs.length) return 'its Korean letters all look the same';
  if (advance < 0.7 || advance > 1.1) return `its Korean letters are ${advance.toFixed(2)} em wide`;
  const even = lefts.every((left, at) => Math.abs(left - at * 200) < 1);
  return even ? undefined : `its layout is wrong (${lefts.join(', ')})`;
}

function faultOf(wrong: string): Fault {
  const message = `The browser does not show our own page as it should: ${wrong}. Remedy: ${REMEDY}.`;
  return { phase: 'browser', code: 'SELF_PROOF', message, timedOut: false };
}
