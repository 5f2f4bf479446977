/**
 * Text made ready for matching. Korean spacing varies ("점검중", "점검 중", a line break in the
 * middle of a sentence), so Korean phrases are looked for without any white space.
 */
export interface Passage {
  /** NFC, white space folded to single spaces. */
  readonly plain: string;
  /** `plain` in lower case. */
  readonly lower: string;
  /** `lower` without white space. */
  readonly squeezed: string;
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;

/** NFC, invisible characters out, white space folded. */
export function foldText(text: string): string {
  return text.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();
}

export function passageOf(text: string): Passage {
  const plain = foldText(text);
  const lower = plain.toLowerCase();
  return { plain, lower, squeezed: lower.replaceAll(' ', '') };
}

/** At most `length` characters, cut with an ellipsis. */
export function clip(text: string, length = 120): string {
  const folded = foldText(text);
  return folded.length <= length ? folded : `${folded.slice(0, length - 1)}…`;
}
