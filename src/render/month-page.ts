import { html } from 'hono/html';
import { frontPath, linkBetween, monthOf, monthPath } from '#core/page/addresses';
import type { Month } from '#core/page/months';
import type { PageFacts } from '#core/page/public-page';
import { pageWordsOf } from '#core/page/texts/page-languages';
import type { PageWords } from '#core/page/texts/page-words';
import type { Language } from '#core/time/duration';
import { kstDate } from '#core/time/kst';
import { type Assets, framed } from '#render/frame';
import type { Markup } from '#render/markup';
import { outageRow } from '#render/outage-row';

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
  const none = rows.length === 0 ? html`<p>${say.labels.noOutages}</p>` : '';
  return framed({
    facts,
    assets,
    language,
    path,
    otherPath: monthPath(month, language === 'ko' ? 'en' : 'ko'),
    title,
    description: say.description(facts.servicesName[language]),
    aboutNow: facts.mode !== 'record' && outages.some(({ state }) => state === 'open'),
    main: html`<h1>${say.month(year, number)}</h1><section>${none}<ul class="list">${rows}</ul>
      </section>${blipsOf(month, facts, say)}
      <p><a href="${linkBetween(path, frontPath(language))}">${say.labels.toFront}</a>
      </p>`,
  });
}

/** Separate from outages, because they caused no notice: the days with any, by service. */
function blipsOf(month: string, { services }: PageFacts, say: PageWords): Markup | '' {
  const rows = services.flatMap(({ service, days }) => {
    const own = days.flatMap((day) => (day?.blips && monthOf(day.start) === month ? [day] : []));
    const counted = own.map(
      ({ start, blips = 0 }) =>
        html`<span class="nowrap">${kstDate(start)}</span> ${say.dayFigures.blips(blips)}<br>`,
    );
    const name = say.language === 'ko' ? service.name : service.nameEn;
    return own.length === 0
      ? []
      : [html`<li>${name}<br><span class="faint">${counted}</span></li>`];
  });
  if (rows.length === 0) return '';
  return html`<section><h2>${say.labels.briefFailures}</h2><p>${say.labels.blipsMeaning}</p>
    <ul class="list">${rows}</ul></section>`;
}
