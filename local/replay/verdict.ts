import { isOwn } from '#core/notice/notice';
import { unmet } from '#core/scenario/expectation';
import { misheard } from '#core/scenario/misheard';
import type { Scenario } from '#core/scenario/scenario';
import type { NoticeSummary, Summary } from '#core/scenario/summary';
import type { Localised } from '#core/time/duration';
import type { Delivered } from '#local/replay/inbox';

/**
 * Shortcomings of a replay, one line each. Empty if there are none. The scenario contains the
 * expectation. Without one, a fault that citizens would notice must cause one outage with one
 * opening and one closing notice.
 */
export function shortcomings(
  scenario: Scenario,
  summary: Summary,
  messages: readonly Delivered[],
): readonly Localised[] {
  const twice = sentTwice(messages);
  if (scenario.expect) return [...unmet(scenario.expect, summary), ...twice];
  const expected = scenario.faults.some(({ mode }) => OUTAGE_MODES.has(mode));
  const missed = expected && summary.outages.length === 0 ? [UNDETECTED] : [];
  const ids = new Set(messages.map(({ notice }) => notice));
  const delivered = summary.notices.filter(({ id }) => ids.has(id));
  return [...missed, ...summary.outages.flatMap((outage) => ofOutage(outage, delivered)), ...twice];
}

const UNDETECTED: Localised = {
  en: 'No outage was detected.',
  ko: '장애를 하나도 찾지 못했습니다.',
};

/** A notice that was delivered twice, by its id. */
function sentTwice(messages: readonly Delivered[]): readonly Localised[] {
  const ids = messages.map(({ notice }) => notice);
  const repeated = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [...repeated].map((id) => ({
    en: `${id} was delivered more than once.`,
    ko: `${id} 알림이 두 번 이상 갔습니다.`,
  }));
}

/** Modes that are always downtime. */
const OUTAGE_MODES: ReadonlySet<string> = new Set([
  'hang',
  'refuse',
  'dns',
  'tls-expired',
  'http-500',
  'http-503',
  'db-error-page',
  'generic-error-page',
  'blank-page',
  'spinner',
  'large-response-stall',
]);

function ofOutage(
  outage: Summary['outages'][number],
  delivered: readonly NoticeSummary[],
): readonly Localised[] {
  const own = delivered.filter((notice) => notice.outage === outage.id);
  // Subscribers of one service get their own notices. Everybody else gets one for each direction.
  const sent = (type: string) =>
    own.filter((notice) => notice.type === type && !isOwn(notice)).length;
  const opened = sent('opened');
  const closed = sent('closed');
  return [
    ...(opened === 1
      ? []
      : [
          {
            en: `${outage.id} was announced ${opened} times.`,
            ko: `${outage.id}: 장애 알림이 ${opened}번 갔습니다.`,
          },
        ]),
    ...(outage.endedBetween === null
      ? [{ en: `${outage.id} is still open.`, ko: `${outage.id}: 아직 끝나지 않았습니다.` }]
      : []),
    ...(outage.endedBetween !== null && closed !== 1
      ? [
          {
            en: `The end of ${outage.id} was announced ${closed} times.`,
            ko: `${outage.id}: 복구 알림이 ${closed}번 갔습니다.`,
          },
        ]
      : []),
    ...misheard(outage, own),
  ];
}
