import { html } from 'hono/html';
import type { Outage } from '#core/outage/outage';
import { frontPath, linkBetween, monthPath } from '#core/page/addresses';
import type { PageFacts } from '#core/page/public-page';
import { pageWordsOf } from '#core/page/texts/page-languages';
import type { Language } from '#core/time/duration';
import { type Assets, framed } from '#render/frame';
import { outageRow } from '#render/outage-row';

export interface Month {
  /** `2024-07`. */
  readonly month: string;
  /** Newest first. */
  readonly outages: readonly Outage[];
}

/** Events of one month. */
export function monthPage(
  { month, outages }: Month,
  facts: PageFacts,
  { assets, language }: { readonly assets: Assets; readonly language: Language },
): string {
  const say = pageWordsOf(language);
  const path = monthPath(month, language);
  const [year = 0, number = 0] = month.split('-').map(Number);
  const title = `${say.title(facts.servicesName[language])}: ${say.month(year, number)}`;
  const rows = outages.map((outage) => outageRow(outage, { facts, language, path }));
  return framed({
    facts,
    assets,
    language,
    path,
    otherPath: monthPath(month, language === 'ko' ? 'en' : 'ko'),
    title,
    description: say.description(facts.servicesName[language]),
    aboutNow: outages.some(({ state }) => state === 'open'),
    main: html`<h1>${say.month(year, number)}</h1><section><ul class="list">${rows}</ul>
      </section><p><a href="${linkBetween(path, frontPath(language))}">${say.labels.toFront}</a>
      </p>`,
  });
}
