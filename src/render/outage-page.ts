import { html } from 'hono/html';
import type { Outage } from '#core/outage/outage';
import { frontPath, linkBetween, outageDataPath, outagePath } from '#core/page/addresses';
import { changedAt } from '#core/page/public-outage';
import type { PageFacts } from '#core/page/public-page';
import { pageWordsOf } from '#core/page/texts/page-languages';
import { composeReport } from '#core/report/report';
import type { Language } from '#core/time/duration';
import { kstDate, kstMinute } from '#core/time/kst';
import { sections } from '#render/blocks';
import { type Assets, framed } from '#render/frame';
import { unbroken } from '#render/markup';
import { namesOf } from '#render/outage-row';
import { updatesSection } from '#render/updates-section';

/** The permanent page of one outage: the public report and its data. */
export function outagePage(
  outage: Outage,
  facts: PageFacts,
  { assets, language }: { readonly assets: Assets; readonly language: Language },
): string {
  const say = pageWordsOf(language);
  const path = outagePath(outage.id, language);
  const isOpen = outage.state === 'open';
  const goesOn = isOpen && facts.mode !== 'record';
  // A closed outage is not about the present, so its page changes only with its record.
  const writtenAt = isOpen ? facts.writtenAt : changedAt(outage);
  const { catalogue } = facts;
  const report = composeReport({ outage, catalogue, evidence: [], writtenAt, language });
  const to = (other: string) => linkBetween(path, other);
  const written = say.writtenAt(`${kstDate(writtenAt)} ${kstMinute(writtenAt)}`);
  const validity = goesOn
    ? html`<p class="faint">${written} · ${say.validUntil(kstMinute(facts.validUntil))}</p>`
    : '';
  return framed({
    facts,
    assets,
    language,
    path,
    otherPath: outagePath(outage.id, language === 'ko' ? 'en' : 'ko'),
    title: report.title,
    description: `${namesOf(outage, facts, language)} · ${report.subtitle}`,
    aboutNow: goesOn,
    main: html`<article class="document"><h1>${unbroken(report.title)}</h1><p class="subtitle">
      ${unbroken(report.subtitle)}</p>${validity}${updatesSection(outage.id, facts, language)}
${sections(report.sections)}
<section><h2>${say.labels.data}</h2><ul class="links"><li>
  <a href="${to(outageDataPath(outage.id, 'json'))}">JSON</a></li><li>
  <a href="${to(outageDataPath(outage.id, 'csv'))}">CSV</a></li><li>
  <a href="${to(frontPath(language))}">${say.labels.toFront}</a></li></ul></section></article>`,
  });
}
