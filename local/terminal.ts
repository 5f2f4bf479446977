import stringWidth from 'string-width';

/** Number of columns that a text takes. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/** As wide as `width` columns, Hangul too. */
export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

/** The same, aligned right. */
export function padFrom(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - stringWidth(text))) + text;
}

/** A table with aligned columns, Hangul too, and a rule below its head. */
export function table(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const widths = head.map((_, column) =>
    Math.max(...rows.map((row) => stringWidth(row[column] ?? ''))),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => padTo(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [line(head), rule, ...rows.slice(1).map(line)].join('\n');
}

/** `████████░░░░` */
export function bar(share: number, width: number): string {
  const full = Math.round(Math.min(Math.max(share, 0), 1) * width);
  return '█'.repeat(full) + '░'.repeat(width - full);
}

/** Columns that every terminal has, and the longest line that reads well. */
const NARROW = 80;
const WIDE = 120;

/** Of the terminal; of a pipe as `COLUMNS` says, as other programs have it. */
function columns(): number {
  const given = process.stdout.columns ?? Number(process.env.COLUMNS ?? NARROW);
  return Math.min(Math.max(given || NARROW, NARROW), WIDE);
}

/**
 * Lines that fit the terminal, 80 to 120 columns; what follows is indented by `indent` more than
 * the first.
 */
export function wrapped(text: string, indent = 2): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, indent))
    .join('\n');
}

/** Wrapped for a terminal; as it is in a pipe, where programs look for sentences. */
export function fitted(text: string, indent = 2): string {
  const isSeen = process.stdout.isTTY || process.env.COLUMNS !== undefined;
  return isSeen ? wrapped(text, indent) : text;
}

function wrapLine(line: string, indent: number): string {
  const most = columns();
  if (stringWidth(line) <= most) return line;
  const start = /^ */.exec(line)?.[0] ?? '';
  const rest = ' '.repeat(start.length + indent);
  const lines: string[] = [];
  let current = start;
  for (const word of line.slice(start.length).split(' ')) {
    const next = current.trim() === '' ? `${current}${word}` : `${current} ${word}`;
    if (stringWidth(next) <= most || current.trim() === '') {
      current = next;
    } else {
      lines.push(current);
      current = `${rest}${word}`;
    }
  }
  return [...lines, current].join('\n');
}
