import { html } from 'hono/html';
import { shortCause, shownSeconds } from '#core/notice/sms';
import { symptomOf } from '#core/notice/symptom';
import { wordsOf } from '#core/notice/texts/languages';
import type { Outage } from '#core/outage/outage';
import { linkBetween, outagePath } from '#core/page/addresses';
import type { PageFacts } from '#core/page/public-page';
import { pageWordsOf } from '#core/page/texts/page-languages';
import { formatDuration, type Language } from '#core/time/duration';
import { kstDate, kstMinute } from '#core/time/kst';
import type { Markup } from '#render/markup';

export interface RowContext {
  readonly facts: PageFacts;
  readonly language: Language;
  /** Address of the file that contains this row. */
  readonly path: string;
}

/** An outage in a list: services, time and length, with a link to its page. */
export function outageRow(outage: Outage, { facts, language, path }: RowContext): Markup {
  const say = pageWordsOf(language);
  const words = wordsOf(language);
  const { by } = outage.startedBetween;
  const href = linkBetween(path, outagePath(outage.id, language));
  const facets = [
    lengthOf(outage, language) ?? say.labels.ongoing,
    words.symptoms[symptomOf(outage.cause)],
    shortCause(outage.cause, words),
  ].filter((text) => text !== '');
  return html`<li><a href="${href}">${namesOf(outage, facts, language)}</a><br>
    <span class="faint"><span class="nowrap">${kstDate(by)} ${kstMinute(by)} KST</span>
    · ${facets.join(' · ')}</span></li>`;
}

/** `고용24 외 5곳`. */
export function namesOf(outage: Outage, { services }: PageFacts, language: Language): string {
  const down = new Set(outage.incidents.map(({ service }) => service));
  const known = services
    .filter(({ service }) => down.has(service.id))
    .map(({ service }) => service);
  const names = known.map(({ name, nameEn }) => (language === 'ko' ? name : nameEn));
  const gone = [...down].filter((id) => !known.some((service) => service.id === id));
  const [first = outage.group, ...others] = [...names, ...gone];
  return others.length === 0 ? first : wordsOf(language).andOthers(first, others.length);
}

function lengthOf(
  { startedBetween, endedBetween }: Outage,
  language: Language,
): string | undefined {
  if (!endedBetween) return undefined;
  return formatDuration(shownSeconds(startedBetween.by, endedBetween.by), language);
}
