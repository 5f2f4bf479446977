/**
 * The rule for all text: well-formed Unicode without control characters and without marks that
 * reverse the direction of text. Line ends and tabs are allowed.
 */
const UNCLEAN = /[[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Noncharacter_Code_Point}]--[\n\r\t]]/v;

const ALL_UNCLEAN = new RegExp(UNCLEAN.source, 'gv');

/** A character that a reader sees: no space, no lone mark, no filler. */
const VISIBLE = /[^\s\p{Z}\p{M}\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Text that no reader sees: tags, annotations, format characters of old versions. */
const HIDDEN = /[\u206a-\u206f\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;

/** More marks on one letter than any script uses. They cover the lines above and below. */
const STACKED = /\p{M}{9}/u;

/** True for a person's text that may be stored: clean, visible and without hidden parts. */
export function isCleanText(text: string): boolean {
  return ![UNCLEAN, HIDDEN, STACKED].some((rule) => rule.test(text)) && VISIBLE.test(text);
}

/** Replaces each unclean character with U+FFFD, because a page's text may reach a terminal. */
export function cleanText(text: string): string {
  return text.replace(ALL_UNCLEAN, '\uFFFD');
}

/** One whole JSON escape, or one unescaped character. */
const ESCAPE_OR_UNCLEAN =
  /\\(?:u[\da-f]{4}|.)|[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Noncharacter_Code_Point}]/giu;

/**
 * The only unclean characters that `JSON.stringify` escapes: control characters and half surrogate
 * pairs.
 */
const UNCLEAN_ESCAPE = /^\\(?:[bf]|u00[01789][\da-f]|ud[89a-f][\da-f]{2})$/i;

/** Only letters that are never unclean, and no escape: almost every document. Read a thousand at a time. */
const PLAIN = /^[\x20-\x5b\x5d-\x7e\u3131-\u318e\uac00-\ud7a3]*$/;

/**
 * Replaces unclean characters in a JSON document with U+FFFD. Pages of portals may hold anything,
 * and a cut text may end in half a character. Strict readers refuse those.
 */
export function cleanJson(json: string): string {
  if (PLAIN.test(json)) return json;
  return json.replace(ESCAPE_OR_UNCLEAN, (found) =>
    !found.startsWith('\\') || UNCLEAN_ESCAPE.test(found) ? '\uFFFD' : found,
  );
}
