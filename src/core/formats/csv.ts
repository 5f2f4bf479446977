/** A cell. null is an empty cell. */
export type Cell = string | number | null;

/** Rows of a following page, without a header, so that the pages join into one file. */
export function moreCsv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

/**
 * RFC 4180 with a byte-order mark, because Excel shows Hangul as garbage without it. Text that a
 * spreadsheet would run as a formula gets a leading apostrophe.
 */
export function toCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${moreCsv([header, ...rows])}`;
}

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[\s]*[=+\-@|]|^[\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
