import { html } from 'hono/html';

/** A piece of HTML in which every text was escaped. Arrays of it may stand in a template as they are. */
export type Markup = ReturnType<typeof html>;

/** The text with every date in one piece: a browser would break a line at its hyphens. */
export function unbroken(text: string): readonly (Markup | string)[] {
  return text
    .split(/(\d{4}-\d{2}-\d{2})/)
    .map((part, index) => (index % 2 === 1 ? html`<span class="nowrap">${part}</span>` : part));
}

/** The finished text. Templates here hold no promises, so it is synchronous. */
export function toText(markup: Markup): string {
  return String(markup);
}
