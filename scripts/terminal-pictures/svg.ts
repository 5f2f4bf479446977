import stringWidth from 'string-width';

/** Of one cell, px. */
const CELL = { width: 8.4, height: 19 } as const;
const MARGIN = 16;
/** Fonts of terminals. The last ones are for Hangul. */
const FONTS =
  'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace, ' +
  "'Apple SD Gothic Neo', 'Malgun Gothic', 'Nanum Gothic'";

/** Those of the sixteen terminal colours that our screens use, legible on the background. */
const COLOURS: Readonly<Record<string, string>> = {
  31: '#ff8b8b',
  32: '#7fd98a',
  33: '#f0cf6b',
  35: '#e79cf0',
  36: '#79d3e6',
};
const PLAIN = '#e6e6e6';
const BACKGROUND = '#16181d';

/** A colour change, spaces, Hangul, or characters that take one cell. */
const PIECES = /\p{Cc}\[(\d+)m|\s+|\p{Script=Hangul}+|[^\s\p{Script=Hangul}\p{Cc}]+/gu;

interface Run {
  readonly text: string;
  readonly column: number;
  readonly colour: string;
}

export interface Shown {
  /** For people who cannot see the picture. */
  readonly title: string;
  readonly columns: number;
}

/** A terminal with so many columns. Each piece of text stays in its columns, whatever the font. */
export function terminalSvg(output: string, { title, columns }: Shown): string {
  const lines = output.trimEnd().split('\n');
  const width = Math.ceil(columns * CELL.width + 2 * MARGIN);
  const height = Math.ceil(lines.length * CELL.height + 2 * MARGIN);
  let colour = PLAIN;
  const texts = lines.flatMap((line, row) => {
    const y = (MARGIN + (row + 0.75) * CELL.height).toFixed(1);
    const drawn = runsOf(line, colour);
    colour = drawn.colour;
    return drawn.runs.map((run) => textElement(run, y));
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
      `viewBox="0 0 ${width} ${height}" font-family="${FONTS}" font-size="14" xml:space="preserve">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" rx="8" fill="${BACKGROUND}"/>`,
    ...texts,
    '</svg>',
    '',
  ].join('\n');
}

function textElement({ text, column, colour }: Run, y: string): string {
  const x = (MARGIN + column * CELL.width).toFixed(1);
  const length = (stringWidth(text) * CELL.width).toFixed(1);
  return (
    `<text x="${x}" y="${y}" fill="${colour}" textLength="${length}" ` +
    `lengthAdjust="spacingAndGlyphs">${escaped(text)}</text>`
  );
}

interface Drawn {
  readonly runs: readonly Run[];
  /** Of the text on the next line. */
  readonly colour: string;
}

/** Splits words, and within them separates Hangul from characters of one cell. */
function runsOf(line: string, before: string): Drawn {
  const runs: Run[] = [];
  let column = 0;
  let colour = before;
  for (const [piece, code] of line.matchAll(PIECES)) {
    if (code !== undefined) {
      colour = COLOURS[code] ?? PLAIN;
      continue;
    }
    if (piece.trim() !== '') runs.push({ text: piece, column, colour });
    column += stringWidth(piece);
  }
  return { runs, colour };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
