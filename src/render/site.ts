import { html } from 'hono/html';
import type { Outage } from '#core/outage/outage';
import { frontPath, monthPath, outagePath } from '#core/page/addresses';
import { dataFiles, daysFiles, freshFiles, outageDataFiles } from '#core/page/data-files';
import { monthsOf } from '#core/page/months';
import type { PageFacts, SiteFile } from '#core/page/public-page';
import { headlineText } from '#core/page/sentence';
import { pageWordsOf } from '#core/page/texts/page-languages';
import type { Language } from '#core/time/duration';
import { assetFiles, assetNames } from '#render/assets';
import { framed } from '#render/frame';
import { frontMain } from '#render/front';
import { monthPage } from '#render/month-page';
import { outagePage } from '#render/outage-page';

const LANGUAGES: readonly Language[] = ['ko', 'en'];

/** Pages about the past. They change only with the history. */
export function archiveFiles(facts: PageFacts): readonly SiteFile[] {
  return [
    ...assetFiles(),
    ...LANGUAGES.map((language) => page(notFoundPath(language), notFound(facts, language))),
    ...outagePages(facts, 'closed'),
    ...monthPages(facts, false),
  ];
}

/**
 * Files about the present, in the order of writing. Each file comes after everything that it links
 * to. `status.json` comes last, because it sends browsers to the new pages.
 */
export function presentFiles(facts: PageFacts): readonly SiteFile[] {
  return [
    ...outagePages(facts, 'open'),
    ...monthPages(facts, true),
    ...dataFiles(facts),
    ...daysFiles(facts),
    ...LANGUAGES.map((language) => page(frontPath(language), front(facts, language))),
    ...freshFiles(facts),
  ];
}

function page(path: string, body: string): SiteFile {
  return { path, contentType: 'text/html; charset=utf-8', body, lasting: false };
}

function outagePages(facts: PageFacts, state: Outage['state']): readonly SiteFile[] {
  return facts.outages
    .filter((outage) => outage.state === state)
    .flatMap((outage) => [
      ...outageDataFiles(outage, facts),
      ...LANGUAGES.map((language) =>
        page(
          outagePath(outage.id, language),
          outagePage(outage, facts, { assets: assetNames(), language }),
        ),
      ),
    ]);
}

/** A month with an outage that is still open belongs to the present. */
function monthPages(facts: PageFacts, goesOn: boolean): readonly SiteFile[] {
  return monthsOf(facts)
    .filter(({ outages }) => outages.some(({ state }) => state === 'open') === goesOn)
    .flatMap((month) =>
      LANGUAGES.map((language) =>
        page(
          monthPath(month.month, language),
          monthPage(month, facts, { assets: assetNames(), language }),
        ),
      ),
    );
}

function front(facts: PageFacts, language: Language): string {
  const path = frontPath(language);
  return framed({
    facts,
    assets: assetNames(),
    language,
    path,
    otherPath: frontPath(language === 'ko' ? 'en' : 'ko'),
    title: headlineText(facts, language),
    description: pageWordsOf(language).description(facts.servicesName[language]),
    aboutNow: facts.mode !== 'record',
    main: frontMain(facts, language, path),
  });
}

function notFoundPath(language: Language): string {
  return language === 'ko' ? '404.html' : 'en/404.html';
}

function notFound(facts: PageFacts, language: Language): string {
  const say = pageWordsOf(language);
  const path = notFoundPath(language);
  return framed({
    facts,
    assets: assetNames(),
    language,
    path,
    otherPath: notFoundPath(language === 'ko' ? 'en' : 'ko'),
    title: say.labels.notFound,
    description: say.description(facts.servicesName[language]),
    aboutNow: false,
    anywhere: true,
    main: html`<h1>${say.labels.notFound}</h1><p>
      <a href="${facts.settings.url}/${frontPath(language)}">${say.labels.toFront}</a></p>`,
  });
}
