import { html } from 'hono/html';
import type { Message, Tone } from '#core/notice/chat-message';
import { type Markup, toText } from '#render/markup';

const COLOURS: Readonly<Record<Tone, string>> = {
  bad: '#c62828',
  warning: '#b26a00',
  good: '#1b7f3b',
  note: '#33475b',
};

/**
 * The HTML part of a mail: a table of facts and links. Mail readers only support styles on
 * elements.
 */
export function noticeMail(message: Message, language: string): string {
  return `<!doctype html>\n${toText(html`<html lang="${language}"><body>${mailBody(message)}</body></html>`)}\n`;
}

export function mailBody({ title, tone, lead, fields, links, footer }: Message): Markup {
  return html`<div style="font-family:sans-serif;max-width:40em;word-break:keep-all">
<h1 style="font-size:1.2em;border-left:6px solid ${COLOURS[tone]};padding-left:.6em">${title}</h1>
${lead ? html`<p>${lead}</p>` : ''}
<table style="border-collapse:collapse" cellpadding="6">
${fields.map(
  ({ label, value }) => html`<tr style="border-bottom:1px solid #ddd">
<th style="text-align:left;white-space:nowrap;vertical-align:top">${label}</th><td>${value}</td></tr>`,
)}
</table>
<p>${links.map(({ label, url }) => html`<a href="${url}">${label}</a> &nbsp; `)}</p>
<p style="color:#667">${footer}</p>
</div>`;
}
