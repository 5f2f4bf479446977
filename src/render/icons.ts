import { html } from 'hono/html';
import type { ShownState } from '#core/outage/shown-state';
import type { Markup } from '#render/markup';

/**
 * Look of a state or headline. Shape and colour have the same meaning, so nobody needs the colour.
 */
export type Tone = 'up' | 'down' | 'warn' | 'plan' | 'dim';

const TONES: Readonly<Record<ShownState, Tone>> = {
  up: 'up',
  degraded: 'warn',
  suspect: 'warn',
  recovering: 'warn',
  down: 'down',
  maintenance: 'plan',
  unknown: 'dim',
};

export function toneOf(state: ShownState): Tone {
  return TONES[state];
}

/**
 * A tick, a cross, an exclamation mark, a bar or a question mark, in a circle of the tone's colour.
 */
const SHAPES: Readonly<Record<Tone, Markup>> = {
  up: html`<path d="m7 12.5 3.5 3.5L17 9"/>`,
  down: html`<path d="m8 8 8 8m0-8-8 8"/>`,
  warn: html`<path d="M12 7v6m0 4v.01"/>`,
  plan: html`<path d="M9 8v8m6-8v8"/>`,
  dim: html`<path d="M9 9.5a3 3 0 1 1 4 2.8c-.7.3-1 .7-1 1.7m0 3v.01"/>`,
};

export function icon(tone: Tone): Markup {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <circle cx="12" cy="12" r="10"/>${SHAPES[tone]}</svg>`;
}
