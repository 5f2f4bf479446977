/**
 * A named piece of a pattern: one way to say something. `is` and `not` are texts that it must and
 * must not match, and a test runs them all. Write them as people do, with spaces.
 */
export interface Part {
  readonly name: string;
  readonly is: string;
  readonly not: string;
  /** Alternatives. Korean is matched in lower case without white space, English in lower case. */
  readonly any: readonly RegExp[];
}

function joined(alternatives: readonly RegExp[]): string {
  return alternatives.map(({ source }) => source).join('|');
}

/** A pattern that matches where any part matches. */
export function patternOf(parts: readonly Part[], flags: 'u' | 'gu' | 'mu' | 'iu' = 'u'): RegExp {
  return new RegExp(joined(parts.flatMap(({ any }) => any)), flags);
}

/** Joins the pieces into one sequence. */
export function chain(...pieces: readonly RegExp[]): RegExp {
  return new RegExp(pieces.map(({ source }) => source).join(''), 'u');
}

export function either(...alternatives: readonly RegExp[]): RegExp {
  return new RegExp(`(${joined(alternatives)})`, 'u');
}

/** The words of a part, for use in a larger pattern. */
export function of({ any }: Part): RegExp {
  return either(...any);
}
