import type { html } from 'hono/html';

/** A piece of HTML in which every text was escaped. Arrays of it may stand in a template as they are. */
export type Markup = ReturnType<typeof html>;

/** The finished text. Templates here hold no promises, so it is synchronous. */
export function toText(markup: Markup): string {
  return String(markup);
}
