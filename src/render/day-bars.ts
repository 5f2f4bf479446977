import { html } from 'hono/html';
import { percentDown, percentUp } from '#core/formats/badge';
import { availabilityOf } from '#core/history/availability';
import type { StateSeconds } from '#core/history/rollup';
import type { DayFigures, ServiceFacts } from '#core/page/public-page';
import { DAYS_SHOWN } from '#core/page/service-facts';
import { pageWordsOf } from '#core/page/texts/page-languages';
import type { PageWords } from '#core/page/texts/page-words';
import { formatDuration, type Language } from '#core/time/duration';
import { kstDate, kstDay, kstDayStart } from '#core/time/kst';
import { DAY, type Instant } from '#core/time/time';
import type { Markup } from '#render/markup';

type DayState = keyof StateSeconds | 'none';

/** Height of a bar, of 30. Each state has its own height, so colours are not needed. */
const HEIGHTS: Readonly<Record<DayState, number>> = {
  down: 30,
  degraded: 24,
  up: 18,
  maintenance: 12,
  unknown: 7,
  none: 3,
};

const LEGEND = ['up', 'degraded', 'down', 'maintenance', 'unknown'] as const;

/** The gravest state of a day. `unknown` if most of the day was unknown and nothing was down. */
function stateOf(day: DayFigures | null): DayState {
  if (day === null) return 'none';
  const { down, degraded, up, maintenance, unknown } = day.seconds;
  if (down > 0) return 'down';
  if (unknown > up + degraded + maintenance) return 'unknown';
  if (degraded > 0) return 'degraded';
  return maintenance > up ? 'maintenance' : 'up';
}

function isPlain({ seconds }: DayFigures): boolean {
  return seconds.down + seconds.degraded + seconds.maintenance + seconds.unknown < 1;
}

/** `장애 2시간 42분, 알 수 없음 3분, 가용률 88.75 %`. */
function figuresOf(day: DayFigures | null, say: PageWords): string {
  if (day === null) return say.dayFigures.none;
  const brief = day.blips === undefined ? [] : [say.dayFigures.blips(day.blips)];
  if (isPlain(day)) return [say.dayStates.up, ...brief].join(', ');
  const lengths = (['down', 'degraded', 'maintenance', 'unknown'] as const).flatMap((state) =>
    day.seconds[state] >= 1
      ? [say.dayFigures.of(state, formatDuration(day.seconds[state], say.language))]
      : [],
  );
  const { availability } = availabilityOf(day.seconds);
  const share = availability === null ? [] : [say.availability(percentDown(availability))];
  return [...lengths, ...brief, ...share].join(', ');
}

/** Ninety bars. The last one is today. */
export function dayBars({ service, days }: ServiceFacts, now: Instant, language: Language): Markup {
  const say = pageWordsOf(language);
  const first = kstDayStart(kstDay(now)) - (DAYS_SHOWN - 1) * DAY;
  const bars = days.map((day, index) => {
    const state = stateOf(day);
    const height = HEIGHTS[state];
    const title = `${kstDate(first + index * DAY)}: ${figuresOf(day, say)}`;
    return html`<rect class="d-${state}" x="${index * 4}" y="${30 - height}" width="3"
      height="${height}"><title>${title}</title></rect>`;
  });
  const name = language === 'ko' ? service.name : service.nameEn;
  return html`<div class="days" id="days-${service.id}" role="img"
    aria-label="${name}, ${say.days(DAYS_SHOWN)}">
    <svg viewBox="0 0 ${DAYS_SHOWN * 4 - 1} 30" preserveAspectRatio="none" aria-hidden="true"
    focusable="false">${bars}</svg><div class="scale" aria-hidden="true"><span>
    ${say.labels.oldest}</span><output aria-live="off"></output><span>${say.labels.today}</span>
    </div></div>`;
}

/** The legend of the heights. */
export function dayLegend(language: Language): Markup {
  const say = pageWordsOf(language);
  const items = LEGEND.map(
    (state) =>
      html`<li><svg viewBox="0 0 6 30" preserveAspectRatio="none" aria-hidden="true"
        focusable="false"><rect class="d-${state}" x="0" y="${30 - HEIGHTS[state]}" width="6"
        height="${HEIGHTS[state]}"/></svg>${say.dayStates[state]}</li>`,
  );
  return html`<ul class="legend">${items}</ul>`;
}

/** The days that were not fully normal, as a table: the text version of the bars. */
export function dayTable({ days }: ServiceFacts, language: Language): Markup {
  const say = pageWordsOf(language);
  const known = days.filter((day) => day !== null);
  if (known.length === 0) return html`<p>${say.dayFigures.none}</p>`;
  const rows = known
    .filter((day) => !isPlain(day) || day.blips !== undefined)
    .toReversed()
    .map(
      (day) =>
        html`<tr><th scope="row" class="nowrap">${kstDate(day.start)}</th><td>
          ${figuresOf(day, say)}</td></tr>`,
    );
  if (rows.length === 0) return html`<p>${say.labels.allDaysUp}</p>`;
  return html`<table><thead><tr><th scope="col">${say.labels.date}</th><th scope="col">
    ${say.labels.figures}</th></tr></thead><tbody>${rows}</tbody></table><p>
    ${say.labels.allOtherDaysUp}</p>`;
}

/** Beyond it, a few minutes of a new monitor would be quoted as the availability of a service. */
const MOST_UNKNOWN = 0.9;

/** `가용률 99.98 %`, always with the share of unknown time. */
export function sharesText(
  { availability, unknownShare }: Pick<ServiceFacts, 'availability' | 'unknownShare'>,
  say: PageWords,
): string {
  if (availability === null || (unknownShare ?? 0) > MOST_UNKNOWN) {
    return say.availability(say.states.unknown);
  }
  const shares = [
    say.availability(percentDown(availability)),
    say.unknownShare(percentUp(unknownShare ?? 0)),
  ];
  return shares.join(', ').replaceAll(' %', '\u00a0%');
}
