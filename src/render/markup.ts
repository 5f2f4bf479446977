import { html } from 'hono/html';

/** A piece of HTML with every text escaped. Templates accept arrays of it. */
export type Markup = ReturnType<typeof html>;

/** The text with unbreakable dates, because browsers break lines at their hyphens. */
export function unbroken(text: string): readonly (Markup | string)[] {
  return text
    .split(/(\d{4}-\d{2}-\d{2})/)
    .map((part, index) => (index % 2 === 1 ? html`<span class="nowrap">${part}</span>` : part));
}

/** The finished text. Synchronous, because templates here contain no promises. */
export function toText(markup: Markup): string {
  return String(markup);
}
