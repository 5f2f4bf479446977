/** Where a marker is searched. */
export interface MarkedPage {
  readonly markup: string;
  readonly title: string;
  /** What a person can read. */
  readonly text: string;
}

/**
 * Text must be readable on the page; a `/pattern/` is looked for in the whole markup, where inline
 * scripts carry what the database answered. A pattern that is none is text.
 */
export function showsMarker(marker: string, { markup, title, text }: MarkedPage): boolean {
  const source = /^\/(.*)\/$/s.exec(marker)?.[1];
  const pattern = source === undefined ? undefined : compiled(source);
  if (pattern) return pattern.test(markup);
  return text.includes(marker) || title.includes(marker);
}

/** Whether a marker is looked for in the markup rather than in the text. */
export function isPattern(marker: string): boolean {
  return /^\/.*\/$/s.test(marker);
}

function compiled(source: string): RegExp | undefined {
  try {
    return new RegExp(source, 'u');
  } catch {
    return undefined;
  }
}
