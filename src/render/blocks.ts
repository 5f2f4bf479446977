import { html } from 'hono/html';
import type { Block, ReportSection } from '#core/report/document';
import { type Markup, unbroken } from '#render/markup';

/** The sections of a document, for an outage's page, its report and the on-call view. */
export function sections(parts: readonly ReportSection[]): readonly Markup[] {
  return parts.map(
    ({ title, blocks }) => html`<section><h2>${title}</h2>${blocks.map(block)}</section>`,
  );
}

function block(part: Block): Markup {
  switch (part.type) {
    case 'paragraph':
      return html`<p>${unbroken(part.text)}</p>`;
    case 'quote':
      return html`<blockquote>${part.text}</blockquote>`;
    case 'image':
      return html`<figure><img src="${part.source}" alt="${part.caption}"><figcaption>
        ${part.caption}</figcaption></figure>`;
    case 'list':
      return html`<ul>${part.items.map((item) => html`<li>${unbroken(item)}</li>`)}</ul>`;
    case 'table':
      return table(part.head, part.rows);
  }
}

/** On a phone each row becomes a block with a label above every cell, so that nothing overflows. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): Markup {
  const cells = (row: readonly string[]) =>
    row.map((value, index) => html`<td data-label="${head[index] ?? ''}">${unbroken(value)}</td>`);
  return html`<table class="stacked"><thead><tr>${head.map(
    (label) => html`<th scope="col">
    ${label}</th>`,
  )}</tr></thead><tbody>${rows.map((row) => html`<tr>${cells(row)}</tr>`)}
    </tbody></table>`;
}
