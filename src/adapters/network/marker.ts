/** The page in which a marker is searched. */
export interface MarkedPage {
  readonly markup: string;
  readonly title: string;
  /** The readable text. */
  readonly text: string;
}

/**
 * Text must be readable on the page. A `/pattern/` is searched in the whole markup, because inline
 * scripts contain the database's answer. An invalid pattern counts as text.
 */
export function showsMarker(marker: string, { markup, title, text }: MarkedPage): boolean {
  const source = /^\/(.*)\/$/s.exec(marker)?.[1];
  const pattern = source === undefined ? undefined : compiled(source);
  if (pattern) return pattern.test(markup);
  return text.includes(marker) || title.includes(marker);
}

/** True if a marker is searched in the markup instead of the text. */
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
