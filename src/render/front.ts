import { html } from 'hono/html';
import { symptomOf } from '#core/notice/symptom';
import { wordsOf } from '#core/notice/texts/languages';
import { linkBetween, monthPath, outagePath } from '#core/page/addresses';
import { monthsOf } from '#core/page/months';
import { isRunning, servicesIn } from '#core/page/planned';
import type { Headline, PageFacts, ServiceFacts } from '#core/page/public-page';
import { headlineText } from '#core/page/sentence';
import { DAYS_SHOWN } from '#core/page/service-facts';
import { pageWordsOf } from '#core/page/texts/page-languages';
import type { PageWords } from '#core/page/texts/page-words';
import { LAYERS } from '#core/run/layer';
import type { Language } from '#core/time/duration';
import { kstDate, kstMinute } from '#core/time/kst';
import type { Instant } from '#core/time/time';
import type { Service } from '#core/watch/catalogue';
import { dayBars, dayLegend, dayTable, sharesText } from '#render/day-bars';
import { icon, type Tone, toneOf } from '#render/icons';
import type { Markup } from '#render/markup';
import { outageRow } from '#render/outage-row';
import { latestUpdate } from '#render/updates-section';

/** Number of outages on the first page. The pages of the months list the rest. */
const LATEST = 5;

export interface FrontContext {
  readonly facts: PageFacts;
  readonly language: Language;
  readonly path: string;
  readonly say: PageWords;
}

/**
 * The main part of the first page: headline, advice, services, past outages, planned maintenance.
 */
export function frontMain(facts: PageFacts, language: Language, path: string): Markup {
  const context = { facts, language, path, say: pageWordsOf(language) };
  return html`${headlineCard(context)}
${services(context)}
${maintenance(context)}
${outages(context)}
${method(context)}`;
}

const TONES: Readonly<Record<Headline['type'], Tone>> = {
  up: 'up',
  recovered: 'up',
  down: 'down',
  recovering: 'warn',
  degraded: 'warn',
  checking: 'warn',
  'partly-unknown': 'dim',
  maintenance: 'plan',
  network: 'dim',
  record: 'dim',
  unknown: 'dim',
};

function headlineCard({ facts, language, path, say }: FrontContext): Markup {
  const { headline, writtenAt, validUntil, advice, mode } = facts;
  const tone = TONES[headline.type];
  const written = say.writtenAt(`${kstDate(writtenAt)} ${kstMinute(writtenAt)}`);
  const validity = mode === 'record' ? '' : ` · ${say.validUntil(kstMinute(validUntil))}`;
  const link =
    'outage' in headline && facts.outages.some(({ id }) => id === headline.outage)
      ? html`<p><a href="${linkBetween(path, outagePath(headline.outage, language))}">
        ${say.labels.outagePage}</a></p>`
      : '';
  const told = 'outage' in headline ? latestUpdate(headline.outage, facts, language) : '';
  const meanwhile =
    tone === 'up' || advice[language] === ''
      ? ''
      : html`<div class="advice"><h2>${say.labels.meanwhile}</h2><p>${advice[language]}</p></div>`;
  return html`<section class="headline t-${tone}"><h1>${icon(tone)}<span id="headline">
    ${headlineText(facts, language)}</span></h1><p class="faint">${written}${validity}</p>
    ${link}${told}</section>${meanwhile}`;
}

function services(context: FrontContext): Markup {
  const { facts, language, say } = context;
  const unreadable = facts.historyReadable ? '' : html`<p>${say.labels.unreadable}</p>`;
  return html`<section aria-labelledby="services"><h2 id="services">${say.labels.services}</h2>
    ${unreadable}${dayLegend(language)}<ul class="services">
    ${facts.services.map((one) => serviceItem(one, context))}</ul></section>`;
}

function serviceItem(one: ServiceFacts, { facts, language, say }: FrontContext): Markup {
  const { service, state, since, reach } = one;
  const name = nameIn(service, language);
  const other = facts.catalogue.services.find(({ id }) => id === reach.checkedWith);
  const shared = other ? html`<span>${say.sameScreens(nameIn(other, language))}</span>` : '';
  const words = wordsOf(language);
  const unseen = reach.unseen.map((text) => html`<li>${text[language]}</li>`);
  const notSeen = html`<h4>${say.labels.notSeen}</h4><ul class="dots">${unseen}</ul>`;
  const began =
    since === null || state === 'up'
      ? ''
      : html`<span class="since">${say.since(clock(since, facts.writtenAt))}</span>`;
  return html`<li><div class="top"><h3>${name}</h3><span class="state s-${state}"
    data-state="${state}">${icon(toneOf(state))}${say.states[state]}</span></div>
<p class="facts">${began}<span>${say.reach(words.layers[reach.depth])}</span>${shared}<span>
  ${say.days(DAYS_SHOWN)}: ${sharesText(one, say)}</span></p>
${dayBars(one, facts.writtenAt, language)}
<details id="more-${service.id}"><summary>${say.labels.details}<span class="heard"> ${name}
  </span></summary>
${layerTimes(one, language, say)}
${unseen.length > 0 ? notSeen : ''}
${blipList(one, language, say)}
<h4>${say.labels.dailyFigures}</h4>${dayTable(one, language)}</details></li>`;
}

function nameIn({ name, nameEn }: Service, language: Language): string {
  return language === 'ko' ? name : nameEn;
}

/** `09:15`, with its date on another day. */
function clock(at: Instant, now: Instant): string {
  return kstDate(at) === kstDate(now) ? `${kstMinute(at)}` : `${kstDate(at)} ${kstMinute(at)}`;
}

function layerTimes({ layersMs }: ServiceFacts, language: Language, say: PageWords): Markup {
  const words = wordsOf(language);
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)}${language === 'ko' ? '초' : ' s'}`;
  const items = LAYERS.flatMap((layer) => {
    const ms = layersMs[layer];
    return ms === undefined
      ? []
      : [html`<div><dt>${words.layers[layer]}</dt><dd>${seconds(ms)}</dd></div>`];
  });
  if (items.length === 0) return html``;
  return html`<h4>${say.labels.responseTimes}</h4><dl class="layers">${items}</dl>`;
}

/** Separate from outages, and only if there are any. */
function blipList({ blips }: ServiceFacts, language: Language, say: PageWords): Markup {
  if (blips.length === 0) return html``;
  const { symptoms } = wordsOf(language);
  const items = blips.map((blip) => {
    const [from, to] = [blip.startedBetween.by, blip.endedBetween.by];
    const span = `${kstDate(from)} ${kstMinute(from)}~${kstMinute(to)} KST`;
    return html`<li>${span} ${symptoms[symptomOf(blip)]}</li>`;
  });
  return html`<h4>${say.labels.blips}</h4><ul class="dots">${items}</ul>`;
}

function maintenance({ facts, language, say }: FrontContext): Markup {
  const all = facts.services.map(({ service }) => service);
  const items = facts.maintenance.map((occurrence) => {
    const { window, from, to } = occurrence;
    const running = isRunning(occurrence, facts.writtenAt);
    const names = servicesIn(occurrence, all)
      .map((id) => all.find((service) => service.id === id))
      .map((service) => (language === 'ko' ? service?.name : service?.nameEn));
    const day = kstDate(to) === kstDate(from) ? '' : `${kstDate(to)} `;
    const span = `${kstDate(from)} ${kstMinute(from)}~${day}${kstMinute(to)} KST`;
    return html`<li><strong>${running ? say.labels.running : say.labels.planned}
      </strong> ${span}<br>${window.reason}: ${names.join(', ')}</li>`;
  });
  return html`<section aria-labelledby="maintenance"><h2 id="maintenance">
    ${say.labels.maintenance}</h2>${
      items.length > 0
        ? html`<ul class="list">${items}
    </ul>`
        : html`<p>${say.labels.noMaintenance}</p>`
    }</section>`;
}

function outages({ facts, language, path, say }: FrontContext): Markup {
  const latest = facts.outages
    .slice(0, LATEST)
    .map((outage) => outageRow(outage, { facts, language, path }));
  const links = monthsOf(facts).map(({ month }) => {
    const [year = 0, number = 0] = month.split('-').map(Number);
    return html`<li><a href="${linkBetween(path, monthPath(month, language))}">
      ${say.month(year, number)}</a></li>`;
  });
  const none = facts.historyReadable ? say.labels.noOutages : say.labels.unreadable;
  return html`<section aria-labelledby="outages"><h2 id="outages">${say.labels.outages}</h2>
    ${
      latest.length > 0
        ? html`<ul class="list">${latest}</ul>`
        : html`<p>${none}
    </p>`
    }${
      links.length > 0
        ? html`<h3>${say.labels.history}</h3><ul class="links">${links}
    </ul>`
        : ''
    }</section>`;
}

function method({ path, say }: FrontContext): Markup {
  const to = (other: string) => linkBetween(path, other);
  return html`<section aria-labelledby="method"><h2 id="method">${say.labels.method}</h2><p>
    ${say.labels.methodText}</p><ul class="links"><li><a href="${to('feed.atom')}">
    ${say.labels.feed}</a></li><li><a href="${to('maintenance.ics')}">${say.labels.calendar}</a>
    </li><li><a href="${to('status.json')}">status.json</a></li><li>
    <a href="${to('api/v2/summary.json')}">summary.json</a></li></ul><noscript><p>
    ${say.labels.noScript}</p></noscript></section>`;
}
