import { html } from 'hono/html';
import type { PublicUpdate } from '#core/outage/update';
import type { PageFacts } from '#core/page/public-page';
import { pageWordsOf } from '#core/page/texts/page-languages';
import type { Language } from '#core/time/duration';
import { kstDate, kstMinute } from '#core/time/kst';
import type { Markup } from '#render/markup';

/** The updates of an outage, newest first. Empty if there are none. */
export function updatesSection(outage: string, facts: PageFacts, language: Language): Markup {
  const own = facts.updates.filter((update) => update.outage === outage).toReversed();
  if (own.length === 0) return html``;
  const items = own.map((update) => html`<li>${updateText(update, language)}</li>`);
  const { updates } = pageWordsOf(language).labels;
  return html`<section><h2>${updates}</h2><ul class="list plain">${items}</ul></section>`;
}

/** The latest update, for the first page. */
export function latestUpdate(outage: string, facts: PageFacts, language: Language): Markup {
  const latest = facts.updates.findLast((update) => update.outage === outage);
  return latest ? html`<p>${updateText(latest, language)}</p>` : html``;
}

function updateText({ at, status, text }: PublicUpdate, language: Language): Markup {
  const { updateStates } = pageWordsOf(language);
  return html`<strong>${updateStates[status]}</strong> ${text[language]}
    <span class="faint nowrap">${kstDate(at)} ${kstMinute(at)} KST</span>`;
}
