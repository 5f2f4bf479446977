/**
 * The rule for text, whoever wrote it: well-formed Unicode without control characters, and without
 * the marks that turn what follows around. Line ends and tabs are fine.
 */
const UNCLEAN = /[[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Noncharacter_Code_Point}]--[\n\r\t]]/v;

/** Something that a reader sees: no space, no mark without a letter, no filler. */
const VISIBLE = /[^\s\p{Z}\p{M}\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Whether what a person wrote may be kept: clean, with something to see in it. */
export function isCleanText(text: string): boolean {
  return !UNCLEAN.test(text) && VISIBLE.test(text);
}

/** An escape of JSON, as a whole, or a character that stands there as it is. */
const ESCAPE_OR_UNCLEAN =
  /\\(?:u[\da-f]{4}|.)|[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Noncharacter_Code_Point}]/giu;

/** `JSON.stringify` escapes these, and only these, of what is unclean: control and half characters. */
const UNCLEAN_ESCAPE = /^\\(?:[bf]|u00[01789][\da-f]|ud[89a-f][\da-f]{2})$/i;

/**
 * A JSON document as `JSON.stringify` wrote it, with U+FFFD in place of what is not clean: pages of
 * portals hold anything, and what is cut may end in half a character. Strict readers refuse those.
 */
export function cleanJson(json: string): string {
  return json.replace(ESCAPE_OR_UNCLEAN, (found) =>
    !found.startsWith('\\') || UNCLEAN_ESCAPE.test(found) ? '\uFFFD' : found,
  );
}
